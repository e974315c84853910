package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.internal.component.Names;
import java.util.List;

/** What a user directory hands out to those who use it. */
public final class UserPoolBindings {

    private UserPoolBindings() {}

    public static Binding tokens(UserDirectory directory, String prefix, List<Output<String>> audience) {
        return Binding.builder()
                .provider(directory.name())
                .access("verify")
                .putEnvironment(Names.environmentVariable(prefix, "ISSUER"), directory.issuer())
                .putEnvironment(Names.environmentVariable(prefix, "JWKS_URI"), directory.jwksUri())
                .putEnvironment(
                        Names.environmentVariable(prefix, "AUDIENCE"),
                        Output.all(audience).applyValue(ids -> String.join(",", ids)))
                .build();
    }

    public static Binding client(UserDirectory directory, String client, String prefix) {
        return Binding.builder()
                .provider(directory.name())
                .access("authenticate")
                .putEnvironment(Names.environmentVariable(prefix, "ISSUER"), directory.issuer())
                .putEnvironment(Names.environmentVariable(prefix, "CLIENT_ID"), directory.clientId(client))
                .putEnvironment(Names.environmentVariable(prefix, "LOGIN_URL"), directory.loginUrl())
                .putSecrets(Names.environmentVariable(prefix, "CLIENT_SECRET"), directory.clientSecret(client))
                .addServices(AwsService.SECRETS_MANAGER)
                .build();
    }
}
