package dev.ashlar.internal.aws;

import com.pulumi.deployment.Deployment;

/** Fixed names that AWS requires to be unique among the stacks of an account. */
public final class StackNames {

    private StackNames() {}

    /** Returns {@code <project>-<stack>-<name>}, consisting of letters, digits, hyphens and underscores. */
    public static String of(String name) {
        var deployment = Deployment.getInstance();
        return "%s-%s-%s"
                .formatted(deployment.getProjectName(), deployment.getStackName(), name)
                .replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
