package dev.ashlar.identity.internal.userpool;

import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a client's kind makes of it.
 *
 * @param generateSecret whether it has a secret
 * @param oauthFlows how it gets tokens from the pool's domain; empty when it does not
 * @param scopes what its tokens permit; empty without a flow
 * @param authFlows how it gets tokens from Cognito's API; never empty, because Cognito then allows more than these
 * @param showsLogin whether users log in at the pool's domain
 */
record AppClientPlan(
        boolean generateSecret,
        List<String> oauthFlows,
        List<String> scopes,
        List<String> authFlows,
        boolean showsLogin) {

    static AppClientPlan of(AppClientArgs args, boolean passkeys) {
        boolean machine = args.kind() == ClientKind.MACHINE;
        boolean login = !machine
                && !(args.callbackUrls().isEmpty() && args.loadBalancerUrls().isEmpty());
        boolean oauth = machine || login;
        return new AppClientPlan(
                args.kind() != ClientKind.SPA,
                machine ? List.of("client_credentials") : login ? List.of("code") : List.of(),
                oauth ? List.copyOf(new TreeSet<>(args.scopes())) : List.of(),
                authFlows(args, passkeys),
                login);
    }

    private static List<String> authFlows(AppClientArgs args, boolean passkeys) {
        var flows = new ArrayList<String>();
        // Refresh token rotation is refused beside it.
        if (!args.refreshTokenRotation()) {
            flows.add("ALLOW_REFRESH_TOKEN_AUTH");
        }
        if (args.kind() != ClientKind.MACHINE) {
            if (passkeys) {
                flows.add("ALLOW_USER_AUTH");
            }
            flows.add("ALLOW_USER_SRP_AUTH");
        }
        return flows;
    }
}
