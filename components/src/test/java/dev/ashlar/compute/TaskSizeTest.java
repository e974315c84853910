package dev.ashlar.compute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.core.Violations;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TaskSizeTest {

    private static List<Integer> memoryFor(int cpu) {
        return TaskSize.legal().stream()
                .filter(size -> size.cpu() == cpu)
                .map(TaskSize::memory)
                .toList();
    }

    private static String fault(TaskSize size) {
        var violations = Violations.of("FargateService", "orders");
        size.check("taskSize", violations);
        return violations.isEmpty() ? "" : violations.message();
    }

    @Test
    void supports_the_documented_sizes() {
        assertThat(memoryFor(256)).containsExactly(512, 1024, 2048);
        assertThat(memoryFor(512)).containsExactly(1024, 2048, 3072, 4096);
        assertThat(memoryFor(1024)).hasSize(7).startsWith(2048).endsWith(8192);
        assertThat(memoryFor(2048)).hasSize(13).startsWith(4096).endsWith(16384);
        assertThat(memoryFor(4096)).hasSize(23).startsWith(8192).endsWith(30720);
        assertThat(memoryFor(8192)).hasSize(12).startsWith(16384, 20480).endsWith(61440);
        assertThat(memoryFor(16384)).hasSize(12).startsWith(32768, 40960).endsWith(122880);
        assertThat(memoryFor(32768)).containsExactly(61440, 122880, 249856);
    }

    @Test
    void suggests_the_nearest_size_that_is_large_enough() {
        assertThat(fault(new TaskSize(512, 700)))
                .isEqualTo("FargateService \"orders\": taskSize is 512/700, but Fargate has no such size;"
                        + " nearest: 512/1024.");
        assertThat(new TaskSize(300, 512).nearest()).isEqualTo(new TaskSize(512, 1024));
        assertThat(new TaskSize(1024, 9000).nearest()).isEqualTo(new TaskSize(2048, 9216));
        assertThat(new TaskSize(99999, 1).nearest()).isEqualTo(new TaskSize(32768, 249856));
    }

    @Test
    void rejects_text_of_another_form() {
        for (var text : List.of("512", "512x1024", "512/", "-512/1024", "0.5/1", "9999999999/1")) {
            var violations = Violations.of("Pulumi.dev.yaml");

            assertThat(TaskSize.parse(text, "taskSize", violations)).isNull();
            assertThat(violations.message())
                    .isEqualTo("Pulumi.dev.yaml: taskSize is %s, but a task size is written as CPU units, a slash and"
                                    .formatted(text)
                            + " MiB of memory; write it like 512/1024.");
        }
    }

    @Property
    void every_legal_size_is_its_own_nearest_and_reads_back(@ForAll("legal") TaskSize size) {
        var violations = Violations.of("test");

        assertThat(size.nearest()).isEqualTo(size);
        assertThat(TaskSize.parse(size.toString(), "taskSize", violations)).isEqualTo(size);
        assertThat(fault(size)).isEmpty();
    }

    @Property
    void the_nearest_size_is_legal_and_never_smaller_where_one_is_large_enough(
            @ForAll @IntRange(max = 32768) int cpu, @ForAll @IntRange(max = 249856) int memory) {
        var nearest = new TaskSize(cpu, memory).nearest();

        assertThat(nearest.isLegal()).isTrue();
        assertThat(nearest.cpu()).isGreaterThanOrEqualTo(cpu);
        assertThat(nearest.memory()).isGreaterThanOrEqualTo(memory);
    }

    @Provide
    Arbitrary<TaskSize> legal() {
        return Arbitraries.of(TaskSize.legal());
    }
}
