package dev.ashlar.internal.aws;

import com.pulumi.deployment.Deployment;

/** Names that AWS needs fixed, and that must be one stack's own among all of an account. */
public final class StackNames {

    private StackNames() {}

    /** {@code <project>-<stack>-<name>}, of letters, digits, hyphens and underscores. */
    public static String of(String name) {
        var deployment = Deployment.getInstance();
        return "%s-%s-%s"
                .formatted(deployment.getProjectName(), deployment.getStackName(), name)
                .replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
