package dev.ashlar.traffic.loadbalancer;

import com.pulumi.core.Output;

/**
 * The domain name of a load balancer.
 *
 * @param name the domain name, such as {@code api.example.com}, up to 64 characters (RequestCertificate in the AWS
 *     Certificate Manager API Reference)
 * @param zoneId the Route 53 zone of the domain, in which the records are created
 */
public record LoadBalancerDomain(String name, Output<String> zoneId) {}
