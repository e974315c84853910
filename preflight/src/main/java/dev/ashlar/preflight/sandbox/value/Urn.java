package dev.ashlar.preflight.sandbox.value;

/** Reads the parts of a resource's URN: {@code urn:pulumi:stack::project::parent$type::name}. */
public final class Urn {

    private Urn() {}

    public static String type(String urn) {
        var types = urn.split("::", 4)[2];
        return types.substring(types.lastIndexOf('$') + 1);
    }

    public static String name(String urn) {
        return urn.split("::", 4)[3];
    }
}
