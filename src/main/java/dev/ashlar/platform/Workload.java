package dev.ashlar.platform;

import java.util.Locale;

/** The workloads of the platform. Each has its own image repository and a tag in {@code ashlar:images}. */
enum Workload {
    /** The consolidated API service. */
    API,
    /** The core worker: replica and normalisation. */
    CORE,
    /** The delivery worker: outbound preparation and execution. */
    DELIVERY,
    /** The ingestion function. */
    INGESTION,
    /** The migrations of the database schema. */
    MIGRATIONS;

    /** Returns the name in stack files and of the component that runs the workload. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the image repository. It is fixed, because other stacks and the build refer to it. */
    String repositoryName() {
        return "ashlar/" + label();
    }
}
