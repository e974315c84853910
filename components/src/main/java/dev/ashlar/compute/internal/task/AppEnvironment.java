package dev.ashlar.compute.internal.task;

import com.pulumi.core.Output;
import dev.ashlar.compute.TaskOptions;
import dev.ashlar.compute.internal.container.Shutdown;
import dev.ashlar.compute.internal.container.TelemetryCollector;
import dev.ashlar.core.SecretReference;
import dev.ashlar.internal.binding.BindingPlan;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables of an application's container. The caller's values win over those of presets; only the options of the
 * virtual machine are joined.
 *
 * @param plain the plain variables, sorted by name
 * @param secrets the secret variables, sorted by name
 */
public record AppEnvironment(SortedMap<String, Output<String>> plain, SortedMap<String, SecretReference> secrets) {

    static AppEnvironment of(String name, TaskOptions args, BindingPlan bindings, Shutdown shutdown) {
        var secrets = bindings.secrets();
        secrets.putAll(args.secrets());
        var plain = new TreeMap<String, Output<String>>();
        presets(name, args, shutdown).forEach((variable, value) -> plain.put(variable, Output.of(value)));
        plain.keySet().removeAll(secrets.keySet());
        plain.putAll(bindings.environment());
        plain.putAll(args.environment());
        JvmSizing.of(args)
                .ifPresent(sizing -> plain.merge(
                        JvmSizing.VARIABLE,
                        Output.of(String.join(" ", sizing.options())),
                        // The caller's options come last, because the last of two that conflict wins.
                        (given, sized) -> Output.format("%s %s", sized, given)));
        return new AppEnvironment(plain, secrets);
    }

    private static SortedMap<String, String> presets(String name, TaskOptions args, Shutdown shutdown) {
        var presets = shutdown.environment();
        if (args.openTelemetry() != null) {
            presets.putAll(TelemetryCollector.environment(name));
        }
        return presets;
    }
}
