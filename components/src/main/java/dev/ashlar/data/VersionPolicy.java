package dev.ashlar.data;

/** The party that upgrades a database to later minor versions of its engine. */
public enum VersionPolicy {
    /**
     * AWS, in the maintenance window. The version in the options applies at creation and is ignored afterwards, because
     * the running version becomes newer, and AWS rejects a downgrade.
     */
    TRACK_MAJOR,
    /** The caller: the version is given in full, and AWS changes it only when the caller does. */
    PIN_MINOR
}
