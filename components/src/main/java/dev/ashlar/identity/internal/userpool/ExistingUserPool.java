package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.ExistingUserPoolArgs;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A handle for a user pool that exists already. */
public final class ExistingUserPool implements UserDirectory {

    private final ExistingUserPoolArgs args;
    private final ClientLookup lookup;

    private ExistingUserPool(ExistingUserPoolArgs args, String subject) {
        this.args = args;
        this.lookup = new ClientLookup(subject);
    }

    public static ExistingUserPool of(ExistingUserPoolArgs args) {
        var violations = Violations.of("UserPool", String.valueOf(args.name()));
        Names.check(String.valueOf(args.name()), violations);
        var required = new LinkedHashMap<String, @Nullable Object>();
        required.put("name", args.name());
        required.put("arn", args.arn());
        required.put("id", args.id());
        required.put("issuer", args.issuer());
        required.forEach(
                (option, value) -> violations.require(option, value, "those who use the user pool need it", "give it"));
        violations.orThrow();
        return new ExistingUserPool(args, violations.subject());
    }

    @Override
    public String name() {
        return Objects.requireNonNull(args.name());
    }

    @Override
    public Output<String> arn() {
        return Objects.requireNonNull(args.arn());
    }

    @Override
    public Output<String> id() {
        return Objects.requireNonNull(args.id());
    }

    @Override
    public Output<String> issuer() {
        return Objects.requireNonNull(args.issuer());
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
        return lookup.has(option, value, "give it to fromExisting") && value != null ? value : Created.unknown();
    }
}
