package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.identity.PolicyDocument;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Map;

/**
 * The role with which RDS writes what the operating systems of a cluster's instances do.
 *
 * @param permission what must be there before the role is of use
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html">Setting up and
 *     enabling Enhanced Monitoring</a>
 */
public record EnhancedMonitoring(Output<String> roleArn, Resource permission) {

    public static EnhancedMonitoring permit(
            String clusterName,
            Output<AwsEnvironment> environment,
            Map<String, String> tags,
            CustomResourceOptions child) {
        var name = Names.child(clusterName, "monitoring");
        var role = new Role(
                name,
                RoleArgs.builder()
                        .assumeRolePolicy(PolicyDocument.trusting(
                                "monitoring.rds.amazonaws.com", environment.applyValue(AwsEnvironment::accountId)))
                        .description("Writes what the operating systems of %s do".formatted(clusterName))
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        var permission = new RolePolicyAttachment(
                name,
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn(environment.applyValue(
                                here -> here.managedPolicyArn("service-role/AmazonRDSEnhancedMonitoringRole")))
                        .build(),
                child);
        return new EnhancedMonitoring(role.arn(), permission);
    }
}
