package dev.ashlar.data.aurora;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;
import dev.ashlar.core.SecretReference;

/** A relational database that services can be bound to: an {@link AuroraCluster}, or one that exists already. */
public interface Database {

    /** The host of the writer. */
    Output<String> endpoint();

    /** The host that spreads connections over the readers; it leads to the writer when there are none. */
    Output<String> readerEndpoint();

    /** The TCP port. */
    int port();

    /** The security group that guards the database; consumers add their own rules to it. */
    Output<String> securityGroupId();

    /**
     * Lets a service connect to the writer as the database user {@code app}, with a token that IAM issues and no password,
     * so that no rotation concerns it; through the proxy where the database has one. A migration has to create that user:
     * {@code CREATE USER app; GRANT rds_iam TO app} in PostgreSQL, {@code CREATE USER app IDENTIFIED WITH
     * AWSAuthenticationPlugin AS 'RDS'} in MySQL; behind a proxy as {@link AuroraProxyArgs#users} says. The service gets
     * {@code <DATABASE>_HOST}, {@code _PORT}, {@code _NAME} and {@code _USER}.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html">IAM database
     *     authentication</a>
     */
    default Binding connection() {
        return connection("app");
    }

    /** As {@link #connection()}, as another database user. */
    Binding connection(String user);

    /**
     * As {@link #connection()}, as another database user.
     *
     * @param prefix the first part of the environment variables, such as {@code DB} for {@code DB_HOST}
     */
    Binding connection(String user, String prefix);

    /** As {@link #connection()}, to the readers; the variables are {@code <DATABASE>_READER_HOST} and so on. */
    default Binding readerConnection() {
        return readerConnection("app");
    }

    /** As {@link #readerConnection()}, as another database user. */
    Binding readerConnection(String user);

    /** As {@link #readerConnection()}, as another database user and with another prefix of the environment variables. */
    Binding readerConnection(String user, String prefix);

    /**
     * Lets a service connect to the writer with a password, for clients that cannot ask IAM for tokens. The service gets
     * {@code <DATABASE>_HOST}, {@code _PORT}, {@code _NAME}, and as secrets {@code _USER} and {@code _PASSWORD}; when the
     * secret rotates, a {@code FargateService} is deployed anew, since a task reads its secrets only when it starts. The news
     * of a rotation comes by way of CloudTrail: the account needs a trail that logs management events in this region.
     * Between the rotation and the end of that deployment, which takes minutes, new connections with the old password fail,
     * unless the secret alternates between two users.
     *
     * @param secret a whole secret: a JSON object with the keys {@code username} and {@code password}
     * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html">Secrets Manager
     *     rotation strategies</a>
     */
    Binding passwordConnection(SecretReference secret);

    /** As {@link #passwordConnection(SecretReference)}, with another prefix of the environment variables. */
    Binding passwordConnection(SecretReference secret, String prefix);

    /**
     * Lets a migration connect to the writer as the user that owns everything: {@code <DATABASE>_MASTER_HOST}, {@code
     * _PORT}, {@code _NAME}, and as secrets {@code _USER} and {@code _PASSWORD}. The password changes with every rotation;
     * what {@link #passwordConnection} says of that holds here too. A service needs less than this user may do.
     */
    Binding masterConnection();

    /** As {@link #masterConnection()}, with another prefix of the environment variables. */
    Binding masterConnection(String prefix);
}
