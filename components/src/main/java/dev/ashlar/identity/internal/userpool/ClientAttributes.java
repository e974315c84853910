package dev.ashlar.identity.internal.userpool;

import dev.ashlar.identity.AppClientArgs;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.UserPoolArgs;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which attributes of its users an application's tokens show and let them change. Both are always written, because what
 * Cognito allows without them differs from what it documents.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html">Working with
 *     user attributes: attribute permissions and scopes</a>
 */
final class ClientAttributes {

    private ClientAttributes() {}

    /** Everything that is known of a user. */
    static List<String> readable(UserPoolArgs pool) {
        var names = standard();
        names.add("email_verified");
        names.add("phone_number_verified");
        pool.attributes().keySet().forEach(name -> names.add(UserPoolSchema.CUSTOM + name));
        return List.copyOf(names);
    }

    /** What users may say about themselves: an access token lets its owner write all of these. */
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
