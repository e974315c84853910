package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.ExistingUserPoolArgs;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.internal.check.RepeatedKeys;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A user pool that exists already. Its outputs are unknown when the caller's options have faults in a planned program.
 */
public final class ExistingUserPool implements UserDirectory {

    private final String name;
    private final ExistingUserPoolArgs args;
    private final ClientLookup lookup;

    private ExistingUserPool(String name, ExistingUserPoolArgs args, ClientLookup lookup) {
        this.name = name;
        this.args = args;
        this.lookup = lookup;
    }

    /**
     * Returns the user pool that the options describe.
     *
     * @param repeatedKeys the keys that the options' builder received more than once
     */
    public static ExistingUserPool of(String name, ExistingUserPoolArgs args, Collection<String> repeatedKeys) {
        var violations = Violations.of("UserPool.fromExisting", name);
        Names.check(name, violations);
        required("arn", args.arn(), violations);
        required("id", args.id(), violations);
        required("issuer", args.issuer(), violations);
        RepeatedKeys.check(repeatedKeys, violations);
        Ashlar.check(violations);
        return new ExistingUserPool(name, args, new ClientLookup(violations.subject()));
    }

    private static void required(String option, @Nullable Object value, Violations violations) {
        violations.require(option, value, "consumers of the user pool require it", "give it");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Output<String> arn() {
        return orUnknown(args.arn());
    }

    @Override
    public Output<String> id() {
        return orUnknown(args.id());
    }

    @Override
    public Output<String> issuer() {
        return orUnknown(args.issuer());
    }

    @Override
    public Output<String> domain() {
        return given("domain", args.domain());
    }

    @Override
    public Output<String> loginUrl() {
        return given("loginUrl", args.loginUrl());
    }

    @Override
    public Output<String> clientId(String client) {
        return lookup.id(args.clientIds(), client);
    }

    @Override
    public SecretReference clientSecret(String client) {
        return lookup.secret(args.clientSecrets(), client);
    }

    private Output<String> given(String option, @Nullable Output<String> value) {
        lookup.has(option, value, "give it to fromExisting");
        return orUnknown(value);
    }

    private static Output<String> orUnknown(@Nullable Output<String> value) {
        return value == null ? Created.unknown() : value;
    }
}
