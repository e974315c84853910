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
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.Permission;
import com.pulumi.aws.lambda.PermissionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.internal.component.Tags;
import dev.ashlar.traffic.ingestion.ApiAuthorization;
import dev.ashlar.traffic.ingestion.IngestionApiArgs;
import java.util.Map;
import java.util.Objects;

/** Lays out an HTTP API whose routes all lead to one function. */
public final class HttpApi {

    /**
     * What is written down of each request.
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

    private final String name;
    private final IngestionApiArgs args;
    private final CustomResourceOptions child;
    private final Api api;

    private HttpApi(String name, IngestionApiArgs args, CustomResourceOptions child) {
        this.name = name;
        this.args = args;
        this.child = child;
        this.api = new Api(
                name,
                ApiArgs.builder()
                        .protocolType("HTTP")
                        .description("Leads to the function of " + name)
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }

    public static Api create(String name, IngestionApiArgs args, Function function, CustomResourceOptions child) {
        var layout = new HttpApi(name, args, child);
        layout.admitTo(function);
        layout.routes(layout.integration(function));
        layout.stage(layout.accessLog());
        return layout.api;
    }

    // All routes and stages of this API, and no other API.
    private void admitTo(Function function) {
        new Permission(
                name,
                PermissionArgs.builder()
                        .action("lambda:InvokeFunction")
                        .function(function.name())
                        .principal("apigateway.amazonaws.com")
                        .sourceArn(Output.format("%s/*/*", api.executionArn()))
                        .build(),
                child);
    }

    private Integration integration(Function function) {
        return new Integration(
                Names.child(name, "function"),
                IntegrationArgs.builder()
                        .apiId(api.id())
                        .integrationType("AWS_PROXY")
                        .integrationUri(function.invokeArn())
                        .integrationMethod("POST")
                        .payloadFormatVersion("2.0")
                        .build(),
                child);
    }

    private void routes(Integration integration) {
        var authorization = args.authorization();
        var authorizer = authorization.type() == ApiAuthorization.Type.JWT ? authorizer(authorization) : null;
        for (var text : args.routes()) {
            var route = com.pulumi.aws.apigatewayv2.RouteArgs.builder()
                    .apiId(api.id())
                    .routeKey(text)
                    .target(Output.format("integrations/%s", integration.id()))
                    .authorizationType(authorization.type().wireName());
            if (authorizer != null) {
                route.authorizerId(authorizer.id());
            }
            new Route(Names.child(name, "route", new RouteKey(text).label()), route.build(), child);
        }
    }

    private Authorizer authorizer(ApiAuthorization authorization) {
        return new Authorizer(
                name,
                AuthorizerArgs.builder()
                        .apiId(api.id())
                        .authorizerType("JWT")
                        .identitySources("$request.header.Authorization")
                        .jwtConfiguration(AuthorizerJwtConfigurationArgs.builder()
                                .issuer(OutputCheck.apply(Objects.requireNonNull(authorization.issuer()), this::https))
                                .audiences(Output.all(authorization.audiences()))
                                .build())
                        .build(),
                child);
    }

    private String https(String issuer) {
        Violations.of("IngestionApi", name)
                .expect(
                        issuer.startsWith("https://"),
                        "authorization",
                        "a JWT of the issuer \"%s\"".formatted(issuer),
                        "API Gateway fetches the issuer's keys by HTTPS",
                        "give its URL, such as https://login.example.com")
                .orThrow();
        return issuer;
    }

    // Under this prefix AWS keeps the permission of log deliveries short, which otherwise grows with each group until
    // it fails; the API's id makes the name unique.
    private LogGroup accessLog() {
        var logName = Names.child(name, "access");
        return new LogGroup(
                logName,
                LogGroupArgs.builder()
                        .name(Output.format("/aws/vendedlogs/apigateway/%s", api.id()))
                        .retentionInDays(LogRetention.days(args.logRetention()))
                        .tags(Tags.named(logName, args.tags()))
                        .build(),
                child);
    }

    private void stage(LogGroup accessLog) {
        new Stage(
                name,
                StageArgs.builder()
                        .apiId(api.id())
                        // The stage whose name does not show in the URL.
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
                        .tags(Tags.named(name, args.tags()))
                        .build(),
                child);
    }
}
