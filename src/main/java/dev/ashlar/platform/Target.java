package dev.ashlar.platform;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.inputs.GetCallerIdentityPlainArgs;
import com.pulumi.aws.outputs.GetCallerIdentityResult;
import com.pulumi.exceptions.RunException;
import java.util.concurrent.CompletableFuture;

/**
 * Where a stack is deployed. A stack of the sandbox must never be deployed to AWS, nor the reverse, because the ids in
 * its state would be taken for real ones.
 */
enum Target {
    /** The sandbox, which creates nothing. */
    SANDBOX,
    /** An AWS account. */
    AWS;

    /** The account id of the sandbox; AWS assigns no account twelve zeros. */
    static final String SANDBOX_ACCOUNT = "000000000000";

    /** Requests the provider's account id. The caller can do other work before the answer arrives. */
    static CompletableFuture<String> account() {
        return AwsFunctions.getCallerIdentityPlain(GetCallerIdentityPlainArgs.Empty)
                .thenApply(GetCallerIdentityResult::accountId);
    }

    /**
     * Checks that an account belongs to this target.
     *
     * @throws RunException if the account belongs to the other target
     */
    void expect(String account, String stackFile) {
        boolean sandbox = account.equals(SANDBOX_ACCOUNT);
        if (sandbox && this == AWS) {
            throw new RunException(stackFile
                    + ": ashlar:target is aws, but the provider is the sandbox; run it with"
                    + " `./pulumiw --sandbox`, or without the sandbox provider.");
        }
        if (!sandbox && this == SANDBOX) {
            throw new RunException(("%s: ashlar:target is sandbox, but the provider uses the AWS account %s;"
                            + " run it with `./pulumiw`, or set ashlar:target to aws.")
                    .formatted(stackFile, account));
        }
    }
}
