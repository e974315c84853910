package dev.ashlar.internal.component;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.GetPartitionArgs;
import com.pulumi.aws.inputs.GetRegionArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;

/**
 * The partition, region and account that a provider deploys to.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param dnsSuffix the domain of the partition's services, such as {@code amazonaws.com}
 * @param region such as {@code eu-central-1}
 * @param accountId 12 digits
 */
public record AwsEnvironment(String partition, String dnsSuffix, String region, String accountId) {

    /** Returns the environment of the provider in the options. */
    public static Output<AwsEnvironment> of(InvokeOptions options) {
        return Output.tuple(
                        AwsFunctions.getPartition(GetPartitionArgs.Empty, options),
                        AwsFunctions.getRegion(GetRegionArgs.Empty, options),
                        AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty, options))
                .applyValue(found -> new AwsEnvironment(
                        found.t1.partition(), found.t1.dnsSuffix(), found.t2.name(), found.t3.accountId()));
    }

    /** Returns the same environment in another account. */
    public AwsEnvironment inAccount(String account) {
        return new AwsEnvironment(partition, dnsSuffix, region, account);
    }

    /** Returns the ARN of a resource in this account and region. */
    public String arn(String service, String resource) {
        return arn(service, accountId, resource);
    }

    /** Returns the ARN of a resource of another account in this region. */
    public String arn(String service, String account, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
    }

    /** Returns the ARN of a resource in the partition, region and account of another one, which may be elsewhere. */
    public static String arnBeside(String arn, String service, String resource) {
        var parts = arn.split(":", 6);
        return "arn:%s:%s:%s:%s:%s".formatted(parts[1], service, parts[3], parts[4], resource);
    }

    /** Returns the ARN of a policy that AWS manages, such as {@code service-role/AmazonRDSEnhancedMonitoringRole}. */
    public String managedPolicyArn(String path) {
        return "arn:%s:iam::aws:policy/%s".formatted(partition, path);
    }

    /** Returns the principal for all users and roles of an account whose own policies allow it. */
    public String accountRoot(String account) {
        return "arn:%s:iam::%s:root".formatted(partition, account);
    }
}
