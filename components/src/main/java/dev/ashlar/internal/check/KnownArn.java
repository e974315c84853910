package dev.ashlar.internal.check;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.OutputCheck;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ARN that a caller gave. A name or an id in its place would make a policy that IAM refuses, or one that permits nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public final class KnownArn {

    private final String subject;

    /**
     * The ARNs that a component's caller gave.
     *
     * @param subject the component as messages name it, see {@link Violations#subject}
     */
    public KnownArn(String subject) {
        this.subject = subject;
    }

    /**
     * The same ARN; the program fails as soon as it turns out to be none of the service, see {@link OutputCheck}.
     *
     * @param service as ARNs call it, such as {@code dynamodb}
     */
    public Output<String> of(String option, Output<String> arn, String service) {
        var format = Pattern.compile("arn:[^:]+:%s:[^:]*:[^:]*:.+".formatted(service));
        return OutputCheck.of(
                arn,
                Violations.of(subject),
                (known, violations) -> violations.expect(
                        format.matcher(known).matches(),
                        option,
                        '"' + known + '"',
                        "that is no ARN of " + service,
                        "give the whole ARN, which starts with arn:"));
    }

    /** As {@link #of}; null when it was not given. */
    public @Nullable Output<String> ifGiven(String option, @Nullable Output<String> arn, String service) {
        return arn == null ? null : of(option, arn, service);
    }
}
