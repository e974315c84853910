package dev.ashlar.traffic.ingestion;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.Created;
import dev.ashlar.traffic.ingestion.internal.FunctionPlan;
import dev.ashlar.traffic.ingestion.internal.HttpApi;
import dev.ashlar.traffic.ingestion.internal.IngestionApiCheck;
import dev.ashlar.traffic.ingestion.internal.IngestionApiSignals;
import dev.ashlar.traffic.ingestion.internal.IngestionFunction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates an HTTP API whose requests a Lambda function handles; the function may consume queues too. It creates the API
 * with its routes and throttles, the function from a container image, a role that permits exactly the bindings, and log
 * groups for both. An HTTP API cannot have a web application firewall.
 *
 * <p>Costs nothing until it is used: then about 1 USD for a million requests, 0.20 USD for a million invocations of the
 * function plus their duration, and the logs.
 *
 * <p>Only a change of the name replaces the API and its URL. It holds no data.
 *
 * <pre>{@code
 * var api = new IngestionApi("ingestion", IngestionApiArgs.builder()
 *         .image(images.image("1.4.2"))
 *         .uses(queues.queue("inbound").send())
 *         .consumes(queues.queue("fetch-request"))
 *         .build());
 * }</pre>
 */
public final class IngestionApi extends Component implements Observable {

    private static final String TYPE = "ashlar:traffic:IngestionApi";

    private final String name;
    private final Created<Resources> created;

    private record Resources(Function function, Api api, List<Map<String, String>> uses) {}

    /**
     * Creates an API and its function.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public IngestionApi(String name, IngestionApiArgs args) {
        this(name, args, null);
    }

    /**
     * Creates an API and its function.
     *
     * @throws dev.ashlar.core.InvalidArgsException if the options violate one or more rules
     */
    public IngestionApi(String name, IngestionApiArgs args, @Nullable ComponentResourceOptions options) {
        this(name, args, options, FunctionPlan.of(args));
    }

    private IngestionApi(
            String name, IngestionApiArgs args, @Nullable ComponentResourceOptions options, FunctionPlan plan) {
        super(TYPE, name, options, check(name, args, plan));
        this.name = name;
        this.created = create(() -> {
            var children = children(args.tags());
            var function = new IngestionFunction(children, args, plan).create();
            var api = new HttpApi(children, args).create(function);
            return new Resources(function, api, plan.bindings().edges());
        });
        registerOutputs(Map.of(
                "url",
                url(),
                "functionName",
                functionName(),
                "uses",
                created.output(resources -> Output.of(resources.uses()))));
    }

    /** Returns the violations of the options; empty when the API can be created. */
    public static Violations check(String name, IngestionApiArgs args) {
        return check(name, args, FunctionPlan.of(args));
    }

    private static Violations check(String name, IngestionApiArgs args, FunctionPlan plan) {
        var violations = IngestionApiCheck.check(name, args, plan);
        args.checkKeys(violations);
        return violations;
    }

    /** Returns the URL of the API without a path: {@code https://<id>.execute-api.<region>.amazonaws.com}. */
    public Output<String> url() {
        return created.output(resources -> resources.api().apiEndpoint());
    }

    /** Returns the physical name of the function. */
    public Output<String> functionName() {
        return created.output(resources -> resources.function().name());
    }

    /** Returns the ARN of the function. */
    public Output<String> functionArn() {
        return created.output(resources -> resources.function().arn());
    }

    @Override
    public List<Signal> signals() {
        return IngestionApiSignals.of(
                name, created.output(resources -> resources.api().id()), functionName());
    }
}
