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
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.SecretReference;
import dev.ashlar.data.cache.CacheEngine;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may log in to a cache: one user with a generated password that is kept in Secrets Manager. */
public final class CacheUsers {

    private final String name;
    private final RedisCacheArgs args;
    private final Output<String> physicalName;
    private final Supplier<CustomResourceOptions.Builder> childOptions;
    private final Secret secret;
    private final UserGroup group;

    public CacheUsers(
            String name,
            RedisCacheArgs args,
            Output<String> physicalName,
            Supplier<CustomResourceOptions.Builder> childOptions,
            InvokeOptions invokeOptions) {
        this.name = name;
        this.args = args;
        this.physicalName = physicalName;
        this.childOptions = childOptions;
        this.secret = createSecret();
        this.group = createGroup(storePassword(randomPassword(invokeOptions)));
    }

    private Secret createSecret() {
        var secretName = Names.child(name, "password");
        var options = SecretArgs.builder()
                .description("Password of user %s of cache %s".formatted(args.user(), name))
                .recoveryWindowInDays(args.profile().dataProtection() ? 30 : 0)
                .tags(Tags.named(secretName, args.tags()));
        if (args.kmsKeyArn() != null) {
            options.kmsKeyId(args.kmsKeyArn());
        }
        return new Secret(secretName, options.build(), child());
    }

    /**
     * Every run draws a new password, and only the first one counts. What is stored is handed on, not what was drawn, so the
     * user and the secret agree even when an update breaks off between the two.
     */
    private Output<String> storePassword(Output<String> drawn) {
        var version = new SecretVersion(
                Names.child(name, "password"),
                SecretVersionArgs.builder()
                        .secretId(secret.id())
                        .secretString(drawn)
                        .build(),
                childOptions.get().ignoreChanges("secretString").build());
        return version.secretString().applyValue(Optional::orElseThrow).asSecret();
    }

    /**
     * 32 letters and digits: ElastiCache takes 16 to 128 characters, and few of the others.
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

    private UserGroup createGroup(Output<String> password) {
        var users = new ArrayList<Output<String>>();
        users.add(createUser("user", args.user(), args.user(), args.accessString(), password));
        if (args.engine() == CacheEngine.REDIS) {
            // A group of Redis must have a user "default", as whom clients log in that name none: nobody may be that
            // one.
            users.add(createUser("nobody", "off", "default", "off ~* -@all", password));
        }
        var groupName = Names.child(name, "users");
        return new UserGroup(
                groupName,
                UserGroupArgs.builder()
                        .engine(args.engine().wireName())
                        .userGroupId(physicalName)
                        .userIds(Output.all(users))
                        .tags(Tags.named(groupName, args.tags()))
                        .build(),
                child());
    }

    private Output<String> createUser(
            String role, String idSuffix, String userName, String accessString, Output<String> password) {
        var resourceName = Names.child(name, role);
        var user = new User(
                resourceName,
                UserArgs.builder()
                        .engine(args.engine().wireName())
                        .userId(physicalName.applyValue(id -> id + "-" + idSuffix))
                        .userName(userName)
                        .accessString(accessString)
                        .passwords(password.applyValue(List::of))
                        .tags(Tags.named(resourceName, args.tags()))
                        .build(),
                child());
        return user.userId();
    }

    private CustomResourceOptions child() {
        return childOptions.get().build();
    }

    public Output<String> groupId() {
        return group.userGroupId();
    }

    public SecretReference password() {
        return new SecretReference(secret.arn(), null, args.kmsKeyArn());
    }
}
