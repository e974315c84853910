package dev.ashlar.data.aurora.internal.instance;

import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.internal.aws.ServiceRole;
import dev.ashlar.internal.component.AwsEnvironment;
import dev.ashlar.internal.component.Children;

/**
 * The role with which RDS writes the operating system metrics of a cluster's instances.
 *
 * @param permission the resource without which the role permits nothing
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Monitoring.OS.Enabling.html">Setting up and
 *     enabling Enhanced Monitoring</a>
 */
public record EnhancedMonitoring(Output<String> roleArn, Resource permission) {

    public static EnhancedMonitoring create(Children children, String clusterName, Output<AwsEnvironment> environment) {
        var role = ServiceRole.create(
                children,
                "monitoring.rds.amazonaws.com",
                environment.applyValue(AwsEnvironment::accountId),
                "Writes what the operating systems of %s do".formatted(clusterName));
        var permission = new RolePolicyAttachment(
                children.name(),
                RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn(environment.applyValue(
                                aws -> aws.managedPolicyArn("service-role/AmazonRDSEnhancedMonitoringRole")))
                        .build(),
                children.options());
        return new EnhancedMonitoring(role.arn(), permission);
    }
}
