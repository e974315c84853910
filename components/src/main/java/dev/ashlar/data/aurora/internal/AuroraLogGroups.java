package dev.ashlar.data.aurora.internal;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.internal.aws.LogGroups;
import dev.ashlar.internal.component.Children;
import java.util.ArrayList;
import java.util.List;

/** The log groups to which an Aurora cluster exports its logs. */
public final class AuroraLogGroups {

    private AuroraLogGroups() {}

    /** Creates the groups. RDS would create them without a retention, so they must exist before the cluster. */
    public static List<Resource> create(
            Children children, AuroraClusterArgs args, AuroraPlan plan, Output<String> physicalName) {
        var groups = new ArrayList<Resource>();
        for (var log : plan.logs()) {
            groups.add(LogGroups.create(
                    children.scope("log", log),
                    args.profile().logRetention(),
                    physicalName.applyValue(cluster -> "/aws/rds/cluster/%s/%s".formatted(cluster, log))));
        }
        return groups;
    }
}
