package dev.ashlar.compute.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.compute.DeploymentOwner;
import dev.ashlar.compute.FargateServiceArgs;
import dev.ashlar.compute.Services;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.service.ServicePlan.Capacity;
import dev.ashlar.core.Profile;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServicePlanTest {

    private static ServicePlan plan(FargateServiceArgs.Builder args) {
        return ServicePlan.of("orders", args.build());
    }

    private static Profile spot(int percentage) {
        return Profile.builder().from(Profile.PROD).spotPercentage(percentage).build();
    }

    @Test
    void runs_two_tasks_where_the_profile_keeps_standbys_and_one_elsewhere() {
        assertThat(plan(Services.worker()).desiredCount()).isEqualTo(2);
        assertThat(plan(Services.worker().profile(Profile.DEV)).desiredCount()).isEqualTo(1);
    }

    @Property
    void starts_within_the_limits_of_scaling(
            @ForAll @IntRange(max = 20) int desired,
            @ForAll @IntRange(max = 10) int least,
            @ForAll @IntRange(min = 10, max = 20) int most) {
        var plan = plan(Services.worker().desiredCount(desired).scaling(scaling -> scaling.minCapacity(least)
                .maxCapacity(most)));

        assertThat(plan.desiredCount()).isBetween(least, most);
        assertThat(plan.minTasks()).isEqualTo(least);
    }

    @Test
    void scales_down_to_the_desired_count_unless_told_otherwise() {
        var plan = plan(Services.worker().desiredCount(3).scaling(scaling -> scaling.maxCapacity(9)));

        assertThat(plan.minTasks()).isEqualTo(3);
        assertThat(plan.desiredCount()).isEqualTo(3);
    }

    @Test
    void leaves_the_number_of_tasks_to_scaling_only_when_there_is_scaling() {
        assertThat(plan(Services.worker()).unmanaged()).isEmpty();
        assertThat(plan(Services.worker().scaling(scaling -> scaling.maxCapacity(9)))
                        .unmanaged())
                .containsExactly("desiredCount");
    }

    @Test
    void leaves_the_version_and_its_target_groups_to_an_external_owner() {
        assertThat(plan(Services.worker().deploymentOwner(DeploymentOwner.EXTERNAL))
                        .unmanaged())
                .containsExactly("taskDefinition", "loadBalancers");
    }

    @Test
    void a_service_that_may_not_be_interrupted_never_runs_on_spot() {
        assertThat(plan(Services.worker().profile(spot(100))).capacity())
                .containsExactly(new Capacity("FARGATE", 100, 1));
    }

    @Test
    void an_interruptible_service_runs_on_spot_to_the_share_of_the_profile() {
        assertThat(plan(Services.worker().interruptible(true).profile(spot(70))).capacity())
                .containsExactly(new Capacity("FARGATE", 30, 1), new Capacity("FARGATE_SPOT", 70, 0));
        assertThat(plan(Services.worker().interruptible(true).profile(spot(100)))
                        .capacity())
                .containsExactly(new Capacity("FARGATE_SPOT", 100, 0));
        assertThat(plan(Services.worker().interruptible(true).profile(spot(0))).capacity())
                .containsExactly(new Capacity("FARGATE", 100, 1));
    }

    @Test
    void ends_the_requests_then_the_application_then_the_container() {
        assertThat(plan(Services.worker().drain(Duration.ofSeconds(40))).task().shutdown())
                .isEqualTo(new Shutdown(40, 45, 50));
    }

    @Test
    void leaves_a_new_task_a_minute_or_what_a_virtual_machine_needs() {
        assertThat(plan(Services.worker()).healthCheckGracePeriod()).hasSeconds(60);
        assertThat(plan(Services.worker().jvm()).healthCheckGracePeriod()).hasSeconds(120);
        assertThat(plan(Services.worker().jvm().healthCheck(check -> check.gracePeriod(Duration.ofSeconds(5))))
                        .healthCheckGracePeriod())
                .hasSeconds(5);
    }

    @Test
    void counts_the_tasks_of_a_deployment_at_the_height_of_every_schedule() {
        var args = Services.worker().scaling(scaling -> scaling.maxCapacity(4)
                .schedule("sale", at -> at.schedule("rate(1 day)").maxCapacity(30)));

        assertThat(ServicePlan.maxTasks(args.build())).isEqualTo(60);
        assertThat(ServicePlan.maxTasks(
                        Services.worker().desiredCount(Integer.MAX_VALUE).build()))
                .isEqualTo(2 * FargateServiceCheck.MAX_TASKS);
    }
}
