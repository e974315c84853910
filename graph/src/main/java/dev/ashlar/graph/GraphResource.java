package dev.ashlar.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a stack.
 *
 * @param type the Pulumi type, such as {@code aws:ec2/subnet:Subnet}
 * @param name the logical name
 * @param urn the URN, which identifies the resource
 * @param parent the URN of the parent; null for a resource at the top level of the stack
 * @param inputs the inputs that the program set
 * @param outputs the outputs; of a component, those that it registered
 * @param dependencies the URNs of the resources that this one depends on
 * @param options the resource options
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
     * The resource options that change how the engine treats a resource.
     *
     * @param aliases earlier URNs of the resource, sorted
     * @param importId the id of an existing resource to import; null if the engine creates it
     * @param provider the URN and id of an explicit provider; null for the provider of the parent or the stack
     */
    public record Options(
            boolean protect,
            boolean retainOnDelete,
            boolean deleteBeforeReplace,
            List<String> ignoreChanges,
            List<String> aliases,
            @Nullable String importId,
            @Nullable String provider) {}

    /** Returns whether the resource is a component, which groups others and does not exist in the cloud. */
    public boolean isComponent() {
        return !type.startsWith("aws:") && !type.startsWith("pulumi:");
    }

    /**
     * Returns an input by its path, such as {@code tags.Name} or {@code ingress[0].fromPort}; null when it is not set.
     */
    public @Nullable Object input(String path) {
        return at(inputs, path);
    }

    /** Returns an output by its path; null if there is none. */
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
