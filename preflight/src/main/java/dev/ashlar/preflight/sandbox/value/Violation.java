package dev.ashlar.preflight.sandbox.value;

import com.google.protobuf.Struct;
import pulumirpc.Provider.CheckFailure;

/**
 * A requirement that the inputs of a resource violate.
 *
 * @param path the property, such as {@code rules[0].status}; empty for the resource as a whole
 * @param reason what is wrong, in words that follow "property … has a problem:"
 */
public record Violation(String path, String reason) {

    /**
     * Returns the violation as a failure of the protocol. The engine prints the value of a property that a failure names,
     * so a failure names only a top-level property that is not secret; otherwise the reason starts with the path.
     */
    public CheckFailure failure(Struct inputs) {
        var value = inputs.getFieldsMap().get(path);
        if (value != null && !Values.hasSecret(value)) {
            return CheckFailure.newBuilder().setProperty(path).setReason(reason).build();
        }
        return CheckFailure.newBuilder()
                .setReason(path.isEmpty() ? reason : path + ": " + reason)
                .build();
    }
}
