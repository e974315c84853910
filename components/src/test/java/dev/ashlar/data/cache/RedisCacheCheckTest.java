package dev.ashlar.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Profile;
import dev.ashlar.core.Violation;
import dev.ashlar.data.Networks;
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
    void a_network_is_needed() {
        assertThat(faults(RedisCacheArgs.builder()))
                .containsExactly(
                        "RedisCache \"cache\": network is missing, but a cache stands in a network; give a Vpc, or Vpc.fromExisting.");
    }

    @Test
    void replicas_need_a_second_zone() {
        assertThat(faults(valid().network(Networks.of(1))))
                .containsExactly(
                        "RedisCache \"cache\": network is Vpc.fromExisting \"existing\" with one zone, but a cache with replicas stands in at least two; add a zone to the network, or use one node.");
        assertThat(faults(valid().network(Networks.of(1)).nodes(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VALKEY,7.0", "VALKEY,8", "VALKEY,8.0.1", "REDIS,5.0.6", "REDIS,7.2", "REDIS,8.0"})
    void refuses_versions_without_users_or_tls(CacheEngine engine, String version) {
        assertThat(faults(valid().engine(engine).engineVersion(version)))
                .singleElement(STRING)
                .contains("engineVersion is %s, but ElastiCache has no such version".formatted(version));
    }

    @ParameterizedTest
    @CsvSource({"VALKEY,7.2", "VALKEY,8.1", "REDIS,6.2", "REDIS,7.0"})
    void accepts_versions_with_users_and_tls(CacheEngine engine, String version) {
        assertThat(faults(valid().engine(engine).engineVersion(version))).isEmpty();
    }

    @Test
    void refuses_a_node_type_of_ec2() {
        assertThat(faults(valid().nodeType("t4g.small"))).singleElement(STRING).contains("nodeType is \"t4g.small\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void refuses_too_few_or_too_many_nodes(int nodes) {
        assertThat(faults(valid().nodes(nodes)))
                .singleElement(STRING)
                .contains("nodes is %d, but ElastiCache takes 1 to 6".formatted(nodes));
    }

    @Test
    void refuses_to_count_nodes_twice() {
        assertThat(faults(valid().nodes(2).shards(2))).singleElement(STRING).contains("shards is given too");
        assertThat(faults(valid().replicasPerShard(2))).singleElement(STRING).contains("shards is missing");
    }

    @Test
    void refuses_more_nodes_than_a_cache_has() {
        assertThat(faults(valid().shards(251).replicasPerShard(1)))
                .containsExactly(
                        "RedisCache \"cache\": shards is 251, but with 1 replicas each that makes 502 nodes, and a cache has at most 500; use fewer shards or replicas.");
        assertThat(faults(valid().shards(250).replicasPerShard(1))).isEmpty();
        assertThat(faults(valid().shards(Integer.MAX_VALUE).replicasPerShard(1)))
                .anyMatch(fault -> fault.contains("that makes 2147483647 nodes"));
        assertThat(faults(valid().shards(3).replicasPerShard(6)))
                .singleElement(STRING)
                .contains("0 to 5");
    }

    @Test
    void a_name_leaves_room_for_what_aws_and_we_append() {
        assertThat(faults("a".repeat(28), valid())).isEmpty();
        assertThat(faults("a".repeat(29), valid())).singleElement(STRING).contains("leaves 28 characters");
        assertThat(faults("a".repeat(28), valid().user("apps")))
                .singleElement(STRING)
                .contains("which leaves 3 characters");
    }

    @Test
    void nobody_may_be_the_default_user() {
        assertThat(faults(valid().user("default"))).singleElement(STRING).contains("user is \"default\"");
        assertThat(faults(valid().user("App"))).singleElement(STRING).contains("user is \"App\"");
    }

    @Test
    void a_user_that_is_off_is_of_no_use() {
        assertThat(faults(valid().accessString("~* +@all")))
                .singleElement(STRING)
                .contains("a user can only log in when it starts with \"on\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on nopass ~* +@all", "on >secret ~* +@all", "on #abc ~* +@all", "on resetpass ~* +@all"})
    void rights_hold_no_password(String accessString) {
        assertThat(faults(valid().accessString(accessString)))
                .containsExactly(
                        "RedisCache \"cache\": accessString is a rule about passwords, but the user has the one password in Secrets Manager, and ElastiCache takes none here; leave nopass, resetpass and what starts with >, <, # or ! out.");
    }

    @Test
    void options_are_not_contradicted_by_parameters() {
        assertThat(faults(valid().parameters(Map.of("maxmemory-policy", "noeviction", "timeout", "1"))))
                .singleElement(STRING)
                .contains("parameters is [maxmemory-policy]");
    }

    @Test
    void refuses_days_that_aws_does_not_take() {
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
    void windows_last_an_hour() {
        assertThat(faults(valid().snapshotWindow("03:00-03:59")))
                .singleElement(STRING)
                .contains("at least 60 minutes");
    }
}
