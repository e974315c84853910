package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks up what a user pool has, and tells a caller who asks for something else what there is. */
public final class ClientLookup {

    private ClientLookup() {}

    public static Output<String> id(String pool, Map<String, Output<String>> ids, String client) {
        return found(pool, ids, client, "the pool has the clients %s".formatted(ids.keySet()));
    }

    public static SecretReference secret(String pool, Map<String, SecretReference> secrets, String client) {
        return found(pool, secrets, client, "the clients that have a secret are %s".formatted(secrets.keySet()));
    }

    private static <T> T found(String pool, Map<String, T> all, String client, String rule) {
        var found = all.get(client);
        if (found == null) {
            Violations.of("UserPool", pool)
                    .add("client", '"' + client + '"', rule, "use one of these, or add it")
                    .orThrow();
        }
        return Objects.requireNonNull(found);
    }

    /** What only a pool with a login domain has. */
    public static <T> T given(String pool, String option, @Nullable T value, String fix) {
        Violations.of("UserPool", pool)
                .expect(value != null, option, null, "users log in there", fix)
                .orThrow();
        return Objects.requireNonNull(value);
    }
}
