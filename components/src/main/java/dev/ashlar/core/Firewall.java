package dev.ashlar.core;

import com.pulumi.core.Output;

/**
 * A web firewall that can be put before something that answers HTTP requests: what takes one in its options is what AWS WAF
 * can protect.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html">AssociateWebACL</a>
 */
public interface Firewall {

    /** The ARN of its web ACL. */
    Output<String> arn();

    /** Whether it protects what stands in a region; false when it is for CloudFront distributions only. */
    boolean isRegional();
}
