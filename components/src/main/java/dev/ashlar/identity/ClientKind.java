package dev.ashlar.identity;

/**
 * The kind of an application, which determines how it gets tokens: whether it can keep a secret, and whether it has
 * users.
 */
public enum ClientKind {
    /**
     * An application in a browser or on a telephone, whose code is public: it has no secret. It logs users in with an
     * authorization code and PKCE, or with SRP itself, and each refresh token can be used once.
     */
    SPA,
    /** An application on a server, or a load balancer: it has a secret and logs users in with an authorization code. */
    SERVER,
    /** An application without users: it has a secret, with which it gets tokens for scopes of resource servers. */
    MACHINE
}
