package dev.ashlar.traffic.firewall;

/** What becomes of a request that a rule matches. */
public enum FirewallMode {
    /** It is counted and let on: to see what a new rule would block. */
    COUNT,
    /** It is refused. */
    BLOCK
}
