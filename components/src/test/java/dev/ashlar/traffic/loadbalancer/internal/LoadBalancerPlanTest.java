package dev.ashlar.traffic.loadbalancer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.ashlar.traffic.loadbalancer.ApplicationLoadBalancerArgs;
import dev.ashlar.traffic.loadbalancer.internal.LoadBalancerPlan.Opening;
import org.junit.jupiter.api.Test;

class LoadBalancerPlanTest {

    private static LoadBalancerPlan plan(ApplicationLoadBalancerArgs.Builder args) {
        return LoadBalancerPlan.of(args.build());
    }

    @Test
    void allows_the_internet_over_https_and_http() {
        var plan = plan(ApplicationLoadBalancerArgs.builder());

        assertThat(plan.scheme()).isEqualTo("https");
        assertThat(plan.port()).isEqualTo(443);
        assertThat(plan.openings())
                .containsExactly(
                        new Opening("https", 443, "internet", "0.0.0.0/0"),
                        new Opening("http", 80, "internet", "0.0.0.0/0"));
    }

    @Test
    void allows_only_the_given_sources() {
        assertThat(plan(ApplicationLoadBalancerArgs.builder().source("office", "203.0.113.0/24"))
                        .openings())
                .extracting(Opening::cidrBlock)
                .containsOnly("203.0.113.0/24");
        assertThat(plan(ApplicationLoadBalancerArgs.builder().prefixList("cdn", Output.of("pl-1")))
                        .openings())
                .isEmpty();
        assertThat(plan(ApplicationLoadBalancerArgs.builder().internal(true)).openings())
                .isEmpty();
    }

    @Test
    void opens_only_port_80_for_plain_http() {
        var plan = plan(ApplicationLoadBalancerArgs.builder().allowPlainHttp(true));

        assertThat(plan.scheme()).isEqualTo("http");
        assertThat(plan.openings()).containsExactly(new Opening("http", 80, "internet", "0.0.0.0/0"));
    }

    @Test
    void ignores_the_order_of_sources() {
        var one =
                ApplicationLoadBalancerArgs.builder().source("a", "10.0.0.0/8").source("b", "10.0.0.0/9");
        var other =
                ApplicationLoadBalancerArgs.builder().source("b", "10.0.0.0/9").source("a", "10.0.0.0/8");

        assertThat(plan(one)).isEqualTo(plan(other));
    }
}
