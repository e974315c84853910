package dev.ashlar.data.aurora.internal.binding;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.aurora.AuroraProxyArgs;
import dev.ashlar.internal.component.Created;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a proxy that bindings need.
 *
 * @param hosts its endpoints
 * @param iamAuthentication whether clients log in with tokens of IAM; with passwords otherwise
 * @param users the secrets with {@code username} and {@code password}, by database user
 */
public record DatabaseProxy(DatabaseHosts hosts, boolean iamAuthentication, Map<String, SecretReference> users) {

    /** Returns the proxy of a cluster with faults: its options are known, and its outputs are not. */
    public static DatabaseProxy planned(String name, AuroraProxyArgs options, @Nullable Output<String> kmsKeyArn) {
        var users = new TreeMap<String, SecretReference>();
        options.users().forEach(user -> users.put(user, new SecretReference(unknown(), null, kmsKeyArn)));
        return new DatabaseProxy(
                new DatabaseHosts(name, unknown(), unknown(), unknown(), unknown(), false),
                options.iamAuthentication(),
                users);
    }

    private static Output<String> unknown() {
        return Created.<Output<String>>nothing().output(output -> output);
    }
}
