package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.PolicyStatement;
import dev.ashlar.internal.aws.Json;
import dev.ashlar.internal.aws.PolicyJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates IAM policy documents: the permissions of a role ({@link #allowing}), the trust policy of a role
 * ({@link #trusting}), and the policy of a resource ({@link Builder}).
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the
 *     IAM JSON policy language</a>
 */
public final class PolicyDocument {

    private PolicyDocument() {}

    /** Returns the permissions of a role. */
    public static Output<String> allowing(List<PolicyStatement> statements) {
        return PolicyJson.allowing(statements);
    }

    /** Returns the permissions of a role. */
    public static Output<String> allowing(PolicyStatement... statements) {
        return allowing(List.of(statements));
    }

    /** Returns the trust policy of a role that one AWS service assumes, such as {@code ecs-tasks.amazonaws.com}. */
    public static String trusting(String servicePrincipal) {
        return PolicyJson.trusting(servicePrincipal);
    }

    /**
     * Returns the trust policy of a role that one AWS service assumes on behalf of this account only.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy
     *     problem</a>
     */
    public static Output<String> trusting(String servicePrincipal, Output<String> accountId) {
        return PolicyJson.trusting(servicePrincipal, accountId);
    }

    /**
     * Returns a new builder of the policy of a resource, such as a queue or a bucket, whose statements have principals
     * and conditions.
     */
    public static Builder builder() {
        return new Builder();
    }

    private static Output<String> document(List<Object> statements) {
        return Json.of(PolicyJson.policy(statements));
    }

    /** Builds the policy of a resource from statements. */
    public static final class Builder {

        private final Map<String, Object> statements = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a statement.
         *
         * @param sid the statement's id, letters and digits, unique in the document
         * @param effect {@code Allow} or {@code Deny}
         * @param principal {@code *}, or a map such as {@code Map.of("Service", "delivery.logs.amazonaws.com")}
         * @param actions IAM actions
         * @param resources ARNs, as strings or outputs; empty in the policy of an ECR repository, which does not
         *     allow any
         * @param condition the condition block; empty for none
         * @throws IllegalArgumentException if the document already has a statement with this id
         */
        public Builder statement(
                String sid,
                String effect,
                Object principal,
                List<String> actions,
                List<?> resources,
                Map<String, ?> condition) {
            var statement = new LinkedHashMap<String, Object>();
            statement.put("Sid", sid);
            statement.put("Effect", effect);
            statement.put("Principal", principal);
            statement.put("Action", actions);
            if (!resources.isEmpty()) {
                statement.put("Resource", resources);
            }
            if (!condition.isEmpty()) {
                statement.put("Condition", condition);
            }
            if (statements.putIfAbsent(sid, statement) != null) {
                throw new IllegalArgumentException("the policy already has a statement " + sid);
            }
            return this;
        }

        /** Denies every request without TLS. */
        public Builder denyPlainText(List<String> actions, List<?> resources) {
            return statement(
                    "DenyPlainText",
                    "Deny",
                    "*",
                    actions,
                    resources,
                    Map.of("Bool", Map.of("aws:SecureTransport", "false")));
        }

        /** Returns the document as JSON text. */
        public Output<String> build() {
            return document(new ArrayList<>(statements.values()));
        }
    }
}
