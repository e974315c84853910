package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.component.Created;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the clients and the domain of a user pool. When the pool has none of that name, the violation is thrown, or
 * collected while the program is planned.
 */
public final class ClientLookup {

    private final String subject;

    /**
     * Looks up what one user pool has.
     *
     * @param subject the pool as messages name it, such as {@code UserPool "customers"}
     */
    public ClientLookup(String subject) {
        this.subject = subject;
    }

    /** Returns the id of a client. */
    public Output<String> id(Map<String, Output<String>> ids, String client) {
        var id = ids.get(client);
        if (id == null) {
            reject(client, "the pool has the clients %s".formatted(ids.keySet()));
            return Created.unknown();
        }
        return id;
    }

    /** Returns the secret of a client. */
    public SecretReference secret(Map<String, SecretReference> secrets, String client) {
        var secret = secrets.get(client);
        if (secret == null) {
            reject(client, "the clients that have a secret are %s".formatted(secrets.keySet()));
            return SecretReference.of(Created.unknown());
        }
        return secret;
    }

    /** Rejects a client as which a load balancer cannot log users in. */
    public void requireServer(UserPoolArgs pool, String client) {
        boolean server = pool.clients().stream()
                .filter(args -> client.equals(args.label()))
                .map(args -> AppClientPlan.of(args, false))
                .allMatch(plan -> plan.generateSecret() && plan.showsLogin());
        Ashlar.check(Violations.of(subject)
                .expect(
                        server,
                        "client",
                        '"' + client + '"',
                        "a load balancer logs users in as a server, which has a secret",
                        "make it one of the kind SERVER with the loadBalancerUrl"));
    }

    /** Returns whether a pool has an option that only pools with a login domain have. */
    public boolean has(String option, @Nullable Object value, String fix) {
        Ashlar.check(Violations.of(subject).expect(value != null, option, null, "users log in there", fix));
        return value != null;
    }

    private void reject(String client, String rule) {
        Ashlar.check(Violations.of(subject).add("client", '"' + client + '"', rule, "use one of these, or add it"));
    }
}
