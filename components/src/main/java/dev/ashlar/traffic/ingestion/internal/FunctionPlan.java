package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.binding.BindingPlan;
import dev.ashlar.network.Network;
import dev.ashlar.network.Tier;
import dev.ashlar.network.internal.NetworkNeeds;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import dev.ashlar.traffic.ingestion.QueueConsumption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables, permissions and services that the bindings and queues of an ingestion function require. */
public final class FunctionPlan {

    private static final int VISIBILITY_FACTOR = 6;

    private final IngestionApiArgs args;
    private final BindingPlan uses;
    private final BindingPlan all;

    private FunctionPlan(IngestionApiArgs args) {
        var bindings = new ArrayList<Binding>(args.uses());
        args.consumes().forEach(consumption -> bindings.add(consumption.queue().consume()));
        this.args = args;
        this.uses = BindingPlan.of(args.uses());
        this.all = BindingPlan.of(bindings);
    }

    public static FunctionPlan of(IngestionApiArgs args) {
        return new FunctionPlan(args);
    }

    /** Returns all bindings of the function, including those of the queues that it consumes. */
    public BindingPlan bindings() {
        return all;
    }

    /**
     * Returns the variables of the function. A Lambda variable cannot hold the value of a secret, so the function
     * gets its ARN, and the key if the secret is a JSON object.
     */
    SortedMap<String, Output<String>> environment() {
        var environment = new TreeMap<>(all.environment());
        all.secrets().forEach((variable, secret) -> {
            environment.put(variable + "_SECRET_ARN", secret.secretArn());
            if (secret.jsonKey() != null) {
                environment.put(variable + "_SECRET_KEY", Output.of(secret.jsonKey()));
            }
        });
        environment.putAll(args.environment());
        return environment;
    }

    /** Returns the permission to read exactly the secrets of the bindings. */
    List<PolicyStatement> secretStatements() {
        // A secret with several keys occurs once for each key.
        var statements = new LinkedHashSet<PolicyStatement>();
        for (var secret : all.secrets().values()) {
            statements.add(PolicyStatement.allow(secret.secretArn(), "secretsmanager:GetSecretValue"));
            if (secret.kmsKeyArn() != null) {
                statements.add(PolicyStatement.allow(secret.kmsKeyArn(), "kms:Decrypt"));
            }
        }
        return List.copyOf(statements);
    }

    /**
     * Returns the AWS services that the function calls. Lambda polls queues, pulls the image and writes logs and
     * traces from its own network.
     */
    Set<AwsService> services() {
        var services = EnumSet.noneOf(AwsService.class);
        services.addAll(uses.services());
        if (!all.secrets().isEmpty()) {
            services.add(AwsService.SECRETS_MANAGER);
        }
        return services;
    }

    /**
     * Returns the needs of the function of its network: Lambda shares one network interface in each subnet among its
     * instances.
     */
    NetworkNeeds networkNeeds(String api, Network network) {
        return NetworkNeeds.of(
                "IngestionApi", api, Tier.PRIVATE, network.zoneCount().orElse(1), services());
    }

    /**
     * Returns the minimum visibility timeout of a queue that the function consumes.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">Creating and
     *     configuring an Amazon SQS event source mapping</a>
     */
    Duration leastVisibilityTimeout(QueueConsumption consumption) {
        return args.timeout().multipliedBy(VISIBILITY_FACTOR).plus(consumption.maximumBatchingWindow());
    }
}
