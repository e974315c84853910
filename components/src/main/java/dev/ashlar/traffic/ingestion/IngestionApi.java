package dev.ashlar.traffic.ingestion;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.lambda.Function;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.ashlar.core.Component;
import dev.ashlar.core.Observable;
import dev.ashlar.core.Signal;
import dev.ashlar.core.Violations;
import dev.ashlar.traffic.ingestion.internal.FunctionPlan;
import dev.ashlar.traffic.ingestion.internal.HttpApi;
import dev.ashlar.traffic.ingestion.internal.IngestionApiCheck;
import dev.ashlar.traffic.ingestion.internal.IngestionApiSignals;
import dev.ashlar.traffic.ingestion.internal.IngestionFunction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP API whose requests a Lambda function handles, which may consume queues too. It creates the API with its
 * routes and throttles, the function from a container image, a role that permits what the bindings say and nothing
 * else, and log groups for both. An HTTP API cannot have a web application firewall.
 *
 * <p>It costs nothing until it is used: then about 1 USD for each million requests, 0.20 USD for each million runs of
 * the function and its time, and its logs.
 *
 * <p>No change replaces the API, and with it the URL, but a change of its name. There is no data to lose.
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
    private final Function function;
    private final Api api;

    /**
     * Creates an API and its function.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public IngestionApi(String name, IngestionApiArgs args) {
        this(name, args, null);
    }

    /**
     * Creates an API and its function.
     *
     * @throws dev.ashlar.core.InvalidArgsException with every fault of the options
     */
    public IngestionApi(String name, IngestionApiArgs args, @Nullable ComponentResourceOptions options) {
        super(TYPE, name, check(name, args), options);
        this.name = name;
        this.function = IngestionFunction.create(name, args, this);
        this.api = HttpApi.create(name, args, function, child());
        var uses = FunctionPlan.of(args).bindings().edges();
        registerOutputs(Map.of("url", url(), "functionName", functionName(), "uses", Output.of(uses)));
    }

    /** Every fault of the options; empty when the API can be created. */
    public static Violations check(String name, IngestionApiArgs args) {
        return IngestionApiCheck.check(name, args);
    }

    /** Where the API is reached, without a path: {@code https://<id>.execute-api.<region>.amazonaws.com}. */
    public Output<String> url() {
        return api.apiEndpoint();
    }

    /** The physical name of the function. */
    public Output<String> functionName() {
        return function.name();
    }

    /** The ARN of the function. */
    public Output<String> functionArn() {
        return function.arn();
    }

    @Override
    public List<Signal> signals() {
        return IngestionApiSignals.of(name, api.id(), function.name());
    }
}
