package dev.ashlar.internal.aws;

/**
 * The region of Amazon CloudFront's global resources, which is the same for every user of the partition {@code aws}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html">
 *     Requirements for using SSL/TLS certificates with CloudFront</a>
 */
public final class CloudFront {

    /** The region of CloudFront's certificates and web ACLs. */
    public static final String REGION = "us-east-1";

    private CloudFront() {}
}
