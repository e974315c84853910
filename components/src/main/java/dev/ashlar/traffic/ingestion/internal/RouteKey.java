package dev.ashlar.traffic.ingestion.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which requests a route of an HTTP API takes: {@code POST /ingest} or {@code $default}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Create
 *     routes for HTTP APIs in API Gateway</a>
 */
public record RouteKey(String text) {

    private static final String DEFAULT = "$default";
    private static final Pattern TEXT = Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY) "
            + "/(([A-Za-z0-9._~:@!$&'()*,;=-]+|\\{[A-Za-z0-9._-]+\\}|\\{[A-Za-z0-9._-]+\\+\\}$)(/|(?=$)))*");

    boolean isValid() {
        return text.equals(DEFAULT) || TEXT.matcher(text).matches();
    }

    /** A label for the names of resources: {@code GET /items/{id}} becomes {@code get-items-id}. */
    String label() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
