package dev.ashlar.internal.aws;

import com.pulumi.core.Output;
import dev.ashlar.core.PolicyStatement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * IAM policies as JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the
 *     IAM JSON policy language</a>
 */
public final class PolicyJson {

    private PolicyJson() {}

    /** Returns the policy that allows all of these statements, and nothing else. */
    public static Output<String> allowing(List<PolicyStatement> statements) {
        return Json.of(policy(statements.stream().map(PolicyJson::statement).toList()));
    }

    /** Returns the trust policy of a role that one AWS service assumes. */
    public static String trusting(String servicePrincipal) {
        return Json.text(policy(List.of(Map.of(
                "Effect", "Allow",
                "Action", "sts:AssumeRole",
                "Principal", Map.of("Service", servicePrincipal)))));
    }

    /**
     * Returns the trust policy of a role that one AWS service assumes on behalf of this account only.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy
     *     problem</a>
     */
    public static Output<String> trusting(String servicePrincipal, Output<String> accountId) {
        return Json.of(policy(List.of(Map.of(
                "Effect",
                "Allow",
                "Action",
                "sts:AssumeRole",
                "Principal",
                Map.of("Service", servicePrincipal),
                "Condition",
                Map.of("StringEquals", Map.of("aws:SourceAccount", accountId))))));
    }

    /**
     * Returns a policy of these statements, each as a map in the words of the policy grammar, to be written by
     * {@link Json}.
     */
    public static Map<String, Object> policy(List<?> statements) {
        return Map.of("Version", "2012-10-17", "Statement", statements);
    }

    private static Map<String, Object> statement(PolicyStatement statement) {
        var json = new TreeMap<String, Object>(
                Map.of("Effect", "Allow", "Action", statement.actions(), "Resource", statement.resources()));
        if (!statement.conditions().isEmpty()) {
            json.put("Condition", statement.conditions());
        }
        return json;
    }
}
