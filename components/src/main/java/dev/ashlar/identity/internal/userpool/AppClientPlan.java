package dev.ashlar.identity.internal.userpool;

import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The settings that follow from a client's kind.
 *
 * @param generateSecret whether the client has a secret
 * @param oauthFlows the flows by which it gets tokens from the pool's domain; empty if it does not
 * @param scopes the scopes of its tokens; empty without a flow
 * @param authFlows the flows by which it gets tokens from Cognito's API; never empty, because Cognito would then
 *     allow more flows
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
        // Cognito rejects refresh token rotation together with this flow.
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
