package dev.ashlar.core;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One permission: what may be done, to which resources, and under which conditions.
 *
 * @param actions IAM actions, such as {@code sqs:SendMessage}; never empty, never {@code *} alone
 * @param resources ARNs, or patterns of ARNs
 * @param conditions by operator, such as {@code StringEquals}, the values that each condition key must have: a text, a list of
 *     texts, or either as an output
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">IAM JSON policy
 *     elements: Statement</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM JSON policy
 *     elements: Condition</a>
 */
public record PolicyStatement(
        List<String> actions, List<Output<String>> resources, Map<String, Map<String, Object>> conditions) {

    public PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = Map.copyOf(conditions);
    }

    /** A permission without conditions. */
    public PolicyStatement(List<String> actions, List<Output<String>> resources) {
        this(actions, resources, Map.of());
    }

    /** Permits actions on one resource. */
    public static PolicyStatement allow(Output<String> resource, String... actions) {
        return new PolicyStatement(List.of(actions), List.of(resource));
    }

    /** Permits actions on several resources. */
    public static PolicyStatement allow(List<Output<String>> resources, String... actions) {
        return new PolicyStatement(List.of(actions), resources);
    }

    /**
     * This permission under one more condition.
     *
     * @param operator such as {@code StringEquals}
     * @param key the condition key, such as {@code iam:PassedToService}
     * @param value a text, a list of texts, or either as an output
     */
    public PolicyStatement when(String operator, String key, Object value) {
        var all = new TreeMap<>(conditions);
        var keys = new TreeMap<>(all.getOrDefault(operator, Map.of()));
        keys.put(key, value);
        all.put(operator, keys);
        return new PolicyStatement(actions, resources, all);
    }
}
