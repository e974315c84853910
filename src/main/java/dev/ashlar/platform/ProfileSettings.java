package dev.ashlar.platform;

import dev.ashlar.core.EndpointStrategy;
import dev.ashlar.core.NatStrategy;
import dev.ashlar.core.Profile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads an environment's profile: a named one, and the switches that the environment overrides. */
final class ProfileSettings {

    private ProfileSettings() {}

    /** The named profiles of a stack file. */
    enum Named {
        DEV,
        STAGING,
        PROD;

        Profile profile() {
            return switch (this) {
                case DEV -> Profile.DEV;
                case STAGING -> Profile.STAGING;
                case PROD -> Profile.PROD;
            };
        }
    }

    static Profile read(ConfigReader reader) {
        var base = reader.oneOf("profile", Named.class, Named.PROD).profile();
        return reader.object("overrides", overrides -> override(base, overrides));
    }

    private static Profile override(Profile base, ConfigReader reader) {
        return Profile.builder()
                .natStrategy(reader.oneOf("natStrategy", NatStrategy.class, base.natStrategy()))
                .endpointStrategy(reader.oneOf("endpointStrategy", EndpointStrategy.class, base.endpointStrategy()))
                .multiAz(reader.flag("multiAz", base.multiAz()))
                .minAuroraCapacity(orElse(reader.number("minAuroraCapacity"), base.minAuroraCapacity()))
                .maxAuroraCapacity(orElse(reader.number("maxAuroraCapacity"), base.maxAuroraCapacity()))
                .backupRetention(days(reader.integer("backupRetentionDays"), base.backupRetention()))
                .logRetention(days(reader.integer("logRetentionDays"), base.logRetention()))
                .dataProtection(reader.flag("dataProtection", base.dataProtection()))
                .spotPercentage(orElse(reader.integer("spotPercentage"), base.spotPercentage()))
                .build();
    }

    private static Duration days(@Nullable Integer days, Duration otherwise) {
        return days == null ? otherwise : Duration.ofDays(days);
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
