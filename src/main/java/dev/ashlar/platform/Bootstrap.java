package dev.ashlar.platform;

import com.pulumi.Context;
import dev.ashlar.compute.image.ImageRepository;
import dev.ashlar.compute.image.ImageRepositoryArgs;
import dev.ashlar.core.Violations;

/** What has to exist before the first platform: a repository for each image, since an image must exist before it can run. */
final class Bootstrap implements Program {

    private final Settings settings;

    Bootstrap(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Violations check() {
        var violations = Violations.of("bootstrap");
        for (var image : Image.values()) {
            violations.addAll(ImageRepository.check(image.label(), repository(image)));
        }
        return violations;
    }

    @Override
    public void create(Context context) {
        for (var image : Image.values()) {
            var repository = new ImageRepository(image.label(), repository(image));
            context.export(image.label() + "RepositoryUrl", repository.repositoryUrl());
        }
    }

    private ImageRepositoryArgs repository(Image image) {
        return ImageRepositoryArgs.builder()
                .repositoryName(image.repositoryName())
                .lambdaPull(image == Image.INGESTION)
                .profile(settings.profile())
                .build();
    }
}
