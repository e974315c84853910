package dev.ashlar.identity.internal.userpool;

import com.pulumi.core.Output;
import dev.ashlar.core.AwsService;
import dev.ashlar.core.Binding;
import dev.ashlar.identity.UserDirectory;
import dev.ashlar.internal.component.Names;
import java.util.List;

/** The bindings of a user directory. */
public final class UserPoolBindings {

    private UserPoolBindings() {}

    /** Returns the binding of a service that validates tokens. */
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

    /** Returns the binding of a service that is a client with a secret. */
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
