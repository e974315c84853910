package dev.ashlar.traffic;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.core.Names;
import dev.ashlar.core.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate for a domain, which ACM issues and renews because the domain's zone holds a record that it asks for.
 */
final class LoadBalancerCertificate {

    private static final int RECORD_TTL_SECONDS = 300;

    private LoadBalancerCertificate() {}

    /** The ARN of the certificate, known once it is issued. */
    static Output<String> issue(
            String loadBalancer, LoadBalancerDomain domain, Map<String, String> tags, CustomResourceOptions child) {
        var name = Names.child(loadBalancer, "certificate");
        var certificate = new Certificate(
                name,
                CertificateArgs.builder()
                        .domainName(domain.name())
                        .validationMethod("DNS")
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        var record = new Record(
                name,
                RecordArgs.builder()
                        .zoneId(domain.zoneId())
                        .name(asked(certificate, CertificateDomainValidationOption::resourceRecordName))
                        .type(asked(certificate, CertificateDomainValidationOption::resourceRecordType)
                                .applyValue(com.pulumi.core.Either::<String, RecordType>ofLeft))
                        .records(asked(certificate, CertificateDomainValidationOption::resourceRecordValue)
                                .applyValue(List::of))
                        .ttl(RECORD_TTL_SECONDS)
                        // ACM asks for the same record for every certificate of a domain in an account.
                        .allowOverwrite(true)
                        .build(),
                child);
        return new CertificateValidation(
                        name,
                        CertificateValidationArgs.builder()
                                .certificateArn(certificate.arn())
                                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                                .build(),
                        child)
                .certificateArn();
    }

    // One domain has exactly one option.
    private static Output<String> asked(
            Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
        return certificate.domainValidationOptions().applyValue(options -> part.apply(options.get(0))
                .orElseThrow());
    }
}
