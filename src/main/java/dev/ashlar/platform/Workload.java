package dev.ashlar.platform;

import java.util.Locale;

/** What the platform runs; each has an image repository of its own, and a tag in {@code ashlar:images}. */
enum Workload {
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

    /** The name in stack files and of the component that runs it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the image repository: fixed, since other stacks and the build refer to it. */
    String repositoryName() {
        return "ashlar/" + label();
    }
}
