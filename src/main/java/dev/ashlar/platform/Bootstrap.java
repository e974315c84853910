package dev.ashlar.platform;

import com.pulumi.Context;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;

/** What has to exist before the first platform: a repository for each image, since an image must exist before it can run. */
final class Bootstrap {

    private Bootstrap() {}

    /** Creates the repositories; the violations are those of the stack file so far. */
    static void create(Context context, Settings settings, Violations violations) {
        Ashlar.check(violations);
        for (var workload : Workload.values()) {
            var repository = new ImageRepository(
                    workload.label(),
                    ImageRepositoryArgs.builder()
                            .repositoryName(workload.repositoryName())
                            .lambdaPull(workload == Workload.INGESTION)
                            .profile(settings.profile())
                            .build());
            context.export(workload.label() + "RepositoryUrl", repository.repositoryUrl());
        }
    }
}
