package dev.ashlar.deploy.internal.verdict;

/**
 * The verdict on a step after a minute.
 *
 * @param decision the decision
 * @param reason the reason for a rollback, or {@link Reason#NONE}
 * @param evidence the numbers behind the decision, for the incident
 */
record Verdict(Decision decision, Reason reason, String evidence) {

    /** The decisions on a step. */
    enum Decision {
        /** The step goes on. */
        CONTINUE,
        /** The step is over without evidence against the release. */
        PROCEED,
        /** The new release is worse: all traffic returns to the old slot. */
        ROLLBACK,
        /** The step and its extension are over with too few requests to judge. Not evidence against the release. */
        INCONCLUSIVE
    }

    /** The reason for a rollback. */
    enum Reason {
        NONE,
        ERRORS,
        LATENCY,
        CPU,
        MEMORY,
        HARD_ERRORS,
        UNHEALTHY_HOSTS
    }

    static final Verdict CONTINUE = new Verdict(Decision.CONTINUE, Reason.NONE, "");

    static Verdict rollback(Reason reason, String evidence) {
        return new Verdict(Decision.ROLLBACK, reason, evidence);
    }
}
