package dev.ashlar.traffic.ingestion;

import com.pulumi.core.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The callers that may use an HTTP API.
 *
 * @param type how a caller is authenticated
 * @param issuer the issuer of the tokens; null unless the type is {@link Type#JWT}
 * @param audiences the audiences of the tokens; empty unless the type is {@link Type#JWT}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html">Control
 *     and manage access to HTTP APIs in API Gateway</a>
 */
public record ApiAuthorization(Type type, @Nullable Output<String> issuer, List<Output<String>> audiences) {

    /** How a caller is authenticated. */
    public enum Type {
        IAM("AWS_IAM"),
        JWT("JWT"),
        NONE("NONE");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** Returns the value of {@code authorizationType} of a route in the API. */
        public String wireName() {
            return wireName;
        }
    }

    public ApiAuthorization {
        audiences = List.copyOf(audiences);
    }

    /** Allows AWS roles and users with the permission {@code execute-api:Invoke}, by signed requests. */
    public static ApiAuthorization iam() {
        return new ApiAuthorization(Type.IAM, null, List.of());
    }

    /** Allows callers with a token of this issuer for one of these audiences. */
    public static ApiAuthorization jwt(Output<String> issuer, List<Output<String>> audiences) {
        return new ApiAuthorization(Type.JWT, issuer, audiences);
    }

    /**
     * Allows every caller on the internet; the function must authenticate callers itself, such as by a signature in
     * the body.
     */
    public static ApiAuthorization unauthenticated() {
        return new ApiAuthorization(Type.NONE, null, List.of());
    }
}
