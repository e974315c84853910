package dev.ashlar.compute.image.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.compute.image.internal.LifecycleSimulator.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The simulator against the examples of AWS ("Examples of lifecycle policies in Amazon ECR"). */
class LifecycleSimulatorTest {

    private static final Image A = Image.of(10, "beta-1", "prod-1");
    private static final Image B = Image.of(9, "beta-2", "prod-2");
    private static final Image C = Image.of(8, "beta-3");

    private static String rule(int priority, String selection, int count) {
        return """
                {"rulePriority": %d, "selection": {%s, "countType": "imageCountMoreThan", "countNumber": %d},
                 "action": {"type": "expire"}}""".formatted(priority, selection, count);
    }

    private static String tagged(String prefixes) {
        return "\"tagStatus\": \"tagged\", \"tagPrefixList\": [%s]".formatted(prefixes);
    }

    private static String any() {
        return "\"tagStatus\": \"any\"";
    }

    private static List<Image> survivors(List<Image> images, String... rules) {
        return simulator(rules).survivors(images);
    }

    private static LifecycleSimulator simulator(String... rules) {
        return new LifecycleSimulator("{\"rules\": [%s]}".formatted(String.join(",", rules)));
    }

    @Test
    void an_image_that_a_rule_keeps_does_not_expire_by_a_later_one() {
        assertThat(survivors(List.of(A, B, C), rule(1, tagged("\"prod\""), 1), rule(2, tagged("\"beta\""), 1)))
                .containsExactly(B, C);
    }

    @Test
    void rules_apply_in_the_order_of_their_priority() {
        assertThat(survivors(List.of(A, B, C), rule(2, tagged("\"prod\""), 1), rule(1, tagged("\"beta\""), 1)))
                .containsExactly(C);
    }

    @Test
    void a_rule_with_two_prefixes_selects_images_that_have_both() {
        assertThat(survivors(List.of(A, B, C), rule(1, tagged("\"prod\", \"beta\""), 1)))
                .containsExactly(B, C);
    }

    @Test
    void a_rule_for_any_image_counts_all_of_them() {
        assertThat(survivors(List.of(A, B, C, Image.of(1)), rule(1, any(), 1))).hasSize(1);
    }

    @Test
    void rejects_policies_that_ecr_rejects() {
        assertThatThrownBy(() -> simulator(rule(1, any(), 1), rule(2, tagged("\"prod\""), 1)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> simulator(rule(1, tagged("\"prod\""), 1), rule(1, tagged("\"beta\""), 1)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> simulator(rule(1, tagged("\"prod\""), 1), rule(2, tagged("\"prod\""), 2)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> simulator(rule(1, tagged("\"a*b*c*d*\""), 1))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> simulator(rule(1, any(), 0))).isInstanceOf(AssertionError.class);
    }
}
