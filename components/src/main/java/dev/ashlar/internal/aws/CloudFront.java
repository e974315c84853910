package dev.ashlar.internal.aws;

/**
 * Where Amazon CloudFront keeps what belongs to it: the one region that is the same for everybody, in the partition {@code
 * aws}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html">
 *     Requirements for using SSL/TLS certificates with CloudFront</a>
 */
public final class CloudFront {

    /** The region of its certificates and its web ACLs. */
    public static final String REGION = "us-east-1";

    private CloudFront() {}
}
