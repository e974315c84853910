package dev.ashlar.data.cache.internal;

import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.elasticache.UserGroup;
import com.pulumi.aws.elasticache.UserGroupArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.aws.secretsmanager.SecretsmanagerFunctions;
import com.pulumi.aws.secretsmanager.inputs.GetRandomPasswordArgs;
import com.pulumi.aws.secretsmanager.outputs.GetRandomPasswordResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import dev.ashlar.data.cache.CacheEngine;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The users of a cache: one that can log in, with a generated password that is stored in Secrets Manager. */
public final class CacheUsers {

    private final Children children;
    private final RedisCacheArgs args;
    private final Output<String> physicalName;
    private final Secret secret;
    private final UserGroup group;

    /**
     * Creates the users.
     *
     * @param physicalName the first part of the users' ids
     */
    public CacheUsers(
            Children children, RedisCacheArgs args, Output<String> physicalName, InvokeOptions invokeOptions) {
        this.children = children;
        this.args = args;
        this.physicalName = physicalName;
        this.secret = createSecret(children.scope("password"));
        this.group = createGroup(
                children.scope("users"), storePassword(children.scope("password"), randomPassword(invokeOptions)));
    }

    private Secret createSecret(Children place) {
        var properties = SecretArgs.builder()
                .description("Password of user %s of cache %s".formatted(args.user(), children.name()))
                .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                .tags(place.tags());
        if (args.kmsKeyArn() != null) {
            properties.kmsKeyId(args.kmsKeyArn());
        }
        return new Secret(place.name(), properties.build(), place.options());
    }

    /**
     * Stores the password that the first run generated; later runs generate one too, which is ignored. Returns the
     * stored password and not the generated one, so that user and secret agree even if an update fails between the two.
     */
    private Output<String> storePassword(Children place, Output<String> generated) {
        var version = new SecretVersion(
                place.name(),
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(generated)
                        .build(),
                place.options(options -> options.ignoreChanges("secretString")));
        return version.secretString().applyValue(Optional::orElseThrow).asSecret();
    }

    /**
     * Returns 32 letters and digits: ElastiCache accepts 16 to 128 characters, and few others.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html">Authenticating with the AUTH
     *     command</a>
     */
    private static Output<String> randomPassword(InvokeOptions options) {
        return SecretsmanagerFunctions.getRandomPassword(
                        GetRandomPasswordArgs.builder()
                                .passwordLength(32)
                                .excludePunctuation(true)
                                .build(),
                        options)
                .applyValue(GetRandomPasswordResult::randomPassword)
                .asSecret();
    }

    private UserGroup createGroup(Children place, Output<String> password) {
        var users = new ArrayList<Output<String>>();
        users.add(createUser(children.scope("user"), args.user(), args.user(), args.accessString(), password));
        if (args.engine() == CacheEngine.REDIS) {
            // A Redis user group must contain "default", the user of clients that log in without a name, so it is
            // switched off.
            users.add(createUser(children.scope("nobody"), "off", "default", "off ~* -@all", password));
        }
        return new UserGroup(
                place.name(),
                UserGroupArgs.builder()
                        .engine(args.engine().wireName())
                        .userGroupId(physicalName)
                        .userIds(Output.all(users))
                        .tags(place.tags())
                        .build(),
                place.options());
    }

    private Output<String> createUser(
            Children place, String idSuffix, String userName, String accessString, Output<String> password) {
        var user = new User(
                place.name(),
                UserArgs.builder()
                        .engine(args.engine().wireName())
                        .userId(physicalName.applyValue(id -> id + "-" + idSuffix))
                        .userName(userName)
                        .accessString(accessString)
                        .passwords(password.applyValue(List::of))
                        .tags(place.tags())
                        .build(),
                place.options());
        return user.userId();
    }

    public Output<String> groupId() {
        return group.userGroupId();
    }

    public Output<String> passwordArn() {
        return secret.arn();
    }
}
