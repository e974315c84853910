package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;

/**
 * A name that a load balancer answers to.
 *
 * @param name such as {@code api.example.com}, up to 64 characters (RequestCertificate in the AWS Certificate Manager API
 *     Reference)
 * @param zoneId the Route 53 zone that holds the name, where the records go
 */
public record LoadBalancerDomain(String name, Output<String> zoneId) {}
