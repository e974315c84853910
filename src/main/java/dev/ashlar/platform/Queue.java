package dev.ashlar.platform;

import java.util.Locale;

/** The queues of the pipeline, in the order in which a message passes through them. */
enum Queue {
    /** From the ingestion function to the replica logic. */
    INBOUND,
    /** From the replica logic to normalisation. */
    REPLICA,
    /** From normalisation to the preparation of deliveries. */
    NORMALISED,
    /** From preparation to execution, in the order of each recipient. */
    OUTBOUND,
    /** The self-healing loop: from workers that miss data back to the ingestion function. */
    FETCH;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
