package dev.ashlar.deploy.internal.verdict;

import java.util.random.RandomGenerator;

/** The simulated releases. */
enum Release {
    HEALTHY("healthy"),
    HALF_POINT("+0.5 point"),
    ONE_POINT("+1 point"),
    SLOW("2 × latency"),
    BAD_HOST("one bad host of four"),
    LEAK("slow leak"),
    MOSTLY_BROKEN("7 of 10 minutes 100 × worse");

    private final String title;

    Release(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns the rise of the error rate after so many minutes of traffic. */
    double addedErrors(int age) {
        return switch (this) {
            case HALF_POINT -> 0.005;
            case ONE_POINT -> 0.01;
            // A host that fails a tenth of its requests, and receives a quarter of them.
            case BAD_HOST -> 0.025;
            case LEAK -> 0.0003 * age;
            case HEALTHY, SLOW, MOSTLY_BROKEN -> 0;
        };
    }

    double errorFactor(RandomGenerator random) {
        return this == MOSTLY_BROKEN && random.nextDouble() < 0.7 ? 100 : 1;
    }

    /** Returns the rise of the share of slow requests: an exponential tail exceeds half its p95 in 0.05^(1/2). */
    double addedSlow() {
        return this == SLOW ? Math.sqrt(Traffic.SLOW) - Traffic.SLOW : 0;
    }
}
