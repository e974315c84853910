package dev.ashlar.internal.aws;

import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/** Puts a firewall before a resource, which has at most one. */
public final class FirewallAssociation {

    private FirewallAssociation() {}

    /**
     * Puts a firewall before a resource. When either changes, the old association goes first: taking it away only names the
     * resource, so it would take the new one away.
     *
     * @see <a href="https://docs.aws.amazon.com/waf/latest/APIReference/API_DisassociateWebACL.html">DisassociateWebACL</a>
     */
    public static void create(
            String name, Output<String> resourceArn, Output<String> webAclArn, CustomResourceOptions.Builder child) {
        new WebAclAssociation(
                name,
                WebAclAssociationArgs.builder()
                        .resourceArn(resourceArn)
                        .webAclArn(webAclArn)
                        .build(),
                child.deleteBeforeReplace(true).build());
    }
}
