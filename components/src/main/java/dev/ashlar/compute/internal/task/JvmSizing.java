package dev.ashlar.compute.internal.task;

import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.container.JvmArgs;
import dev.ashlar.core.Violations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The sizing of a Java virtual machine by its container.
 *
 * @param processors what it plans its threads for: Fargate limits the task's processor time, but the container sees all
 *     processors of the machine below
 * @param options the options of the virtual machine
 * @param startTime how long the application may take to start: a minute on a whole processor, longer on less
 */
public record JvmSizing(int processors, List<String> options, Duration startTime) {

    /** The variable from which every Java virtual machine reads options; the last of two that conflict wins. */
    static final String VARIABLE = "JAVA_TOOL_OPTIONS";

    private static final int UNITS_OF_A_PROCESSOR = 1024;
    private static final int SECONDS_ON_A_PROCESSOR = 60;
    // The longest startPeriod of a container's health check.
    private static final int LONGEST_START = 300;

    /** Returns the sizing of a task with the option {@code jvm}. */
    public static Optional<JvmSizing> of(TaskOptions args) {
        return Optional.ofNullable(args.jvm()).map(jvm -> of(jvm, TaskContainers.remainingCpu(args)));
    }

    public static JvmSizing of(JvmArgs jvm, int cpu) {
        int processors = Math.max(1, (cpu + UNITS_OF_A_PROCESSOR - 1) / UNITS_OF_A_PROCESSOR);
        var options = new ArrayList<String>();
        // With a decimal place, without which Java 8 does not start.
        options.add("-XX:MaxRAMPercentage=%d.0".formatted(jvm.maxRamPercentage()));
        options.add("-XX:ActiveProcessorCount=%d".formatted(processors));
        // A JVM that is out of memory can limp along for hours; one that exits is replaced within a minute.
        options.add("-XX:+ExitOnOutOfMemoryError");
        options.addAll(jvm.options());
        return new JvmSizing(processors, List.copyOf(options), startTime(cpu));
    }

    static void check(TaskOptions args, Violations violations) {
        if (args.jvm() == null) {
            return;
        }
        int share = Objects.requireNonNull(args.jvm()).maxRamPercentage();
        violations.expect(
                share >= 10 && share <= 90,
                "jvm.maxRamPercentage",
                share,
                "the virtual machine requires memory beside its heap",
                "use 10 to 90");
        for (var option : Objects.requireNonNull(args.jvm()).options()) {
            violations.expect(
                    option.startsWith("-") && option.chars().noneMatch(Character::isWhitespace),
                    "jvm.options",
                    '"' + option + '"',
                    "an option begins with a hyphen and has no spaces",
                    "give each option separately");
        }
        violations.expect(
                !args.secrets().containsKey(VARIABLE)
                        && args.uses().stream()
                                .noneMatch(binding -> binding.environment().containsKey(VARIABLE)
                                        || binding.secrets().containsKey(VARIABLE)),
                "jvm",
                "set",
                "a secret or a binding sets %s too".formatted(VARIABLE),
                "give its value in jvm.options");
    }

    private static Duration startTime(int cpu) {
        long seconds = (long) SECONDS_ON_A_PROCESSOR * UNITS_OF_A_PROCESSOR / Math.max(1, cpu);
        return Duration.ofSeconds(Math.min(LONGEST_START, Math.max(SECONDS_ON_A_PROCESSOR, seconds)));
    }
}
