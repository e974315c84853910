package dev.ashlar.compute.internal.container;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.OutputCheck;
import dev.ashlar.network.Network;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a task is given as outputs, which can turn out to be nothing: an output that another stack never exported, say. */
public final class LateInputs {

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html, subnets
    private static final int MAX_SUBNETS = 16;

    private LateInputs() {}

    /** The variables of a container, each of them refused if it has no value. */
    public static SortedMap<String, Output<String>> environment(
            String subject, String container, SortedMap<String, Output<String>> environment) {
        var present = new TreeMap<String, Output<String>>();
        environment.forEach((variable, value) -> present.put(
                variable, present(subject, "environment of container %s".formatted(container), variable, value)));
        return present;
    }

    /** The address of a container's image, refused if there is none. */
    public static Output<String> image(String subject, String container, Output<String> uri) {
        return present(subject, "image of container %s".formatted(container), null, uri);
    }

    /** The subnets that a task runs in: at least one, and no more than ECS takes. */
    public static Output<List<String>> subnets(String subject, Network network) {
        return OutputCheck.of(
                network.privateSubnetIds(),
                Violations.of(subject),
                (ids, violations) -> violations.expect(
                        ids != null && !ids.isEmpty() && ids.size() <= MAX_SUBNETS,
                        "network",
                        "%s with %d private subnets"
                                .formatted(network.placement().label(), ids == null ? 0 : ids.size()),
                        "ECS places tasks in 1 to %d subnets".formatted(MAX_SUBNETS),
                        "give the network as many privateSubnetIds"));
    }

    private static Output<String> present(
            String subject, String option, @Nullable String variable, Output<String> value) {
        return OutputCheck.of(
                value,
                Violations.of(subject),
                (resolved, violations) -> violations.expect(
                        resolved != null,
                        option,
                        variable == null ? null : variable + " without a value",
                        "its output turned out to hold nothing",
                        "give an output that exists, or leave it out"));
    }
}
