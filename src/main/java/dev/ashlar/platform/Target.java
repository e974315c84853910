package dev.ashlar.platform;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetCallerIdentityPlainArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.exceptions.RunException;
import java.util.concurrent.CompletableFuture;

/**
 * Where a stack runs. A stack that was made in the sandbox must never meet AWS, nor the reverse: the ids in its state would
 * be taken for real ones.
 */
enum Target {
    /** A simulation that creates nothing. */
    SANDBOX,
    /** A real account. */
    AWS;

    /** The account that only the sandbox has; AWS gives no account twelve zeros. */
    static final String SANDBOX_ACCOUNT = "000000000000";

    /** Asks the provider whose account it works in. The answer may be waited for while other work goes on. */
    static CompletableFuture<String> account() {
        return AwsFunctions.getCallerIdentityPlain(GetCallerIdentityPlainArgs.Empty)
                .thenApply(GetCallerIdentityResult::accountId);
    }

    /**
     * Refuses to go on in the wrong place.
     *
     * @throws RunException when the account is not of this target
     */
    void expect(String account, String stackFile) {
        boolean sandbox = account.equals(SANDBOX_ACCOUNT);
        if (sandbox && this == AWS) {
            throw new RunException(stackFile
                    + ": ashlar:target is aws, but the provider that answers is the sandbox; run it with"
                    + " `./pulumiw --sandbox`, or without the sandbox provider.");
        }
        if (!sandbox && this == SANDBOX) {
            throw new RunException(("%s: ashlar:target is sandbox, but the provider works in the AWS account %s;"
                            + " run it with `./pulumiw`, or set ashlar:target to aws.")
                    .formatted(stackFile, account));
        }
    }
}
