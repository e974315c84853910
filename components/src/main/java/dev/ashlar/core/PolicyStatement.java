package dev.ashlar.core;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A permission: the actions that are allowed on resources, under conditions.
 *
 * @param actions IAM actions, such as {@code sqs:SendMessage}; never empty, never {@code *} alone
 * @param resources ARNs, or patterns of ARNs
 * @param conditions the required values of each condition key, by operator such as {@code StringEquals}: a text, a
 *     list of texts, or either as an output
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">IAM
 *     JSON policy elements: Statement</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">IAM
 *     JSON policy elements: Condition</a>
 */
public record PolicyStatement(
        List<String> actions, List<Output<String>> resources, Map<String, Map<String, Object>> conditions) {

    public PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = Map.copyOf(conditions);
    }

    /** Creates a permission without conditions. */
    public PolicyStatement(List<String> actions, List<Output<String>> resources) {
        this(actions, resources, Map.of());
    }

    /** Returns a permission for actions on one resource. */
    public static PolicyStatement allow(Output<String> resource, String... actions) {
        return new PolicyStatement(List.of(actions), List.of(resource));
    }

    /** Returns a permission for actions on several resources. */
    public static PolicyStatement allow(List<Output<String>> resources, String... actions) {
        return new PolicyStatement(List.of(actions), resources);
    }

    /**
     * Returns this permission with one more condition.
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
