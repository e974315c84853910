package dev.ashlar.compute.internal.service;

import com.pulumi.aws.ecs.inputs.ServiceServiceRegistriesArgs;
import com.pulumi.aws.servicediscovery.Service;
import com.pulumi.aws.servicediscovery.ServiceArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceDnsConfigDnsRecordArgs;
import com.pulumi.aws.servicediscovery.inputs.ServiceHealthCheckCustomConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.ashlar.internal.component.Tags;
import java.util.Map;

/**
 * Registers the addresses of a service's tasks in a private DNS namespace of Cloud Map.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html">Use service discovery to
 *     connect Amazon ECS services with DNS names</a>
 */
public final class ServiceDiscovery {

    private static final int TTL_SECONDS = 10;

    private ServiceDiscovery() {}

    static ServiceServiceRegistriesArgs register(
            String name, Output<String> namespaceId, Map<String, String> tags, CustomResourceOptions child) {
        var service = new Service(
                name,
                ServiceArgs.builder()
                        // Others find it by this name.
                        .name(name)
                        .dnsConfig(ServiceDnsConfigArgs.builder()
                                .namespaceId(namespaceId)
                                .dnsRecords(ServiceDnsConfigDnsRecordArgs.builder()
                                        .type("A")
                                        .ttl(TTL_SECONDS)
                                        .build())
                                .routingPolicy("MULTIVALUE")
                                .build())
                        // ECS itself tells which tasks are healthy.
                        .healthCheckCustomConfig(ServiceHealthCheckCustomConfigArgs.builder()
                                .failureThreshold(1)
                                .build())
                        .tags(Tags.named(name, tags))
                        .build(),
                child);
        return ServiceServiceRegistriesArgs.builder().registryArn(service.arn()).build();
    }
}
