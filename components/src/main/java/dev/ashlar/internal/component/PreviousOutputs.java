package dev.ashlar.internal.component;

import com.pulumi.core.Output;
import com.pulumi.core.TypeShape;
import com.pulumi.core.annotations.Import;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * The outputs of a component in the last update of the stack. A program cannot read the state, but the engine keeps a
 * component's outputs until the component registers others, and returns them like those of any registered resource.
 */
public final class PreviousOutputs {

    private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

    private PreviousOutputs() {}

    /**
     * Returns the outputs of the last update; empty if there was none, or if it failed before the component was
     * complete.
     */
    public static Output<Map<String, Object>> outputs(Resource component) {
        // The future has no dependencies. With them, a child that waits for the result would wait for its own
        // component, which includes its children.
        return Output.of(Deployment.getInstance()
                .invokeAsync(
                        GET_RESOURCE,
                        TypeShape.map(String.class, Object.class),
                        new RegisteredResource(component.urn()))
                .thenApply(PreviousOutputs::state));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> state(Map<String, Object> resource) {
        return Optional.ofNullable((Map<String, Object>) resource.get("state")).orElse(Map.of());
    }

    private static final class RegisteredResource extends InvokeArgs {

        @Import(name = "urn", required = true)
        private final Output<String> urn;

        RegisteredResource(Output<String> urn) {
            this.urn = urn;
        }

        @Override
        public String toString() {
            return "the resource " + urn;
        }
    }
}
