package dev.ashlar.graph.internal;

import com.pulumi.core.internal.Urn;
import java.util.Optional;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * The URNs that the engine gives to the resources of a stack.
 *
 * @param stack the name of the stack
 * @param project the name of the project
 */
record Urns(String stack, String project) {

    private static final String STACK_TYPE = "::pulumi:pulumi:Stack::";

    String of(RegisterResourceRequest request) {
        return urn(stack, project, request.getParent(), request.getType(), request.getName());
    }

    String of(ReadResourceRequest request) {
        return urn(stack, project, request.getParent(), request.getType(), request.getName());
    }

    /** Returns the URN of an alias. Parts that the alias does not set are those of the resource. */
    String of(Alias alias, RegisterResourceRequest request) {
        if (!alias.hasSpec()) {
            return alias.getUrn();
        }
        var spec = alias.getSpec();
        return urn(
                or(spec.getStack(), stack),
                or(spec.getProject(), project),
                spec.getNoParent() ? "" : or(spec.getParentUrn(), request.getParent()),
                or(spec.getType(), request.getType()),
                or(spec.getName(), request.getName()));
    }

    // The stack is the parent of resources without another parent, and URNs omit it.
    private static String urn(String stack, String project, String parent, String type, String name) {
        var named = Optional.of(parent).filter(urn -> !urn.isEmpty() && !urn.contains(STACK_TYPE));
        return Urn.create(stack, project, named, type, name);
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
