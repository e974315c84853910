package dev.ashlar.data;

import java.util.Optional;

/** What a {@link DataBucket} decides from its options. */
final class DataBucketPlan {

    private DataBucketPlan() {}

    /** What the bucket's name must start with, for the sake of a log delivery. */
    static Optional<String> namePrefix(DataBucketArgs args) {
        return args.logDeliveries().stream()
                .flatMap(delivery -> delivery.namePrefix().stream())
                .findFirst();
    }
}
