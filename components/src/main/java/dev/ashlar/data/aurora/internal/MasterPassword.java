package dev.ashlar.data.aurora.internal;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.secretsmanager.SecretRotation;
import com.pulumi.aws.secretsmanager.SecretRotationArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretRotationRotationRulesArgs;
import com.pulumi.core.Output;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.component.Children;

/** The password of the master user, which RDS keeps in a secret. */
public final class MasterPassword {

    private MasterPassword() {}

    /** Returns the ARN of the secret. */
    public static Output<String> secretArn(Cluster cluster) {
        return cluster.masterUserSecrets()
                .applyValue(secrets -> secrets.get(0).secretArn().orElseThrow());
    }

    /** Creates the rotation of the secret. */
    public static void rotate(Children children, AuroraClusterArgs args, Cluster cluster) {
        new SecretRotation(
                children.name("master"),
                SecretRotationArgs.builder()
                        .secretId(secretArn(cluster))
                        // The password is new already.
                        .rotateImmediately(false)
                        .rotationRules(SecretRotationRotationRulesArgs.builder()
                                .automaticallyAfterDays(Math.toIntExact(
                                        args.masterPasswordRotation().toDays()))
                                .build())
                        .build(),
                children.options());
    }
}
