package dev.ashlar.data.internal;

import com.pulumi.core.Output;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The name of the snapshot that AWS takes when a data store is deleted. It must be in the state before the deletion,
 * and two generations of a store must not share it, because the second deletion would fail. So it consists of the
 * store's physical name, which is new whenever the component is created again, and a digest of the options whose change
 * replaces the store.
 */
public final class FinalSnapshot {

    private FinalSnapshot() {}

    /** Returns the name of the snapshot of a store with this physical name. */
    public static Output<String> identifier(Output<String> physicalName, List<Output<String>> replacingOptions) {
        return Output.tuple(physicalName, Output.all(replacingOptions))
                .applyValue(both -> identifier(both.t1, both.t2));
    }

    public static String identifier(String physicalName, List<String> replacingOptions) {
        return physicalName + "-final-" + digest(String.join("\n", replacingOptions));
    }

    private static String digest(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256).substring(0, 7);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
