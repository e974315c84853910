package dev.ashlar.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.Mfa;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a stack file. Reading continues after a fault: an invalid value is reported and replaced by its
 * default, so that the components can check the rest and all faults are reported together.
 *
 * @param target where the stack is deployed; default AWS
 * @param program the program of the stack; default the platform
 * @param profile the environment's switches; default {@link Profile#PROD}
 * @param cidrBlock the CIDR block of the VPC
 * @param zones the availability zones by slot, with null for an empty slot
 * @param layoutLock the CIDR blocks of subnets that must not move, by subnet label
 * @param domain the DNS name of the API; null without a domain
 * @param allowPlainHttp whether the API accepts requests without TLS, for environments without a domain; default false
 * @param login the login options of the user pool
 * @param tokens the tokens that the ingestion API accepts; null for those of the user pool's client
 * @param allowUnauthenticated whether the ingestion API accepts requests without a token; default false
 * @param services the settings of the workloads that run as tasks, by workload name
 * @param images the tag or digest of each image, by image name
 */
record Settings(
        Target target,
        Program program,
        Profile profile,
        @Nullable String cidrBlock,
        List<@Nullable String> zones,
        Map<String, String> layoutLock,
        @Nullable Domain domain,
        boolean allowPlainHttp,
        Login login,
        @Nullable Tokens tokens,
        boolean allowUnauthenticated,
        Map<String, Service> services,
        Map<String, String> images) {

    /** The programs of this project. */
    enum Program {
        /** The platform of one environment. */
        PLATFORM,
        /** The image repositories, which must exist before the first platform. */
        BOOTSTRAP
    }

    /** A DNS name in a hosted zone of Route 53. */
    record Domain(@Nullable String name, @Nullable String zoneId) {}

    /**
     * The user pool's login.
     *
     * @param domainPrefix the first part of the host name of the login pages; null without login pages
     * @param callbackUrls the URLs to which users return after login
     * @param mfa whether users need a second factor
     */
    record Login(@Nullable String domainPrefix, List<@Nullable String> callbackUrls, Mfa mfa) {

        static final Login DEFAULT = new Login(null, List.of(), Mfa.OPTIONAL);
    }

    /** The issuer and the audiences of JSON web tokens. */
    record Tokens(@Nullable String issuer, List<@Nullable String> audiences) {}

    /** The settings of one workload's tasks; null keeps the platform's default. The migrations have a size only. */
    record Service(
            @Nullable String taskSize,
            @Nullable Integer desiredCount,
            @Nullable Integer minCount,
            @Nullable Integer maxCount) {

        static final Service DEFAULT = new Service(null, null, null, null);
    }

    /** Reads a stack's configuration and adds its violations. */
    static Settings read(ObjectNode config, Violations violations) {
        var reader = new ConfigReader(StackConfig.NAMESPACE, config, violations);
        var settings = new Settings(
                reader.oneOf("target", Target.class, Target.AWS),
                reader.oneOf("program", Program.class, Program.PLATFORM),
                ProfileSettings.read(reader),
                reader.text("cidrBlock"),
                reader.texts("zones"),
                reader.map("layoutLock", ConfigReader::text),
                reader.object("domain", Settings::domain),
                reader.flag("allowPlainHttp", false),
                reader.object("login", Settings::login),
                reader.object("tokens", Settings::tokens),
                reader.flag("allowUnauthenticated", false),
                reader.map("services", Settings::service),
                reader.map("images", ConfigReader::text));
        reader.reportUnknown();
        return settings;
    }

    private static @Nullable Domain domain(ConfigReader reader) {
        var domain = new Domain(reader.text("name"), reader.text("zoneId"));
        return domain.name == null && domain.zoneId == null ? null : domain;
    }

    private static Login login(ConfigReader reader) {
        return new Login(
                reader.text("domainPrefix"),
                reader.texts("callbackUrls"),
                reader.oneOf("mfa", Mfa.class, Login.DEFAULT.mfa));
    }

    private static @Nullable Tokens tokens(ConfigReader reader) {
        var tokens = new Tokens(reader.text("issuer"), reader.texts("audiences"));
        return tokens.issuer == null && tokens.audiences.isEmpty() ? null : tokens;
    }

    private static Service service(ConfigReader services, String name) {
        return services.object(
                name,
                reader -> new Service(
                        reader.text("taskSize"),
                        reader.integer("desiredCount"),
                        reader.integer("minCount"),
                        reader.integer("maxCount")));
    }

    /** Returns the settings of a service. */
    Service service(String name) {
        return services.getOrDefault(name, Service.DEFAULT);
    }
}
