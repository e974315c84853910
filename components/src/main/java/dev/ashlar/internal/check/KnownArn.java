package dev.ashlar.internal.check;

import com.pulumi.core.Output;
import dev.ashlar.core.Violations;
import dev.ashlar.internal.component.OutputCheck;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks an ARN that a caller gave. A name or an id instead of an ARN would make a policy that IAM rejects, or one that
 * does not allow anything.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public final class KnownArn {

    private final String subject;

    /**
     * Checks the ARNs of one component's caller.
     *
     * @param subject the component as messages name it, see {@link Violations#subject}
     */
    public KnownArn(String subject) {
        this.subject = subject;
    }

    /**
     * Returns the same ARN. The program fails when it resolves to a value that is not an ARN of the service, see
     * {@link OutputCheck}.
     *
     * @param service the service as ARNs name it, such as {@code dynamodb}
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
                        "an ARN of %s is required".formatted(service),
                        "give the whole ARN, which starts with arn:"));
    }

    /** Returns the same ARN as {@link #of}; null if it is absent. */
    public @Nullable Output<String> ifGiven(String option, @Nullable Output<String> arn, String service) {
        return arn == null ? null : of(option, arn, service);
    }
}
