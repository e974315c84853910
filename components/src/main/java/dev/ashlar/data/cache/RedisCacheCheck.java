package dev.ashlar.data.cache;

import dev.ashlar.core.Violations;
import dev.ashlar.data.internal.MaintenanceWindows;
import dev.ashlar.internal.check.LogRetention;
import dev.ashlar.internal.component.Names;
import dev.ashlar.internal.component.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ElastiCache would refuse of a {@link RedisCache}, most of it only after minutes. */
final class RedisCacheCheck {

    /**
     * Ids of replication groups, users and user groups have 40 characters, of which the provider's suffix takes 8, and the
     * user that is switched off another 4.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html">
     *     CreateReplicationGroup, {@code ReplicationGroupId}</a>
     */
    static final int MAX_NAME = 28;

    private static final int MAX_USER_ID = 40;
    private static final int PROVIDER_SUFFIX = 8;
    private static final Pattern NODE_TYPE = Pattern.compile("cache\\.[a-z0-9]+\\.[a-z0-9]+");
    private static final Set<String> OWN_PARAMETERS = Set.of("cluster-enabled", "maxmemory-policy");

    private final String name;
    private final RedisCacheArgs args;
    private final Violations violations;

    private RedisCacheCheck(String name, RedisCacheArgs args) {
        this.name = name;
        this.args = args;
        this.violations = Violations.of("RedisCache", name);
    }

    static Violations check(String name, RedisCacheArgs args) {
        var check = new RedisCacheCheck(name, args);
        Names.check(name, MAX_NAME, check.violations);
        Tags.check(args.tags(), check.violations);
        check.network();
        check.engine();
        check.nodes();
        check.user();
        check.parameters();
        check.retention();
        new MaintenanceWindows(60, check.violations)
                .check("snapshotWindow", args.snapshotWindow(), "maintenanceWindow", args.maintenanceWindow());
        return check.violations;
    }

    private void network() {
        var network = args.network();
        violations.require("network", network, "a cache stands in a network", "give a Vpc, or Vpc.fromExisting");
        if (network != null) {
            network.placement().check(RedisCachePlan.networkNeeds(name, args), violations);
        }
        if (network != null && RedisCachePlan.replicas(args) > 0) {
            network.placement()
                    .checkTwoZones(
                            "a cache with replicas stands in at least two",
                            "add a zone to the network, or use one node",
                            violations);
        }
    }

    private void engine() {
        violations.expect(
                args.engine().hasVersion(args.engineVersion()),
                "engineVersion",
                args.engineVersion(),
                "ElastiCache has no such version of %s with users and TLS"
                        .formatted(args.engine().wireName()),
                "use one like " + args.engine().defaultVersion());
        violations.expect(
                NODE_TYPE.matcher(args.nodeType()).matches(),
                "nodeType",
                '"' + args.nodeType() + '"',
                "node types are written cache.<family>.<size>",
                "use one like cache.t4g.small");
    }

    private void nodes() {
        range("nodes", args.nodes(), 1, 6);
        range("shards", args.shards(), 1, 500);
        range("replicasPerShard", args.replicasPerShard(), 0, 5);
        violations.expect(
                args.nodes().isEmpty() || args.shards().isEmpty(),
                "nodes",
                args.nodes().orElse(0),
                "shards is given too, and then replicasPerShard counts the nodes",
                "take one of the two away");
        violations.expect(
                args.replicasPerShard().isEmpty() || args.shards().isPresent(),
                "replicasPerShard",
                args.replicasPerShard().orElse(0),
                "shards is missing, and without cluster mode nodes counts them",
                "give shards, or use nodes");
        var total = RedisCachePlan.nodesInAll(args);
        violations.expect(
                total <= 500,
                "shards",
                args.shards().orElse(1),
                "with %d replicas each that makes %d nodes, and a cache has at most 500"
                        .formatted(RedisCachePlan.replicas(args), total),
                "use fewer shards or replicas");
    }

    private void range(String option, Optional<Integer> value, int minimum, int maximum) {
        value.ifPresent(given -> violations.expect(
                given >= minimum && given <= maximum,
                option,
                given,
                "ElastiCache takes %d to %d".formatted(minimum, maximum),
                "use such a number"));
    }

    private void user() {
        var user = args.user();
        var limit = MAX_USER_ID - PROVIDER_SUFFIX - 1 - name.length();
        violations.expect(
                Names.isLabel(user) && !user.equals("default"),
                "user",
                '"' + user + '"',
                "a user is lower-case letters, digits and single hyphens, and not \"default\", whom everybody could be",
                "use such a name, like \"app\"");
        violations.expect(
                name.length() > MAX_NAME || user.length() <= limit,
                "user",
                '"' + user + '"',
                "its id is made of the cache's name too, which leaves %d characters".formatted(limit),
                "shorten one of them");
        violations.expect(
                args.accessString().startsWith("on "),
                "accessString",
                '"' + args.accessString() + '"',
                "a user can only log in when it starts with \"on\"",
                "write it like \"on ~app:* +@read\"");
        violations.expect(
                Stream.of(args.accessString().split(" ")).noneMatch(RedisCacheCheck::isAboutPasswords),
                "accessString",
                "a rule about passwords",
                "the user has the one password in Secrets Manager, and ElastiCache takes none here",
                "leave nopass, resetpass and what starts with >, <, # or ! out");
    }

    private static boolean isAboutPasswords(String rule) {
        return rule.matches("nopass|resetpass|reset|[><#!].*");
    }

    private void parameters() {
        var own = new TreeSet<>(args.parameters().keySet());
        own.retainAll(OWN_PARAMETERS);
        violations.expect(
                own.isEmpty(),
                "parameters",
                own,
                "shards and evictionPolicy decide these",
                "take them away and use those options");
    }

    private void retention() {
        var days = args.snapshotRetention().toDays();
        violations.expect(
                args.snapshotRetention().equals(Duration.ofDays(days)) && days >= 0 && days <= 35,
                "snapshotRetention",
                args.snapshotRetention(),
                "ElastiCache takes 0 to 35 whole days",
                "use Duration.ofDays with such a number");
        LogRetention.check("profile.logRetention", args.profile().logRetention(), violations);
    }
}
