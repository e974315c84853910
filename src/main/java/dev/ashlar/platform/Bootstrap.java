package dev.ashlar.platform;

import com.pulumi.Context;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;

/**
 * Creates the image repositories, which must exist before the first platform, because an image must exist before it
 * runs.
 */
final class Bootstrap {

    private Bootstrap() {}

    /**
     * Creates the repositories.
     *
     * @param violations the violations found in the stack file so far
     */
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
