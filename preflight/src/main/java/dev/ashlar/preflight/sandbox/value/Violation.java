package dev.ashlar.preflight.sandbox.value;

import com.google.protobuf.Struct;
import pulumirpc.Provider.CheckFailure;

/**
 * Something wrong with a resource's inputs.
 *
 * @param path where, such as {@code rules[0].status}; empty if it is about the resource as a whole
 * @param reason what is wrong, in words that follow "property … has a problem:"
 */
public record Violation(String path, String reason) {

    /**
     * The engine prints the value of a property that a failure names. That is a help for a property of the resource
     * itself; for a part of one the path is said instead, and the value of a secret must not be printed.
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
