package dev.ashlar.identity.internal.userpool;

import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.identity.LoginDomain;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.internal.aws.AwsEnvironment;
import dev.ashlar.internal.aws.CloudFront;
import dev.ashlar.internal.aws.DnsCertificate;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.OutputCheck;
import java.util.Objects;
import java.util.function.Supplier;

/** The domain where a pool's users log in. */
public final class UserPoolLoginDomain {

    // The hosted pages of 2018: the branding of newer ones, without which they show nothing, is no resource of the
    // provider.
    private static final int HOSTED_UI = 1;

    private final String pool;
    private final UserPoolArgs args;
    private final Supplier<CustomResourceOptions.Builder> childOptions;
    private final LoginDomain domain;
    private final UserPoolDomain created;

    public UserPoolLoginDomain(
            String pool,
            UserPoolArgs args,
            LoginDomain domain,
            Output<String> poolId,
            Supplier<CustomResourceOptions.Builder> childOptions) {
        this.pool = pool;
        this.args = args;
        this.domain = domain;
        this.childOptions = childOptions;
        var options = UserPoolDomainArgs.builder()
                .userPoolId(poolId)
                .domain(domain.name())
                .managedLoginVersion(HOSTED_UI);
        if (domain.isCustom()) {
            options.certificateArn(certificateArn());
        }
        // A pool has one domain of a kind, so the old one goes first.
        this.created = new UserPoolDomain(
                Names.child(pool, "domain"),
                options.build(),
                childOptions.get().deleteBeforeReplace(true).build());
        var zoneId = domain.zoneId();
        if (zoneId != null) {
            createAlias(zoneId);
        }
    }

    private Output<String> certificateArn() {
        var given = domain.certificateArn();
        if (given != null) {
            return OutputCheck.apply(given, this::inTheRightRegion);
        }
        return DnsCertificate.issue(
                pool,
                domain.name(),
                Objects.requireNonNull(domain.zoneId()),
                args.tags(),
                childOptions
                        .get()
                        .provider(Objects.requireNonNull(domain.certificateProvider()))
                        .build());
    }

    private String inTheRightRegion(String arn) {
        var parts = arn.split(":", 6);
        if (parts.length > 3 && parts[1].equals("aws") && !parts[3].equals(CloudFront.REGION)) {
            throw new RunException(
                    "UserPool \"%s\": domain has the certificate %s, but Cognito looks for it in %s; issue it there, or give the zone and a provider of that region."
                            .formatted(pool, arn, CloudFront.REGION));
        }
        return arn;
    }

    private void createAlias(Output<String> zoneId) {
        new Record(
                Names.child(pool, "alias"),
                RecordArgs.builder()
                        .zoneId(zoneId)
                        .name(domain.name())
                        .type(RecordType.A)
                        .aliases(RecordAliasArgs.builder()
                                .name(created.cloudfrontDistribution())
                                .zoneId(created.cloudfrontDistributionZoneId())
                                .evaluateTargetHealth(false)
                                .build())
                        .build(),
                childOptions.get().build());
    }

    /** The prefix or the whole name, once it exists. */
    public Output<String> name() {
        return created.domain();
    }

    /**
     * Where users log in.
     *
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html">
     *     Using the Amazon Cognito prefix domain</a>
     */
    public Output<String> url(Output<AwsEnvironment> place) {
        if (domain.isCustom()) {
            return name().applyValue(host -> "https://" + host);
        }
        return Output.tuple(name(), place).applyValue(known -> "https://%s.%s.%s.amazoncognito.com"
                .formatted(
                        known.t1, known.t2.partition().equals("aws-us-gov") ? "auth-fips" : "auth", known.t2.region()));
    }
}
