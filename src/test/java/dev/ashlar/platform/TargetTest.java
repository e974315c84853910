package dev.ashlar.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final String REAL_ACCOUNT = "123456789012";

    @Test
    void rejects_a_stack_of_the_sandbox_in_an_aws_account() {
        assertThatThrownBy(() -> Target.SANDBOX.expect(REAL_ACCOUNT, "Pulumi.dev.yaml"))
                .isInstanceOf(RunException.class)
                .hasMessage("Pulumi.dev.yaml: ashlar:target is sandbox, but the provider uses the AWS account "
                        + "123456789012; run it with `./pulumiw`, or set ashlar:target to aws.");
    }

    @Test
    void rejects_a_stack_of_aws_in_the_sandbox() {
        assertThatThrownBy(() -> Target.AWS.expect(Target.SANDBOX_ACCOUNT, "Pulumi.prod.yaml"))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("Pulumi.prod.yaml: ashlar:target is aws, but the provider is the sandbox");
    }

    @Test
    void accepts_the_account_of_each_target() {
        assertThatCode(() -> {
                    Target.SANDBOX.expect(Target.SANDBOX_ACCOUNT, "Pulumi.dev.yaml");
                    Target.AWS.expect(REAL_ACCOUNT, "Pulumi.prod.yaml");
                })
                .doesNotThrowAnyException();
    }
}
