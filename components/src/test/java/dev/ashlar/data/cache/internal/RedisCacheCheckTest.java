package dev.ashlar.data.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.data.Networks;
import dev.ashlar.data.cache.CacheEngine;
import dev.ashlar.data.cache.RedisCache;
import dev.ashlar.data.cache.RedisCacheArgs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisCacheCheckTest {

    private static RedisCacheArgs.Builder valid() {
        return RedisCacheArgs.builder().network(Networks.of(2));
    }

    private static List<String> faults(RedisCacheArgs.Builder args) {
        return faults("cache", args);
    }

    private static List<String> faults(String name, RedisCacheArgs.Builder args) {
        return RedisCache.check(name, args.build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void accepts_the_defaults_of_every_profile_and_engine() {
        for (var profile : List.of(Profile.DEV, Profile.STAGING, Profile.PROD)) {
            for (var engine : CacheEngine.values()) {
                assertThat(faults(valid().profile(profile).engine(engine))).isEmpty();
            }
        }
    }

    @Test
    void requires_a_network() {
        assertThat(faults(RedisCacheArgs.builder()))
                .containsExactly(
                        "RedisCache \"cache\": network is missing, but a cache is placed in the isolated subnets of a network; use a Vpc, or a network from Vpc.fromExisting.");
    }

    @Test
    void requires_two_zones_for_replicas() {
        assertThat(faults(valid().network(Networks.of(1))))
                .containsExactly(
                        "RedisCache \"cache\": network is Vpc.fromExisting \"existing\" with one zone, but a cache with replicas requires two or more zones; add a zone to the network, or set nodes to 1.");
        assertThat(faults(valid().network(Networks.of(1)).nodes(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VALKEY,7.0", "VALKEY,8", "VALKEY,8.0.1", "REDIS,5.0.6", "REDIS,7.2", "REDIS,8.0"})
    void rejects_versions_without_users_or_tls(CacheEngine engine, String version) {
        assertThat(faults(valid().engine(engine).engineVersion(version)))
                .singleElement(STRING)
                .contains("engineVersion is \"%s\", but ElastiCache does not offer this version".formatted(version));
    }

    @ParameterizedTest
    @CsvSource({"VALKEY,7.2", "VALKEY,8.1", "REDIS,6.2", "REDIS,7.0"})
    void accepts_versions_with_users_and_tls(CacheEngine engine, String version) {
        assertThat(faults(valid().engine(engine).engineVersion(version))).isEmpty();
    }

    @Test
    void rejects_an_instance_type_of_ec2() {
        assertThat(faults(valid().nodeType("t4g.small"))).singleElement(STRING).contains("nodeType is \"t4g.small\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void rejects_fewer_than_1_and_more_than_6_nodes(int nodes) {
        assertThat(faults(valid().nodes(nodes)))
                .singleElement(STRING)
                .contains("nodes is %d, but 1 to 6 nodes are allowed".formatted(nodes));
    }

    @Test
    void rejects_nodes_with_shards_and_replicas_without_shards() {
        assertThat(faults(valid().nodes(2).shards(2)))
                .singleElement(STRING)
                .contains("nodes is given beside shards, but with shards, replicasPerShard sets the number of nodes");
        assertThat(faults(valid().replicasPerShard(2)))
                .singleElement(STRING)
                .contains("replicasPerShard is 2, but without shards, nodes sets the number of nodes");
    }

    @Test
    void rejects_more_than_500_nodes_in_all_shards() {
        assertThat(faults(valid().shards(251).replicasPerShard(1)))
                .containsExactly(
                        "RedisCache \"cache\": shards is 251, but with 1 replicas each these are 502 nodes, and a cache has at most 500; use fewer shards or replicas.");
        assertThat(faults(valid().shards(250).replicasPerShard(1))).isEmpty();
        assertThat(faults(valid().shards(Integer.MAX_VALUE).replicasPerShard(1)))
                .anyMatch(fault -> fault.contains("these are 2147483647 nodes"));
        assertThat(faults(valid().shards(3).replicasPerShard(6)))
                .singleElement(STRING)
                .contains("0 to 5");
    }

    @Test
    void rejects_names_that_are_too_long_with_their_suffixes() {
        assertThat(faults("a".repeat(28), valid())).isEmpty();
        assertThat(faults("a".repeat(29), valid())).singleElement(STRING).contains("leaves 28 characters");
        assertThat(faults("a".repeat(28), valid().user("apps")))
                .singleElement(STRING)
                .contains("which leaves 3 characters");
    }

    @Test
    void rejects_the_default_user_and_upper_case_letters() {
        assertThat(faults(valid().user("default"))).singleElement(STRING).contains("user is \"default\"");
        assertThat(faults(valid().user("App"))).singleElement(STRING).contains("user is \"App\"");
    }

    @Test
    void rejects_a_user_that_is_switched_off() {
        assertThat(faults(valid().accessString("~* +@all")))
                .singleElement(STRING)
                .contains("a user can only log in if it starts with \"on\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on nopass ~* +@all", "on >secret ~* +@all", "on #abc ~* +@all", "on resetpass ~* +@all"})
    void rejects_passwords_in_the_access_string(String accessString) {
        assertThat(faults(valid().accessString(accessString)))
                .containsExactly(
                        "RedisCache \"cache\": accessString is a rule about passwords, but the user has one password, in Secrets Manager, and ElastiCache rejects others here; remove nopass, resetpass, reset and rules that start with >, <, # or !.");
    }

    @Test
    void rejects_parameters_that_options_set() {
        assertThat(faults(valid().parameters(Map.of("maxmemory-policy", "noeviction", "timeout", "1"))))
                .singleElement(STRING)
                .contains("parameters is [maxmemory-policy]");
    }

    @Test
    void rejects_retentions_that_aws_rejects() {
        assertThat(faults(valid().snapshotRetention(Duration.ofDays(36))))
                .singleElement(STRING)
                .contains("0 to 35");
        assertThat(faults(valid().snapshotRetention(Duration.ZERO))).isEmpty();
        assertThat(faults(valid().profile(Profile.builder()
                        .from(Profile.DEV)
                        .logRetention(Duration.ofDays(8))
                        .build())))
                .singleElement(STRING)
                .contains("profile.logRetention");
    }

    @Test
    void requires_a_snapshot_window_of_60_minutes() {
        assertThat(faults(valid().snapshotWindow("03:00-03:59")))
                .singleElement(STRING)
                .contains("at least 60 minutes");
    }
}
