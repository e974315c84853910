package dev.ashlar.internal.aws;

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
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Issues an ACM certificate for a domain, validated and renewed by a record in the domain's hosted zone. */
public final class DnsCertificate {

    private static final int RECORD_TTL_SECONDS = 300;

    private DnsCertificate() {}

    /**
     * Issues a certificate.
     *
     * @param owner the component that uses the domain
     * @param domain such as {@code api.example.com}
     * @param zoneId the Route 53 hosted zone of the domain
     * @param child the options of the certificate, with a provider of the region that requires it
     * @return the ARN of the certificate, known once it is issued
     */
    public static Output<String> issue(
            String owner, String domain, Output<String> zoneId, Map<String, String> tags, CustomResourceOptions child) {
        var name = Names.child(owner, "certificate");
        var certificate = new Certificate(
                name,
                CertificateArgs.builder()
                        .domainName(domain)
                        .validationMethod("DNS")
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        var record = new Record(
                name,
                RecordArgs.builder()
                        .zoneId(zoneId)
                        .name(validation(certificate, CertificateDomainValidationOption::resourceRecordName))
                        .type(validation(certificate, CertificateDomainValidationOption::resourceRecordType)
                                .applyValue(com.pulumi.core.Either::<String, RecordType>ofLeft))
                        .records(validation(certificate, CertificateDomainValidationOption::resourceRecordValue)
                                .applyValue(List::of))
                        .ttl(RECORD_TTL_SECONDS)
                        // ACM requires the same record for every certificate of a domain in an account.
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
    private static Output<String> validation(
            Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
        return certificate.domainValidationOptions().applyValue(options -> part.apply(options.get(0))
                .orElseThrow());
    }
}
