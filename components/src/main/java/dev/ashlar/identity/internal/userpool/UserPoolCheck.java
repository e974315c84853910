package dev.ashlar.identity.internal.userpool;

import dev.ashlar.core.Violations;
import dev.ashlar.identity.FeaturePlan;
import dev.ashlar.identity.LoginDomain;
import dev.ashlar.identity.Mfa;
import dev.ashlar.identity.ThreatProtection;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPool;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.DomainName;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks the options of a {@link UserPool}, and those of its clients with {@link AppClientCheck}. */
public final class UserPoolCheck {

    private static final int MAX_ATTRIBUTES = 50;
    private static final int MAX_SCOPES = 100;
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
    // CreateUserPoolDomain, Domain; WebAuthnConfigurationType, RelyingPartyId.
    private static final int MAX_DOMAIN = 63;
    private static final int MAX_RELYING_PARTY = 127;
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern RESERVED = Pattern.compile(".*(aws|amazon|cognito).*");
    private static final Pattern SENDER =
            Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+|.*<[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+>");
    // CreateResourceServer: Identifier and ScopeName; with a slash in one of them a scope would be ambiguous.
    private static final Pattern IDENTIFIER = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}");
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]{1,256}");

    private final UserPoolArgs args;
    private final Violations violations;

    private UserPoolCheck(String name, UserPoolArgs args) {
        this.args = args;
        this.violations = Violations.of("UserPool", name);
        Names.check(name, violations);
        Tags.check(args.tags(), violations);
    }

    /** Returns the violations of a pool's options. */
    public static Violations check(String name, UserPoolArgs args) {
        var check = new UserPoolCheck(name, args);
        check.schema();
        check.signIn();
        check.passwords();
        check.featurePlan();
        check.domain();
        check.resourceServers();
        check.clients();
        check.emailSender();
        check.firewall();
        return check.violations;
    }

    private void schema() {
        int attributes = args.attributes().size() + args.requiredAttributes().size();
        violations.expect(
                attributes <= MAX_ATTRIBUTES,
                "attributes",
                "%d attributes, the required ones included".formatted(attributes),
                "a user pool has at most %d".formatted(MAX_ATTRIBUTES),
                "keep the rest with the application's own data");
        new TreeMap<>(args.attributes()).forEach(this::attribute);
        if (!args.schemaLock().isEmpty()) {
            UserPoolSchema.of(args).checkAgainst(args.schemaLock(), violations);
        }
    }

    private void attribute(String name, UserAttribute attribute) {
        violations.expect(
                ATTRIBUTE.matcher(name).matches(),
                "attributes",
                '"' + name + '"',
                "a name is up to 20 letters, digits and underscores without custom:, and starts with a letter",
                "use one like tenant_id");
        boolean ordered = attribute.from() <= attribute.to();
        if (attribute.type() == UserAttribute.Type.STRING) {
            ordered &= attribute.from() >= 0 && attribute.to() >= 1 && attribute.to() <= UserAttribute.MAX_LENGTH;
        }
        violations.expect(
                ordered,
                "attributes." + name,
                UserPoolSchema.describe(attribute),
                "the first bound is no more than the second, and texts are up to %d characters long"
                        .formatted(UserAttribute.MAX_LENGTH),
                "correct the bounds");
    }

    private void signIn() {
        var domain = args.passkeyDomain();
        if (domain == null) {
            return;
        }
        violations.expect(
                args.mfa() != Mfa.REQUIRED,
                "passkeyDomain",
                domain,
                "a passkey is one factor, and mfa(REQUIRED) requires a second one",
                "leave passkeys out, or make multi-factor authentication optional");
        violations.expect(
                DomainName.isValid(domain, MAX_RELYING_PARTY),
                "passkeyDomain",
                domain,
                "a domain name in lower case is required",
                "use one like login.example.com");
        var login = args.domain();
        if (login != null && login.isCustom()) {
            violations.expect(
                    login.name().equals(domain),
                    "passkeyDomain",
                    domain,
                    "users log in at the custom domain %s, and their passkeys are for it".formatted(login.name()),
                    "use that one");
        }
    }

    private void passwords() {
        violations.expect(
                args.minimumPasswordLength() >= 12 && args.minimumPasswordLength() <= 99,
                "minimumPasswordLength",
                args.minimumPasswordLength(),
                "passwords are 12 characters long or more, and Cognito supports at most 99",
                "use a length in this range");
        var check = new Check(violations);
        check.option("passwordHistorySize", args.passwordHistorySize()).within(0, 24, "passwords");
        check.option("temporaryPasswordValidity", args.temporaryPasswordValidity())
                .days(1, 365);
    }

    private void featurePlan() {
        violations.expect(
                args.threatProtection() == ThreatProtection.OFF || args.featurePlan() == FeaturePlan.PLUS,
                "threatProtection",
                args.threatProtection(),
                "the plan is %s, and only PLUS has it".formatted(args.featurePlan()),
                "leave one of the two options out");
        violations.expect(
                args.passwordHistorySize() == 0 || args.featurePlan() != FeaturePlan.LITE,
                "passwordHistorySize",
                args.passwordHistorySize(),
                "the plan LITE remembers none",
                "use the plan ESSENTIALS");
        violations.expect(
                args.passkeyDomain() == null || args.featurePlan() != FeaturePlan.LITE,
                "passkeyDomain",
                args.passkeyDomain(),
                "the plan LITE has no passkeys",
                "use the plan ESSENTIALS");
    }

    private void domain() {
        var domain = args.domain();
        if (domain == null || !violations.require("domain", domain.name(), "users log in there", "add a name")) {
            return;
        }
        if (domain.isCustom()) {
            customDomain(domain);
            return;
        }
        violations.expect(
                PREFIX.matcher(domain.name()).matches()
                        && !RESERVED.matcher(domain.name()).matches(),
                "domain",
                domain.name(),
                "a prefix is up to 63 lower-case letters, digits and hyphens, without aws, amazon and cognito",
                "use one like acme-orders");
    }

    private void customDomain(LoginDomain domain) {
        // The parent of a second-level domain is a top-level domain, which has no A record of the caller.
        violations.expect(
                DomainName.isValid(domain.name(), MAX_DOMAIN) && domain.name().split("\\.").length >= 3,
                "domain",
                domain.name(),
                "a custom domain is a subdomain in lower case of at most %d characters whose parent has an A record"
                        .formatted(MAX_DOMAIN),
                "use one like login.example.com");
        violations.expect(
                domain.certificateArn() != null || (domain.zoneId() != null && domain.certificateProvider() != null),
                "domain",
                domain.name() + " without a certificate",
                "a custom domain needs one of us-east-1",
                "give its ARN, or the zone and a provider of us-east-1 to issue it with");
    }

    private void resourceServers() {
        new TreeMap<>(args.resourceServers()).forEach((identifier, scopes) -> {
            violations.expect(
                    IDENTIFIER.matcher(identifier).matches(),
                    "resourceServers",
                    '"' + identifier + '"',
                    "an identifier has up to 256 characters that need no quotes",
                    "use one like orders or https://orders.example.com");
            violations.expect(
                    !scopes.isEmpty() && scopes.size() <= MAX_SCOPES,
                    "resourceServers." + identifier,
                    "%d scopes".formatted(scopes.size()),
                    "a resource server has from 1 to %d".formatted(MAX_SCOPES),
                    "give it scopes such as read and write");
            new TreeSet<>(scopes.keySet())
                    .forEach(scope -> violations.expect(
                            SCOPE.matcher(scope).matches(),
                            "resourceServers." + identifier,
                            '"' + scope + '"',
                            "a scope has up to 256 characters that need no quotes, and no slash",
                            "use one like read"));
        });
    }

    private void clients() {
        var labels = new HashSet<String>();
        for (var client : args.clients()) {
            var label = String.valueOf(client.label());
            violations.expect(
                    labels.add(label),
                    "clients",
                    '"' + label + '"',
                    "two clients have this label",
                    "give one another label");
            new AppClientCheck(args, client, violations).check();
        }
    }

    private void emailSender() {
        var sender = args.emailSender();
        if (sender != null) {
            violations.expect(
                    SENDER.matcher(sender.from()).matches(),
                    "emailSender.from",
                    '"' + sender.from() + '"',
                    "an e-mail address is required",
                    "write it like no-reply@example.com or Orders <no-reply@example.com>");
        }
    }

    private void firewall() {
        var firewall = args.firewall();
        violations.expect(
                firewall == null || firewall.isRegional(),
                "firewall",
                "one of the scope CLOUDFRONT",
                "it protects distributions only",
                "give one of the scope REGIONAL");
    }
}
