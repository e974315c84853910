package dev.ashlar.traffic.loadbalancer.internal;

import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import dev.ashlar.internal.component.Children;
import dev.ashlar.traffic.loadbalancer.IpAddressType;
import dev.ashlar.traffic.loadbalancer.LoadBalancerDomain;

/** The alias records of a load balancer's domain. */
public final class LoadBalancerAliases {

    private final Children children;
    private final LoadBalancerDomain domain;
    private final LoadBalancer loadBalancer;

    public LoadBalancerAliases(Children children, LoadBalancerDomain domain, LoadBalancer loadBalancer) {
        this.children = children;
        this.domain = domain;
        this.loadBalancer = loadBalancer;
    }

    /** Creates a record for IPv4 and, if the load balancer has IPv6 addresses, one for IPv6. */
    public void create(IpAddressType ipAddressType) {
        create("alias", RecordType.A);
        if (ipAddressType != IpAddressType.IPV4) {
            create("alias-ipv6", RecordType.AAAA);
        }
    }

    private void create(String role, RecordType type) {
        new Record(
                children.name(role),
                RecordArgs.builder()
                        .zoneId(domain.zoneId())
                        .name(domain.name())
                        .type(type)
                        .aliases(RecordAliasArgs.builder()
                                .name(loadBalancer.dnsName())
                                .zoneId(loadBalancer.zoneId())
                                .evaluateTargetHealth(true)
                                .build())
                        .build(),
                children.options());
    }
}
