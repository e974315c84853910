package dev.ashlar.data;

import com.pulumi.core.Output;
import dev.ashlar.core.Binding;

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
     * Lets a service connect to the writer as the database user {@code app}, with a token that IAM issues and no password.
     * A migration has to create that user: {@code CREATE USER app; GRANT rds_iam TO app} in PostgreSQL, {@code CREATE USER
     * app IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'} in MySQL. The service gets {@code <DATABASE>_HOST}, {@code
     * _PORT}, {@code _NAME} and {@code _USER}.
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
     * Lets a migration connect to the writer as the user that owns everything: {@code <DATABASE>_MASTER_HOST}, {@code
     * _PORT}, {@code _NAME}, and as secrets {@code _USER} and {@code _PASSWORD}. The password changes with every rotation,
     * so a service that runs for days must not use it.
     */
    Binding masterConnection();

    /** As {@link #masterConnection()}, with another prefix of the environment variables. */
    Binding masterConnection(String prefix);
}
