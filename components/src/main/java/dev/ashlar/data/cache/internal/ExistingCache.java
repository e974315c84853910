package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.cache.ExistingCacheArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Names;

/** An existing cache: it provides a binding and creates nothing. */
public final class ExistingCache implements Cache {

    private final CacheBindings bindings;

    private ExistingCache(CacheBindings bindings) {
        this.bindings = bindings;
    }

    public static Cache of(String name, ExistingCacheArgs args) {
        var violations = check(name, args);
        violations.orThrow();
        var known = new KnownArn(violations.subject());
        return new ExistingCache(new CacheBindings(
                name,
                args.endpoint(),
                args.port(),
                args.user(),
                args.securityGroupId(),
                new SecretReference(
                        known.of("passwordSecretArn", args.passwordSecretArn(), "secretsmanager"),
                        args.passwordJsonKey(),
                        known.ifGiven("kmsKeyArn", args.kmsKeyArn(), "kms"))));
    }

    public static Violations check(String name, ExistingCacheArgs args) {
        var violations = Violations.of("RedisCache.fromExisting", name);
        Names.check(name, violations);
        violations.require("endpoint", args.endpoint(), "services connect to it", "use the cache's endpoint");
        violations.require("user", args.user(), "services log in as a user", "use the user's name");
        violations.require(
                "passwordSecretArn",
                args.passwordSecretArn(),
                "services read the password from a secret",
                "use the secret's ARN");
        violations.require(
                "securityGroupId", args.securityGroupId(), "services add ingress rules to it", "use the group's id");
        new Check(violations).option("port", args.port()).within(1, 65_535, "ports");
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
