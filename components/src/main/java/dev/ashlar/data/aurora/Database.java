package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;

/** A relational database that services can be bound to: an {@link AuroraCluster}, or one that exists already. */
public interface Database {

    /** Returns the host of the writer. */
    Output<String> endpoint();

    /** Returns the host that spreads connections over the readers, or connects to the writer if there are none. */
    Output<String> readerEndpoint();

    /** Returns the TCP port. */
    int port();

    /** Returns the id of the database's security group. Consumers add their own rules to it. */
    Output<String> securityGroupId();

    /**
     * Allows a service to connect to the writer as the database user {@code app}, with an IAM token instead of a
     * password, so that no rotation affects it; through the proxy if the database has one. A migration must create that
     * user: {@code CREATE USER app; GRANT rds_iam TO app} in PostgreSQL,
     * {@code CREATE USER app IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'} in MySQL; with a proxy, as
     * {@link AuroraProxyArgs#users} describes. The service gets {@code <DATABASE>_HOST}, {@code _PORT}, {@code _NAME}
     * and {@code _USER}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html">IAM
     *     database authentication</a>
     */
    default Binding connection() {
        return connection("app");
    }

    /** Allows what {@link #connection()} does, as another database user. */
    Binding connection(String user);

    /**
     * Allows what {@link #connection()} does, as another database user.
     *
     * @param prefix the first part of the environment variables, such as {@code DB} for {@code DB_HOST}
     */
    Binding connection(String user, String prefix);

    /**
     * Allows what {@link #connection()} does, to the readers. The variables are {@code <DATABASE>_READER_HOST} and so
     * on.
     */
    default Binding readerConnection() {
        return readerConnection("app");
    }

    /** Allows what {@link #readerConnection()} does, as another database user. */
    Binding readerConnection(String user);

    /**
     * Allows what {@link #readerConnection()} does, as another database user and with another prefix of the environment
     * variables.
     */
    Binding readerConnection(String user, String prefix);

    /**
     * Allows a service to connect to the writer with a password, for clients that cannot use IAM tokens. The service
     * gets {@code <DATABASE>_HOST}, {@code _PORT}, {@code _NAME}, and as secrets {@code _USER} and {@code _PASSWORD}.
     * When the secret rotates, a {@code FargateService} is deployed again, because a task reads its secrets only when
     * it starts. The rotation is detected with CloudTrail: the account needs a trail that logs management events in
     * this region. Between the rotation and the end of that deployment, which takes minutes, new connections with the
     * old password fail, unless the secret alternates between two users.
     *
     * @param secret a whole secret: a JSON object with the keys {@code username} and {@code password}
     * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html">Secrets Manager
     *     rotation strategies</a>
     */
    Binding passwordConnection(SecretReference secret);

    /**
     * Allows what {@link #passwordConnection(SecretReference)} does, with another prefix of the environment variables.
     */
    Binding passwordConnection(SecretReference secret, String prefix);

    /**
     * Allows a migration to connect to the writer as the master user, which owns everything:
     * {@code <DATABASE>_MASTER_HOST}, {@code _PORT}, {@code _NAME}, and as secrets {@code _USER} and {@code _PASSWORD}.
     * The password changes with every rotation, with the effects that {@link #passwordConnection} describes. A service
     * needs fewer permissions than this user has.
     */
    Binding masterConnection();

    /** Allows what {@link #masterConnection()} does, with another prefix of the environment variables. */
    Binding masterConnection(String prefix);
}
