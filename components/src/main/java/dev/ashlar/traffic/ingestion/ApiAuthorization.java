package dev.ashlar.traffic.ingestion;

import com.pulumi.core.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an HTTP API.
 *
 * @param type how a caller proves who it is
 * @param issuer of the tokens; null unless the type is {@link Type#JWT}
 * @param audiences that tokens are issued for; empty unless the type is {@link Type#JWT}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html">Control and
 *     manage access to HTTP APIs in API Gateway</a>
 */
public record ApiAuthorization(Type type, @Nullable Output<String> issuer, List<Output<String>> audiences) {

    /** How a caller proves who it is. */
    public enum Type {
        IAM("AWS_IAM"),
        JWT("JWT"),
        NONE("NONE");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** The value of a route's {@code authorizationType}. */
        public String wireName() {
            return wireName;
        }
    }

    public ApiAuthorization {
        audiences = List.copyOf(audiences);
    }

    /** Roles and users of AWS whom a policy permits {@code execute-api:Invoke}, with signed requests. */
    public static ApiAuthorization iam() {
        return new ApiAuthorization(Type.IAM, null, List.of());
    }

    /** Who has a token of this issuer for one of these audiences. */
    public static ApiAuthorization jwt(Output<String> issuer, List<Output<String>> audiences) {
        return new ApiAuthorization(Type.JWT, issuer, audiences);
    }

    /**
     * Everybody on the internet; the function has to find out by itself who calls, such as by a signature in the body.
     */
    public static ApiAuthorization unauthenticated() {
        return new ApiAuthorization(Type.NONE, null, List.of());
    }
}
