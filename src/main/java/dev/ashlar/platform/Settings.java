package dev.ashlar.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.core.Profile;
import dev.ashlar.core.Violations;
import dev.ashlar.identity.Mfa;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack file says, typed. Reading stops at no fault: what cannot be read is reported and left at its default, so
 * that the components can check the rest and everything is reported together.
 *
 * @param target where the stack runs; default AWS
 * @param program which of the project's programs; default the platform
 * @param profile the environment's switches; default {@link Profile#PROD}
 * @param cidrBlock the network's addresses
 * @param zones availability zones in the order of slots, with null for a hole
 * @param layoutLock the blocks of subnets that must not move, by the subnets' labels
 * @param domain where the API is reached; null without a domain
 * @param allowPlainHttp whether the API may be reached without TLS, for environments without a domain; default false
 * @param login how users log in
 * @param tokens whose tokens the ingestion API accepts; null for those of the user pool's own client
 * @param allowUnauthenticated whether the ingestion API may be used by anybody; default false
 * @param services what differs from one service to the next, by the service's name
 * @param images tag or digest of each image, by the image's name
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
        /** What has to exist before the first platform: the image repositories. */
        BOOTSTRAP
    }

    /** A DNS name in a hosted zone of Route 53. */
    record Domain(@Nullable String name, @Nullable String zoneId) {}

    /**
     * The user pool's login.
     *
     * @param domainPrefix the first part of the host name of its login pages; null without them
     * @param callbackUrls where the web application receives users who logged in
     * @param mfa whether users need a second factor
     */
    record Login(@Nullable String domainPrefix, List<@Nullable String> callbackUrls, Mfa mfa) {

        static final Login DEFAULT = new Login(null, List.of(), Mfa.OPTIONAL);
    }

    /** JSON web tokens: who issues them, and for whom. */
    record Tokens(@Nullable String issuer, List<@Nullable String> audiences) {}

    /** What a stack file may say of one service; null leaves the platform's default. */
    record Service(
            @Nullable String taskSize,
            @Nullable Integer desiredCount,
            @Nullable Integer minCount,
            @Nullable Integer maxCount) {

        static final Service DEFAULT = new Service(null, null, null, null);
    }

    /** Reads a stack's configuration and adds what is wrong with it. */
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

    /** What the stack file says of a service. */
    Service service(String name) {
        return services.getOrDefault(name, Service.DEFAULT);
    }
}
