package dev.ashlar.data;

/** Who moves a database to the next minor version of its engine. */
public enum VersionPolicy {
    /**
     * AWS does, in the maintenance window. The version that was given counts when the database is created and is ignored
     * afterwards, since the running version drifts ahead of it and going back is refused.
     */
    TRACK_MAJOR,
    /** You do: the version is given in full, and AWS changes it only when you do. */
    PIN_MINOR
}
