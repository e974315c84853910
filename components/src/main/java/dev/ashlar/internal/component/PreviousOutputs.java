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
 * What a component registered when the stack was last updated. A program does not see the state, but the engine keeps a
 * component's outputs until the component registers others, and answers for it as for any registered resource.
 */
public final class PreviousOutputs {

    private static final String GET_RESOURCE = "pulumi:pulumi:getResource";

    private PreviousOutputs() {}

    /** The outputs of the last update; empty when there was none, or it broke off before the component was complete. */
    public static Output<Map<String, Object>> outputs(Resource component) {
        // The future comes without dependencies. With them, a child that waits for the answer would wait for its own
        // component, which counts its children in.
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
