package dev.ashlar.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import dev.ashlar.core.Violations;

/**
 * The stack program: one for every stack, which differ in their stack files only. All faults of a stack file and of what
 * follows from it are reported together, before the first resource.
 */
public final class App {

    private App() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        CommonPool.widen();
        SdkLog.silence();
        Pulumi.run(context -> run(context, StackConfig.ofRunningStack()));
    }

    static void run(Context context, ObjectNode config) {
        // Asked before anything else: the provider starts up while the settings are read and checked.
        var account = Target.account();
        var stackFile = "Pulumi.%s.yaml".formatted(context.stackName());
        var violations = Violations.of(stackFile);
        var settings = Settings.read(config, violations);
        var program = program(settings, stackFile);
        violations.addAll(program.check()).orThrow();
        settings.target().expect(account.join(), stackFile);
        program.create(context);
    }

    private static Program program(Settings settings, String stackFile) {
        return switch (settings.program()) {
            case PLATFORM -> new Platform(settings, stackFile);
            case BOOTSTRAP -> new Bootstrap(settings);
        };
    }
}
