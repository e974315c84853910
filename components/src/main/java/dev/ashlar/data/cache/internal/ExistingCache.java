package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.cache.ExistingCacheArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Created;
import dev.ashlar.internal.component.Names;
import org.jspecify.annotations.Nullable;

/** An existing cache: it provides a binding and creates nothing. */
public final class ExistingCache implements Cache {

    private final CacheBindings bindings;

    private ExistingCache(CacheBindings bindings) {
        this.bindings = bindings;
    }

    public static Cache of(String name, ExistingCacheArgs args) {
        var violations = check(name, args);
        Ashlar.check(violations);
        var known = new KnownArn(violations.subject());
        return new ExistingCache(new CacheBindings(
                name,
                given(args.endpoint()),
                args.port(),
                given(args.user()),
                given(args.securityGroupId()),
                new SecretReference(
                        known.of("passwordSecretArn", given(args.passwordSecretArn()), "secretsmanager"),
                        args.passwordJsonKey(),
                        known.ifGiven("kmsKeyArn", args.kmsKeyArn(), "kms"))));
    }

    // A missing fact is a violation, and is unknown while the program is planned.
    private static Output<String> given(@Nullable Output<String> fact) {
        return fact == null ? Created.<Output<String>>nothing().output(missing -> missing) : fact;
    }

    public static Violations check(String name, ExistingCacheArgs args) {
        var violations = Violations.of("RedisCache.fromExisting", name);
        Names.check(name, violations);
        var check = new Check(violations);
        check.option("endpoint", args.endpoint()).required("services connect to it", "use the cache's endpoint");
        check.option("user", args.user()).required("services log in as a user", "use the user's name");
        check.option("passwordSecretArn", args.passwordSecretArn())
                .required("services read the password from a secret", "use the secret's ARN");
        check.option("securityGroupId", args.securityGroupId())
                .required("services add ingress rules to it", "use the group's id");
        check.option("port", args.port()).within(1, 65_535, "ports");
        return violations;
    }

    @Override
    public Output<String> endpoint() {
        return bindings.endpoint();
    }

    @Override
    public Output<String> securityGroupId() {
        return bindings.securityGroupId();
    }

    @Override
    public Binding connection() {
        return bindings.connect(bindings.name());
    }

    @Override
    public Binding connection(String prefix) {
        return bindings.connect(prefix);
    }
}
