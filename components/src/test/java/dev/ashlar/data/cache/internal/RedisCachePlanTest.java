package dev.ashlar.data.cache.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Profile;
import dev.ashlar.data.Networks;
import dev.ashlar.data.VersionPolicy;
import dev.ashlar.data.cache.CacheEngine;
import dev.ashlar.data.cache.EvictionPolicy;
import dev.ashlar.data.cache.RedisCacheArgs;
import java.util.HashSet;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RedisCachePlanTest {

    private static RedisCachePlan plan(RedisCacheArgs.Builder args) {
        return RedisCachePlan.of("cache", args.network(Networks.of(2)).build());
    }

    @Test
    void has_two_nodes_and_failover_with_a_multi_az_profile() {
        var plan = plan(RedisCacheArgs.builder());

        assertThat(plan.nodes()).isEqualTo(2);
        assertThat(plan.automaticFailover()).isTrue();
        assertThat(plan.hasReplicas()).isTrue();
        assertThat(plan.nodeSuffixes()).containsExactly("-001", "-002");
    }

    @Test
    void has_one_node_without_failover_with_a_single_az_profile() {
        var plan = plan(RedisCacheArgs.builder().profile(Profile.DEV));

        assertThat(plan.nodes()).isEqualTo(1);
        assertThat(plan.automaticFailover()).isFalse();
        assertThat(plan.nodeSuffixes()).containsExactly("-001");
    }

    @Test
    void cluster_mode_names_nodes_by_shard_and_always_fails_over() {
        var plan = plan(RedisCacheArgs.builder().profile(Profile.DEV).shards(2));

        assertThat(plan.clusterMode()).isTrue();
        assertThat(plan.automaticFailover()).isTrue();
        assertThat(plan.hasReplicas()).isFalse();
        assertThat(plan.parameters()).containsEntry("cluster-enabled", "yes");
        assertThat(plan.nodeSuffixes()).containsExactly("-0001-001", "-0002-001");
    }

    @Property
    void returns_one_suffix_for_each_node(
            @ForAll @IntRange(min = 1, max = 80) int shards, @ForAll @IntRange(min = 0, max = 5) int replicas) {
        var plan = plan(RedisCacheArgs.builder().shards(shards).replicasPerShard(replicas));

        assertThat(plan.nodes()).isEqualTo(shards * (replicas + 1));
        assertThat(new HashSet<>(plan.nodeSuffixes())).hasSize(plan.nodes());
    }

    @Test
    void adds_the_eviction_policy_to_the_callers_parameters() {
        var plan = plan(RedisCacheArgs.builder()
                .evictionPolicy(EvictionPolicy.ALLKEYS_LFU)
                .parameters(Map.of("timeout", "300")));

        assertThat(plan.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("maxmemory-policy", "allkeys-lfu", "timeout", "300"));
    }

    @Test
    void derives_the_parameter_family_from_the_major_version() {
        assertThat(plan(RedisCacheArgs.builder()).parameterFamily()).isEqualTo("valkey8");
        assertThat(plan(RedisCacheArgs.builder().engine(CacheEngine.REDIS)).parameterFamily())
                .isEqualTo("redis7");
        assertThat(plan(RedisCacheArgs.builder().engine(CacheEngine.REDIS).engineVersion("6.2"))
                        .parameterFamily())
                .isEqualTo("redis6.x");
    }

    @Test
    void enables_data_tiering_for_node_types_with_disks() {
        assertThat(plan(RedisCacheArgs.builder().nodeType("cache.r6gd.xlarge")).dataTiering())
                .isTrue();
        assertThat(plan(RedisCacheArgs.builder()).dataTiering()).isFalse();
    }

    @Test
    void ignores_the_version_only_when_aws_upgrades_it() {
        assertThat(plan(RedisCacheArgs.builder()).ignoresVersion()).isFalse();
        assertThat(plan(RedisCacheArgs.builder().versionPolicy(VersionPolicy.TRACK_MAJOR))
                        .ignoresVersion())
                .isTrue();
    }

    @Test
    void keeps_snapshots_for_at_most_7_days_by_default() {
        assertThat(RedisCacheArgs.builder().build().snapshotRetention()).hasDays(7);
        assertThat(RedisCacheArgs.builder().profile(Profile.DEV).build().snapshotRetention())
                .hasDays(1);
    }
}
