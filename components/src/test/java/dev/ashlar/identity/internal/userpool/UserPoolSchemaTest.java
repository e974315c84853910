package dev.ashlar.identity.internal.userpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.ashlar.core.Violation;
import dev.ashlar.identity.StandardAttribute;
import dev.ashlar.identity.UserAttribute;
import dev.ashlar.identity.UserPool;
import dev.ashlar.identity.UserPoolArgs;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UserPoolSchemaTest {

    private static final Map<String, String> LOCK = Map.of(
            "custom:tenant", "String 1..64 mutable", "custom:age", "Number 0..150 immutable", "email", "required");

    private static UserPoolArgs.Builder asLocked() {
        return UserPoolArgs.builder()
                .requiredAttributes(StandardAttribute.EMAIL)
                .attribute("tenant", UserAttribute.text(1, 64))
                .attribute("age", UserAttribute.number(0, 150).immutable());
    }

    private static List<String> faults(UserPoolArgs.Builder args) {
        return UserPool.check("customers", args.schemaLock(LOCK).build()).all().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void describes_each_attribute() {
        assertThat(UserPoolSchema.of(asLocked()
                                .attribute("since", UserAttribute.dateTime())
                                .attribute("vip", UserAttribute.bool().immutable())
                                .build())
                        .describe())
                .containsExactly(
                        entry("custom:age", "Number 0..150 immutable"),
                        entry("custom:since", "DateTime mutable"),
                        entry("custom:tenant", "String 1..64 mutable"),
                        entry("custom:vip", "Boolean immutable"),
                        entry("email", "required"));
    }

    @Test
    void accepts_new_custom_attributes() {
        assertThat(faults(asLocked())).isEmpty();
        assertThat(faults(asLocked().attribute("vip", UserAttribute.bool()))).isEmpty();
    }

    @Test
    void rejects_changed_and_removed_attributes() {
        assertThat(faults(UserPoolArgs.builder()
                        .requiredAttributes(StandardAttribute.EMAIL)
                        .attribute("tenant", UserAttribute.text(1, 128))))
                .containsExactly(
                        "UserPool \"customers\": attributes is without custom:age, but the pool has it as Number 0..150 immutable, and Cognito cannot change or remove an attribute; restore it, and add another attribute instead.",
                        "UserPool \"customers\": attributes is custom:tenant as String 1..128 mutable, but the pool has it as String 1..64 mutable, and Cognito cannot change or remove an attribute; restore it, and add another attribute instead.");
        assertThat(faults(UserPoolArgs.builder()
                        .attribute("tenant", UserAttribute.text(1, 64))
                        .attribute("age", UserAttribute.number(0, 150).immutable())))
                .singleElement(STRING)
                .contains("without email");
    }

    @Test
    void rejects_newly_required_attributes() {
        assertThat(faults(asLocked().requiredAttributes(StandardAttribute.EMAIL, StandardAttribute.FAMILY_NAME)))
                .containsExactly(
                        "UserPool \"customers\": requiredAttributes is family_name, but the pool does not require it, and Cognito sets required attributes when it creates a pool; leave it out, and check it in the application.");
    }

    @Property(tries = 200)
    void different_attributes_have_different_descriptions(
            @ForAll("attributes") UserAttribute one, @ForAll("attributes") UserAttribute other) {
        assertThat(UserPoolSchema.describe(one).equals(UserPoolSchema.describe(other)))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<UserAttribute> attributes() {
        var texts = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(4, 6))
                .as(UserAttribute::text);
        var numbers = Combinators.combine(
                        Arbitraries.longs().between(-2, 2), Arbitraries.longs().between(3, 4))
                .as(UserAttribute::number);
        var others = Arbitraries.of(UserAttribute.bool(), UserAttribute.dateTime());
        return Combinators.combine(Arbitraries.oneOf(texts, numbers, others), Arbitraries.of(true, false))
                .as((attribute, mutable) -> mutable ? attribute : attribute.immutable());
    }
}
