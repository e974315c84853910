package dev.ashlar.deploy.internal.verdict;

/** What a rollout does after an inconclusive step. */
enum WhenInconclusive {
    /** Returns all traffic to the old slot. The rollback is recorded as inconclusive, not as a failed release. */
    ROLLBACK,
    /** Keeps the weights until an operator decides. */
    HOLD,
    /** Goes on with the next step. */
    PROCEED
}
