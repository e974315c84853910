package dev.ashlar.identity;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.ashlar.core.Component;
import dev.ashlar.core.Names;
import dev.ashlar.core.Violations;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps one attribute of a user pool's schema from being changed or taken away. Cognito refuses that only when the update
 * has begun, and the provider previews it as a harmless change. This is a component without children, named after the
 * attribute and all that it is, and protected like the pool: another definition has another name, so the engine would have
 * to delete the one of before, and refuses to at preview.
 */
final class UserPoolAttribute extends Component {

    private static final String TYPE = "ashlar:identity:UserPoolAttribute";

    private UserPoolAttribute(String name, ComponentResourceOptions options) {
        super(TYPE, name, Violations.of("UserPoolAttribute", name), options);
        registerOutputs(Map.of());
    }

    // Unprotected ones are registered, too: that is how protection ends.
    static void keep(String pool, UserPoolSchema schema, boolean isProtected, Resource parent) {
        schema.describe()
                .forEach((attribute, description) -> new UserPoolAttribute(
                        Names.child(
                                pool,
                                attribute.replace(':', '-'),
                                description.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT)),
                        ComponentResourceOptions.builder()
                                .parent(parent)
                                .protect(isProtected)
                                .build()));
    }
}
