package dev.ashlar.traffic.ingestion.internal;

import com.pulumi.aws.apigatewayv2.Api;
import com.pulumi.aws.apigatewayv2.ApiArgs;
import com.pulumi.aws.apigatewayv2.Authorizer;
import com.pulumi.aws.apigatewayv2.AuthorizerArgs;
import com.pulumi.aws.apigatewayv2.Integration;
import com.pulumi.aws.apigatewayv2.IntegrationArgs;
import com.pulumi.aws.apigatewayv2.Route;
import com.pulumi.aws.apigatewayv2.Stage;
import com.pulumi.aws.apigatewayv2.StageArgs;
import com.pulumi.aws.apigatewayv2.inputs.AuthorizerJwtConfigurationArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.apigatewayv2.inputs.StageDefaultRouteSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.component.Children;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.traffic.ingestion.ApiAuthorization;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.util.Map;
import java.util.Objects;

/** Creates an HTTP API whose routes all invoke one function. */
public final class HttpApi {

    /**
     * The fields of the access log of each request.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html">Customize
     *     HTTP API access logs</a>
     */
    private static final String ACCESS_LOG_FORMAT = Json.text(Map.ofEntries(
            Map.entry("requestId", "$context.requestId"),
            Map.entry("requestTime", "$context.requestTime"),
            Map.entry("sourceIp", "$context.identity.sourceIp"),
            Map.entry("userAgent", "$context.identity.userAgent"),
            Map.entry("httpMethod", "$context.httpMethod"),
            Map.entry("routeKey", "$context.routeKey"),
            Map.entry("protocol", "$context.protocol"),
            Map.entry("status", "$context.status"),
            Map.entry("responseLength", "$context.responseLength"),
            Map.entry("responseLatency", "$context.responseLatency"),
            Map.entry("integrationLatency", "$context.integrationLatency"),
            Map.entry("integrationError", "$context.integrationErrorMessage"),
            Map.entry("authorizerError", "$context.authorizer.error")));

    private final Children children;
    private final IngestionApiArgs args;

    public HttpApi(Children children, IngestionApiArgs args) {
        this.children = children;
        this.args = args;
    }

    public Api create(Function function) {
        var api = createApi();
        permitInvocation(api, function);
        createRoutes(api, createIntegration(api, function));
        createStage(api, createAccessLog(api));
        return api;
    }

    private Api createApi() {
        return new Api(
                children.name(),
                ApiArgs.builder()
                        .protocolType("HTTP")
                        .description("Leads to the function of " + children.name())
                        .tags(children.tags())
                        .build(),
                children.options());
    }

    // Covers all routes and stages of this API, and no other API.
    private void permitInvocation(Api api, Function function) {
        new Permission(
                children.name(),
                PermissionArgs.builder()
                        .action("lambda:InvokeFunction")
                        .function(function.name())
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(Output.format("%s/*/*", api.executionArn()))
                        .build(),
                children.options());
    }

    private Integration createIntegration(Api api, Function function) {
        return new Integration(
                children.name("function"),
                IntegrationArgs.builder()
                        .apiId(api.id())
                        .integrationType("AWS_PROXY")
                        .integrationUri(function.invokeArn())
                        .integrationMethod("POST")
                        .payloadFormatVersion("2.0")
                        .build(),
                children.options());
    }

    private void createRoutes(Api api, Integration integration) {
        var authorization = args.authorization();
        var authorizer =
                authorization.type() == ApiAuthorization.Type.JWT ? createAuthorizer(api, authorization) : null;
        for (var text : args.routes()) {
            var route = com.pulumi.aws.apigatewayv2.RouteArgs.builder()
                    .apiId(api.id())
                    .routeKey(text)
                    .target(Output.format("integrations/%s", integration.id()))
                    .authorizationType(authorization.type().wireName());
            if (authorizer != null) {
                route.authorizerId(authorizer.id());
            }
            new Route(children.name("route", new RouteKey(text).label()), route.build(), children.options());
        }
    }

    private Authorizer createAuthorizer(Api api, ApiAuthorization authorization) {
        return new Authorizer(
                children.name(),
                AuthorizerArgs.builder()
                        .apiId(api.id())
                        .authorizerType("JWT")
                        .identitySources("$request.header.Authorization")
                        .jwtConfiguration(AuthorizerJwtConfigurationArgs.builder()
                                .issuer(OutputCheck.apply(Objects.requireNonNull(authorization.issuer()), this::https))
                                .audiences(Output.all(authorization.audiences()))
                                .build())
                        .build(),
                children.options());
    }

    private String https(String issuer) {
        Violations.of("IngestionApi", children.name())
                .expect(
                        issuer.startsWith("https://"),
                        "authorization",
                        "a JWT of the issuer \"%s\"".formatted(issuer),
                        "API Gateway fetches the issuer's keys by HTTPS",
                        "use its URL, such as https://login.example.com")
                .orThrow();
        return issuer;
    }

    // AWS shortens the log delivery policy for groups with this prefix; otherwise it grows with each group until it
    // fails.
    // The id of the API makes the name unique.
    private LogGroup createAccessLog(Api api) {
        return LogGroups.create(
                children.scope("access"),
                args.logRetention(),
                Output.format("/aws/vendedlogs/apigateway/%s", api.id()));
    }

    private void createStage(Api api, LogGroup accessLog) {
        new Stage(
                children.name(),
                StageArgs.builder()
                        .apiId(api.id())
                        // This stage has no name in the URL.
                        .name("$default")
                        .autoDeploy(true)
                        .accessLogSettings(StageAccessLogSettingsArgs.builder()
                                .destinationArn(accessLog.arn())
                                .format(ACCESS_LOG_FORMAT)
                                .build())
                        .defaultRouteSettings(StageDefaultRouteSettingsArgs.builder()
                                .throttlingBurstLimit(args.throttlingBurstLimit())
                                .throttlingRateLimit(args.throttlingRateLimit())
                                .detailedMetricsEnabled(true)
                                .build())
                        .tags(children.tags())
                        .build(),
                children.options());
    }
}
