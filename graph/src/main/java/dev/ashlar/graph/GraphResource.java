package dev.ashlar.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a stack.
 *
 * @param type the Pulumi type, such as {@code aws:ec2/subnet:Subnet}
 * @param name the logical name
 * @param urn the identity
 * @param parent the URN of the parent; null for a resource of the stack itself
 * @param inputs what the program asked for
 * @param outputs what it came to; of a component, what it registered
 * @param dependencies URNs of the resources that this one waits for
 * @param options how the engine treats it
 */
public record GraphResource(
        String type,
        String name,
        String urn,
        @Nullable String parent,
        Map<String, Object> inputs,
        Map<String, Object> outputs,
        List<String> dependencies,
        Options options) {

    /**
     * The options that a program sets to change how the engine treats a resource.
     *
     * @param aliases URNs by which the engine may know the resource from earlier, sorted
     * @param importId the id under which AWS has the resource already; null when the engine creates it
     * @param provider the URN and id of the provider that was chosen; null for the one that its parents or the stack have
     */
    public record Options(
            boolean protect,
            boolean retainOnDelete,
            boolean deleteBeforeReplace,
            List<String> ignoreChanges,
            List<String> aliases,
            @Nullable String importId,
            @Nullable String provider) {}

    /** Whether the resource is a component: it groups others and has no counterpart in the cloud. */
    public boolean isComponent() {
        return !type.startsWith("aws:") && !type.startsWith("pulumi:");
    }

    /** An input by its path, such as {@code tags.Name} or {@code ingress[0].fromPort}; null when it is not set. */
    public @Nullable Object input(String path) {
        return at(inputs, path);
    }

    /** An output by its path; null when there is none. */
    public @Nullable Object output(String path) {
        return at(outputs, path);
    }

    private static @Nullable Object at(Map<String, Object> properties, String path) {
        Object value = properties;
        for (var step : path.split("[.\\[]", -1)) {
            if (value instanceof PropertyValues.Secret secret) {
                value = secret.value();
            }
            if (value instanceof Map<?, ?> map) {
                value = map.get(step);
            } else if (value instanceof List<?> list) {
                var index = Integer.parseInt(step.substring(0, step.length() - 1));
                value = index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return value;
    }
}
