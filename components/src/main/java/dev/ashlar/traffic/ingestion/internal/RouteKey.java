package dev.ashlar.traffic.ingestion.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The requests that a route of an HTTP API matches: {@code POST /ingest} or {@code $default}.
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

    /** Returns a label for the names of resources: {@code get-items-id} for {@code GET /items/{id}}. */
    String label() {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
