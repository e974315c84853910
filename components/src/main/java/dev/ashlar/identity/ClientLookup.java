package dev.ashlar.identity;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import java.util.Map;

/** Looks clients up by their labels. */
final class ClientLookup {

    private ClientLookup() {}

    static Output<String> id(String pool, Map<String, Output<String>> ids, String client) {
        return found(ids, client, "UserPool \"%s\" has no client %s; it has %s".formatted(pool, client, ids.keySet()));
    }

    static SecretReference secret(String pool, Map<String, SecretReference> secrets, String client) {
        return found(
                secrets,
                client,
                "UserPool \"%s\" has no client %s with a secret; those with one are %s"
                        .formatted(pool, client, secrets.keySet()));
    }

    private static <T> T found(Map<String, T> all, String client, String otherwise) {
        if (!all.containsKey(client)) {
            throw new IllegalArgumentException(otherwise);
        }
        return all.get(client);
    }
}
