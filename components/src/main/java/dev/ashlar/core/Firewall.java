package dev.ashlar.core;

import com.pulumi.core.Output;

/**
 * A web application firewall for a resource that answers HTTP requests. Components that AWS WAF can protect take one in
 * their options.
 *
 * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html">AssociateWebACL</a>
 */
public interface Firewall {

    /** Returns the ARN of the web ACL. */
    Output<String> arn();

    /** Returns whether it protects regional resources; false if it protects CloudFront distributions only. */
    boolean isRegional();
}
