package dev.ashlar.data.cache.internal;

import dev.ashlar.core.Violations;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import dev.ashlar.data.internal.MaintenanceWindows;
import dev.ashlar.internal.check.Check;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rejects options of a {@link RedisCache} that ElastiCache rejects, in most cases only after minutes. */
public final class RedisCacheCheck {

    /**
     * Ids of replication groups, users and user groups have 40 characters, of which the provider's suffix takes 8, and
     * the suffix of the user that is switched off another 4.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html">
     *     CreateReplicationGroup, {@code ReplicationGroupId}</a>
     */
    static final int MAX_NAME = 28;

    private static final int MAX_USER_ID = 40;
    private static final int PROVIDER_SUFFIX = 8;
    private static final int MAX_NODES = 500;
    private static final Pattern NODE_TYPE = Pattern.compile("cache\\.[a-z0-9]+\\.[a-z0-9]+");
    private static final Pattern PASSWORD_RULE = Pattern.compile("nopass|resetpass|reset|[><#!].*");
    private static final Set<String> OWN_PARAMETERS = Set.of("cluster-enabled", "maxmemory-policy");

    private final String name;
    private final RedisCacheArgs args;
    private final Violations violations;
    private final Check check;

    private RedisCacheCheck(String name, RedisCacheArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("RedisCache", name);
        this.check = new Check(violations);
    }

    public static Violations check(String name, RedisCacheArgs args) {
        var check = new RedisCacheCheck(name, args);
        Names.check(name, MAX_NAME, check.violations);
        Tags.check(args.tags(), check.violations);
        check.network();
        check.engine();
        check.nodes();
        check.user();
        check.accessString();
        check.parameters();
        check.retention();
        new MaintenanceWindows(60, check.violations)
                .check("snapshotWindow", args.snapshotWindow(), "maintenanceWindow", args.maintenanceWindow());
        return check.violations;
    }

    private void network() {
        var network = args.network();
        check.option("network", network)
                .required(
                        "a cache is placed in the isolated subnets of a network",
                        "use a Vpc, or a network from Vpc.fromExisting");
        if (network == null) {
            return;
        }
        network.placement().check(RedisCachePlan.needs(name, args), violations);
        if (RedisCachePlan.replicas(args) > 0) {
            network.placement()
                    .checkTwoZones(
                            "a cache with replicas requires two or more zones",
                            "add a zone to the network, or set nodes to 1",
                            violations);
        }
    }

    private void engine() {
        check.option("engineVersion", args.engineVersion())
                .that(
                        () -> new EngineVersion(args.engine(), args.engineVersion()).isSupported(),
                        "ElastiCache does not offer this version of %s with users and TLS"
                                .formatted(args.engine().wireName()),
                        "use a version like " + args.engine().defaultVersion());
        check.option("nodeType", args.nodeType())
                .matches(
                        NODE_TYPE,
                        "node types have the form cache.<family>.<size>",
                        "use a node type like cache.t4g.small");
    }

    private void nodes() {
        check.option("nodes", args.nodes())
                .within(1, 6, "nodes")
                .excludes("shards", args.shards(), "with shards, replicasPerShard sets the number of nodes");
        check.option("shards", args.shards()).within(1, MAX_NODES, "shards");
        check.option("replicasPerShard", args.replicasPerShard())
                .within(0, 5, "replicas of each shard")
                .that(
                        () -> args.shards() != null,
                        "without shards, nodes sets the number of nodes",
                        "set shards, or use nodes");
        var total = RedisCachePlan.nodes(args);
        check.option("shards", Objects.requireNonNullElse(args.shards(), 1))
                .that(
                        () -> total <= MAX_NODES,
                        "with %d replicas each these are %d nodes, and a cache has at most %d"
                                .formatted(RedisCachePlan.replicas(args), total, MAX_NODES),
                        "use fewer shards or replicas");
    }

    private void user() {
        var user = args.user();
        var limit = MAX_USER_ID - PROVIDER_SUFFIX - 1 - name.length();
        check.option("user", user)
                .that(
                        given -> Names.isLabel(given) && !given.equals("default"),
                        "user names are lower-case letters, digits and single hyphens, and \"default\" is the user of"
                                + " clients that log in without a name",
                        "use a name like \"app\"")
                .when(name.length() <= MAX_NAME)
                .that(
                        given -> given.length() <= limit,
                        "its id contains the cache's name too, which leaves %d characters".formatted(limit),
                        "shorten the user or the name of the cache");
    }

    private void accessString() {
        check.option("accessString", args.accessString())
                .that(
                        rules -> rules.startsWith("on "),
                        "a user can only log in if it starts with \"on\"",
                        "use a string like \"on ~app:* +@read\"");
        check.option("accessString", args.accessString())
                .shownAs("a rule about passwords")
                .that(
                        rules -> Stream.of(rules.split(" "))
                                .noneMatch(rule -> PASSWORD_RULE.matcher(rule).matches()),
                        "the user has one password, in Secrets Manager, and ElastiCache rejects others here",
                        "remove nopass, resetpass, reset and rules that start with >, <, # or !");
    }

    private void parameters() {
        var own = new TreeSet<>(args.parameters().keySet());
        own.retainAll(OWN_PARAMETERS);
        check.option("parameters", own)
                .absent("the options shards and evictionPolicy set these", "remove them and use those options");
    }

    private void retention() {
        check.option("snapshotRetention", args.snapshotRetention()).days(0, 35);
        LogRetention.check("profile.logRetention", args.profile().logRetention(), violations);
    }
}
