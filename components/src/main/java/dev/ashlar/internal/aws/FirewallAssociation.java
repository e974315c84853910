package dev.ashlar.internal.aws;

import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;

/** Associates a firewall with a resource, which has at most one. */
public final class FirewallAssociation {

    private FirewallAssociation() {}

    /**
     * Associates a firewall with a resource. If either changes, the old association is deleted first: the delete
     * request contains only the resource, so it would delete a newer association.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/waf/latest/APIReference/API_DisassociateWebACL.html">DisassociateWebACL</a>
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
