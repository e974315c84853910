package dev.ashlar.core;

import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * One permission: what may be done, and to which resources.
 *
 * @param actions IAM actions, such as {@code sqs:SendMessage}; never empty, never {@code *} alone
 * @param resources ARNs, or patterns of ARNs
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">IAM JSON policy
 *     elements: Statement</a>
 */
public record PolicyStatement(List<String> actions, List<Output<String>> resources) {

    public PolicyStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** Permits actions on one resource. */
    public static PolicyStatement allow(Output<String> resource, String... actions) {
        return new PolicyStatement(List.of(actions), List.of(resource));
    }

    /** Permits actions on several resources. */
    public static PolicyStatement allow(List<Output<String>> resources, String... actions) {
        return new PolicyStatement(List.of(actions), resources);
    }

    /** The policy document that permits all of these statements, and nothing else, as JSON text. */
    public static Output<String> document(List<PolicyStatement> statements) {
        return Json.of(Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                statements.stream()
                        .map(statement -> Map.of(
                                "Effect", "Allow",
                                "Action", statement.actions(),
                                "Resource", statement.resources()))
                        .toList()));
    }
}
