package dev.ashlar.data.aurora;

import com.pulumi.core.Output;

/**
 * Where the resource of an ARN lives: what the ARNs of its neighbours start with.
 *
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param region such as {@code eu-central-1}
 * @param accountId 12 digits
 */
record Arn(String partition, String region, String accountId) {

    static Output<Arn> of(Output<String> arn) {
        return arn.applyValue(Arn::parse);
    }

    static Arn parse(String arn) {
        var parts = arn.split(":", 6);
        return new Arn(parts[1], parts[3], parts[4]);
    }

    /** The ARN of a neighbour, such as {@code rds-db} and {@code dbuser:cluster-ABC/app}. */
    String neighbour(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, accountId, resource);
    }

    /** The ARN of a policy that AWS keeps, such as {@code service-role/AmazonRDSEnhancedMonitoringRole}. */
    String managedPolicy(String path) {
        return "arn:%s:iam::aws:policy/%s".formatted(partition, path);
    }
}
