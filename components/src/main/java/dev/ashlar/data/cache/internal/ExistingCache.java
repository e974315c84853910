package dev.ashlar.data.cache.internal;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;
import dev.ashlar.core.Violations;
import dev.ashlar.data.cache.Cache;
import dev.ashlar.data.cache.ExistingCacheArgs;
import dev.ashlar.internal.check.KnownArn;
import dev.ashlar.internal.component.Names;

/** A cache that exists already: it hands out its binding and creates nothing. */
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
        violations.require("endpoint", args.endpoint(), "services connect to it", "give the cache's endpoint");
        violations.require("user", args.user(), "services log in as somebody", "give the user's name");
        violations.require(
                "passwordSecretArn",
                args.passwordSecretArn(),
                "services read the password from a secret",
                "give the secret's ARN");
        violations.require(
                "securityGroupId", args.securityGroupId(), "services open their way through it", "give the group's id");
        violations.expect(
                args.port() >= 1 && args.port() <= 65535, "port", args.port(), "ports go from 1 to 65535", "use one");
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
