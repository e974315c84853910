package dev.ashlar.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import dev.ashlar.core.Ashlar;
import dev.ashlar.core.Violations;

/**
 * The stack program. All stacks share it and differ in their stack files only. All faults of a stack file and of the
 * components are reported together, before the first resource is registered.
 */
public final class App {

    private App() {}

    /** Runs the program under the Pulumi engine. */
    public static void main(String[] args) {
        CommonPool.widen();
        SdkLog.silence();
        Ashlar.run(context -> run(context, StackConfig.ofRunningStack()));
    }

    static void run(Context context, ObjectNode config) {
        // Requested first, so that the provider starts while the components are checked.
        var account = Target.account();
        var stackFile = "Pulumi.%s.yaml".formatted(context.stackName());
        var violations = Violations.of(stackFile);
        var settings = Settings.read(config, violations);
        if (!Ashlar.isPlanning()) {
            settings.target().expect(account.join(), stackFile);
        }
        switch (settings.program()) {
            case PLATFORM -> Platform.create(context, settings, violations);
            case BOOTSTRAP -> Bootstrap.create(context, settings, violations);
        }
        if (Ashlar.isPlanning()) {
            settings.target().expect(account.join(), stackFile);
        }
    }
}
