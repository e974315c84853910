package dev.ashlar.data.aurora.internal;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.ArrayList;
import java.util.List;

/** Where an Aurora cluster writes its logs. */
public final class AuroraLogGroups {

    private AuroraLogGroups() {}

    /** RDS would create these groups by itself and keep the logs for ever, so they are there before the cluster. */
    public static List<Resource> create(
            String name,
            AuroraClusterArgs args,
            AuroraPlan plan,
            Output<String> physicalName,
            CustomResourceOptions child) {
        var groups = new ArrayList<Resource>();
        for (var log : plan.logs()) {
            var groupName = Names.child(name, "log", log);
            groups.add(new LogGroup(
                    groupName,
                    LogGroupArgs.builder()
                            .name(physicalName.applyValue(cluster -> "/aws/rds/cluster/%s/%s".formatted(cluster, log)))
                            .retentionInDays(LogRetention.days(args.profile().logRetention()))
                            .tags(Tags.named(groupName, args.tags()))
                            .build(),
                    child));
        }
        return groups;
    }
}
