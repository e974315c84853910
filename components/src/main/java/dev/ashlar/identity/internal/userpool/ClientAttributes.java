package dev.ashlar.identity.internal.userpool;

import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.UserPoolArgs;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The attributes of a user that a client can read and write. Both are always set, because the defaults of Cognito
 * differ from its documentation.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working with
 *     user attributes: attribute permissions and scopes</a>
 */
final class ClientAttributes {

    private ClientAttributes() {}

    /** Returns all attributes of a user. */
    static List<String> readable(UserPoolArgs pool) {
        var names = standard();
        names.add("email_verified");
        names.add("phone_number_verified");
        pool.attributes().keySet().forEach(name -> names.add(UserPoolSchema.CUSTOM + name));
        return List.copyOf(names);
    }

    /** Returns the attributes that the holder of an access token can write. */
    static List<String> writable(AppClientArgs client) {
        var names = standard();
        client.writableAttributes().forEach(name -> names.add(UserPoolSchema.CUSTOM + name));
        return List.copyOf(names);
    }

    private static Set<String> standard() {
        var names = new TreeSet<String>();
        Arrays.stream(StandardAttribute.values())
                .map(StandardAttribute::wireName)
                .forEach(names::add);
        names.add("updated_at");
        return names;
    }
}
