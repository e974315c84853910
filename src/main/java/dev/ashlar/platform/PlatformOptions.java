package dev.ashlar.platform;

import dev.ashlar.compute.ServiceClusterArgs;
import dev.ashlar.core.Firewall;
import dev.ashlar.core.Violations;
import dev.ashlar.data.aurora.AuroraClusterArgs;
import dev.ashlar.data.bucket.DataBucketArgs;
import dev.ashlar.data.bucket.StorageClass;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.data.table.DynamoTableArgs;
import dev.ashlar.data.table.KeyType;
import dev.ashlar.identity.ClientKind;
import dev.ashlar.identity.UserPoolArgs;
import dev.ashlar.messaging.QueueTopologyArgs;
import dev.ashlar.network.Network;
import dev.ashlar.network.VpcArgs;
import dev.ashlar.traffic.firewall.WebFirewallArgs;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import java.time.Duration;

/** The options of the network, the cluster and the resources that the platform's workloads use. */
final class PlatformOptions {

    /** The client of the user pool for users of the web application. */
    static final String WEB_CLIENT = "web";

    /** The client of the user pool for senders to the ingestion API. */
    static final String INGESTION_CLIENT = "ingestion";

    // AWS recommends six times the function's timeout, so that a message is not delivered again during its processing:
    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private static final Duration FETCH_VISIBILITY = WorkloadOptions.INGESTION_TIMEOUT.multipliedBy(6);

    private final Settings settings;

    /** Adds the violations of the settings; the checks of the components find the rest. */
    PlatformOptions(Settings settings, Violations violations) {
        this.settings = settings;
        checkDomain(violations);
    }

    private void checkDomain(Violations violations) {
        var domain = settings.domain();
        if (domain != null) {
            violations.require(
                    "ashlar:domain.name",
                    domain.name(),
                    "the certificate requires a DNS name",
                    "set one, such as api.example.com");
            violations.require(
                    "ashlar:domain.zoneId",
                    domain.zoneId(),
                    "the name requires a hosted zone of Route 53",
                    "set the id of the zone");
        }
    }

    VpcArgs network() {
        return VpcArgs.builder()
                .cidrBlock(settings.cidrBlock())
                .zones(settings.zones())
                .layoutLock(settings.layoutLock())
                .profile(settings.profile())
                .build();
    }

    AuroraClusterArgs database(Network network) {
        return AuroraClusterArgs.builder()
                .network(network)
                .databaseName("platform")
                .profile(settings.profile())
                .build();
    }

    RedisCacheArgs cache(Network network) {
        return RedisCacheArgs.builder()
                .network(network)
                .profile(settings.profile())
                .build();
    }

    QueueTopologyArgs queues() {
        return QueueTopologyArgs.builder()
                .queue(Queue.INBOUND.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .queue(Queue.REPLICA.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .queue(Queue.NORMALISED.label(), queue -> queue.visibilityTimeout(Duration.ofMinutes(2)))
                .queue(Queue.OUTBOUND.label(), queue -> queue.fifo(true).visibilityTimeout(Duration.ofMinutes(5)))
                .queue(Queue.FETCH.label(), queue -> queue.visibilityTimeout(FETCH_VISIBILITY))
                .profile(settings.profile())
                .build();
    }

    ServiceClusterArgs cluster() {
        return ServiceClusterArgs.builder().build();
    }

    /** Measurements of each subject by time, kept indefinitely unless the writer sets an expiry. */
    DynamoTableArgs metrics() {
        return DynamoTableArgs.builder()
                .partitionKey("subject", KeyType.STRING)
                .sortKey("measuredAt", KeyType.STRING)
                .globalSecondaryIndex("by-kind", index -> index.partitionKey("kind", KeyType.STRING)
                        .sortKey("measuredAt", KeyType.STRING))
                .timeToLiveAttribute("expiresAt")
                .profile(settings.profile())
                .build();
    }

    /** The unchanged data of clients: read often while it is new, and kept at half the price afterwards. */
    DataBucketArgs raw() {
        return DataBucketArgs.builder()
                .lifecycleRule("seldom-read", rule -> rule.transition(StorageClass.STANDARD_IA, Duration.ofDays(30)))
                .profile(settings.profile())
                .build();
    }

    WebFirewallArgs firewall() {
        return WebFirewallArgs.builder().profile(settings.profile()).build();
    }

    /**
     * Users of the web application; with login pages, also a client that issues tokens to senders of the ingestion API.
     */
    UserPoolArgs users(Firewall firewall) {
        var login = settings.login();
        var options = UserPoolArgs.builder()
                .mfa(login.mfa())
                .firewall(firewall)
                .client(
                        WEB_CLIENT,
                        ClientKind.SPA,
                        web -> web.callbackUrls(login.callbackUrls().toArray(String[]::new)))
                .profile(settings.profile());
        if (login.domainPrefix() != null) {
            options.domainPrefix(login.domainPrefix())
                    .resourceServer("ingestion", "write")
                    .client(INGESTION_CLIENT, ClientKind.MACHINE, sender -> sender.scopes("ingestion/write"));
        }
        return options.build();
    }

    ApplicationLoadBalancerArgs loadBalancer(Network network, Firewall firewall) {
        var options = ApplicationLoadBalancerArgs.builder()
                .network(network)
                .firewall(firewall)
                .allowPlainHttp(settings.allowPlainHttp())
                .profile(settings.profile());
        var domain = settings.domain();
        if (domain != null && domain.name() != null && domain.zoneId() != null) {
            options.domain(domain.name(), domain.zoneId());
        }
        return options.build();
    }
}
