package dev.ashlar.platform;

import java.util.Locale;

/** The images that the platform runs; each has a repository of its own, and a tag in {@code ashlar:images}. */
enum Image {
    /** The consolidated API service. */
    API,
    /** The core worker: replica and normalisation. */
    CORE,
    /** The delivery worker: outbound preparation and execution. */
    DELIVERY,
    /** The ingestion function. */
    INGESTION,
    /** The migrations of the database's schema. */
    MIGRATIONS;

    /** The name in stack files and of the service that runs the image. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the repository: fixed, since other stacks and the build refer to it. */
    String repositoryName() {
        return "ashlar/" + label();
    }
}
