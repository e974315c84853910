package dev.ashlar.internal.aws;

import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.cloudwatch.EventTarget;
import com.pulumi.aws.cloudwatch.EventTargetArgs;
import com.pulumi.core.Output;
import dev.ashlar.internal.component.Children;

/** Rules of EventBridge on the default event bus. */
public final class EventRules {

    private EventRules() {}

    /**
     * Creates a rule that sends the events of a pattern to a target.
     *
     * @param pattern the event pattern as JSON text
     * @param roleArn the role that EventBridge assumes to invoke the target
     */
    public static EventRule send(
            Children children,
            String description,
            Output<String> pattern,
            Output<String> targetArn,
            Output<String> roleArn) {
        return send(
                children,
                description,
                pattern,
                EventTargetArgs.builder().arn(targetArn).roleArn(roleArn));
    }

    /**
     * Creates a rule that sends the events of a pattern to a target whose own policy allows it.
     *
     * @param pattern the event pattern as JSON text
     */
    public static EventRule send(
            Children children, String description, Output<String> pattern, Output<String> targetArn) {
        return send(children, description, pattern, EventTargetArgs.builder().arn(targetArn));
    }

    private static EventRule send(
            Children children, String description, Output<String> pattern, EventTargetArgs.Builder target) {
        var rule = new EventRule(
                children.name(),
                EventRuleArgs.builder()
                        .description(description)
                        .eventPattern(pattern)
                        .tags(children.tags())
                        .build(),
                children.options());
        new EventTarget(children.name(), target.rule(rule.name()).build(), children.options());
        return rule;
    }
}
