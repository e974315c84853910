package dev.ashlar.compute;

import dev.ashlar.core.Violations;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processor and memory of a task. Fargate supports fixed pairs only; a size holds any pair, and {@link #check}
 * determines whether Fargate supports it, so that an illegal size is reported together with all other violations.
 *
 * @param cpu CPU units, 1024 to a virtual processor
 * @param memory MiB
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size">Amazon
 *     ECS task definition parameters: Task size</a>, which has had 32 virtual processors since 2026
 */
public record TaskSize(int cpu, int memory) {

    private static final int GIB = 1024;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    private static final List<TaskSize> LEGAL = Stream.of(
                    sizes(256, 512, GIB, 2 * GIB),
                    sizes(512, steps(1, 4, 1)),
                    sizes(1024, steps(2, 8, 1)),
                    sizes(2048, steps(4, 16, 1)),
                    sizes(4096, steps(8, 30, 1)),
                    sizes(8192, steps(16, 60, 4)),
                    sizes(16384, steps(32, 120, 8)),
                    sizes(32768, 60 * GIB, 120 * GIB, 244 * GIB))
            .flatMap(List::stream)
            .toList();

    /** Returns all sizes that Fargate supports for Linux, from the smallest to the largest. */
    public static List<TaskSize> legal() {
        return LEGAL;
    }

    /**
     * Parses a size such as {@code 512/1024}: CPU units, a slash, MiB. Adds a violation and returns null for text of
     * another form; {@link #check} determines whether Fargate supports the size.
     */
    public static @Nullable TaskSize parse(String text, String option, Violations violations) {
        var parts = TEXT.matcher(text.trim());
        if (!parts.matches()) {
            violations.add(
                    option,
                    text,
                    "a task size is written as CPU units, a slash and MiB of memory",
                    "write it like 512/1024");
            return null;
        }
        return new TaskSize(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Whether Fargate supports this size. */
    public boolean isLegal() {
        return LEGAL.contains(this);
    }

    /** Returns the smallest supported size that offers at least as much as this one; the largest if none does. */
    public TaskSize nearest() {
        return LEGAL.stream()
                .filter(size -> size.cpu >= cpu && size.memory >= memory)
                .findFirst()
                .orElse(LEGAL.get(LEGAL.size() - 1));
    }

    /** Adds a violation unless Fargate supports this size. */
    public void check(String option, Violations violations) {
        violations.expect(isLegal(), option, this, "Fargate has no such size", "nearest: " + nearest());
    }

    /** Returns the size as configuration has it: {@code 512/1024}. */
    @Override
    public String toString() {
        return cpu + "/" + memory;
    }

    private static List<TaskSize> sizes(int cpu, int... memory) {
        return IntStream.of(memory).mapToObj(mib -> new TaskSize(cpu, mib)).toList();
    }

    private static int[] steps(int fromGib, int toGib, int stepGib) {
        return IntStream.iterate(fromGib, gib -> gib <= toGib, gib -> gib + stepGib)
                .map(gib -> gib * GIB)
                .toArray();
    }
}
