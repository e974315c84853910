package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.inputs.ServiceServiceRegistriesArgs;
import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.aws.servicediscovery.ServiceArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceHealthCheckCustomConfigArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.component.Children;

/**
 * Registers the addresses of a service's tasks in a private DNS namespace of Cloud Map.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html">Use service discovery to
 *     connect Amazon ECS services with DNS names</a>
 */
public final class ServiceDiscovery {

    private static final int TTL_SECONDS = 10;

    private ServiceDiscovery() {}

    static ServiceServiceRegistriesArgs register(Children children, Output<String> namespaceId) {
        var service = new Service(
                children.name(),
                ServiceArgs.builder()
                        // DNS clients resolve this name.
                        .name(children.name())
                        .dnsConfig(ServiceDnsConfigArgs.builder()
                                .namespaceId(namespaceId)
                                .dnsRecords(ServiceDnsConfigDnsRecordArgs.builder()
                                        .type("A")
                                        .ttl(TTL_SECONDS)
                                        .build())
                                .routingPolicy("MULTIVALUE")
                                .build())
                        // ECS reports which tasks are healthy.
                        .healthCheckCustomConfig(ServiceHealthCheckCustomConfigArgs.builder()
                                .failureThreshold(1)
                                .build())
                        .tags(children.tags())
                        .build(),
                children.options());
        return ServiceServiceRegistriesArgs.builder().registryArn(service.arn()).build();
    }
}
