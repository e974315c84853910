package dev.ashlar.preflight.testkit;

import com.pulumi.core.internal.Urn;
import java.util.Optional;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/** The identities that the engine gives to the resources of a stack. */
final class Urns {

    private static final String STACK = "stack";
    private static final String PROJECT = "project";
    private static final String STACK_TYPE = "::pulumi:pulumi:Stack::";

    private Urns() {}

    static String of(RegisterResourceRequest request) {
        return urn(STACK, PROJECT, request.getParent(), request.getType(), request.getName());
    }

    static String of(ReadResourceRequest request) {
        return urn(STACK, PROJECT, request.getParent(), request.getType(), request.getName());
    }

    /** The URN that an alias means; what it leaves open is as the resource has it now. */
    static String of(Alias alias, RegisterResourceRequest request) {
        if (!alias.hasSpec()) {
            return alias.getUrn();
        }
        var spec = alias.getSpec();
        return urn(
                or(spec.getStack(), STACK),
                or(spec.getProject(), PROJECT),
                spec.getNoParent() ? "" : or(spec.getParentUrn(), request.getParent()),
                or(spec.getType(), request.getType()),
                or(spec.getName(), request.getName()));
    }

    // The stack is the parent of what has no other, and the one parent that identities leave out.
    private static String urn(String stack, String project, String parent, String type, String name) {
        var named = Optional.of(parent).filter(urn -> !urn.isEmpty() && !urn.contains(STACK_TYPE));
        return Urn.create(stack, project, named, type, name);
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
