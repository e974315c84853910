package dev.ashlar.traffic.firewall;

/** The action for a request that matches a rule. */
public enum FirewallMode {
    /** The request is counted and passes on, which shows what a new rule would block. */
    COUNT,
    /** The request is blocked. */
    BLOCK
}
