package dev.ashlar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResource;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ashlar.core.CloudFront;
import dev.ashlar.core.Component;
import dev.ashlar.core.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(
        packages = "dev.ashlar",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OnlyComponents.class})
class ArchitectureTest {

    /** The graph and the test kit are on the class path, too, and use Pulumi's internals. */
    static final class OnlyComponents implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/components/target/");
        }
    }

    @ArchTest
    static final ArchRule packages_do_not_need_each_other_in_circles =
            slices().matching("dev.ashlar.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_shared_base_extends_pulumis_component = classes()
            .that()
            .areAssignableTo(ComponentResource.class)
            .and()
            .doNotHaveFullyQualifiedName(Component.class.getName())
            .should()
            .beAssignableTo(Component.class);

    @ArchTest
    static final ArchRule components_have_one_shape = classes()
            .that()
            .areAssignableTo(Component.class)
            .and()
            .doNotHaveFullyQualifiedName(Component.class.getName())
            .and()
            .arePublic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould(haveTheTwoConstructorsAndTheCheck());

    @ArchTest
    static final ArchRule the_public_face_shows_nothing_internal_of_pulumi =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.pulumi..internal..");

    private static ArchCondition<JavaClass> haveTheTwoConstructorsAndTheCheck() {
        return new ArchCondition<>("have constructors (name, args) and (name, args, options), and check(name, args)") {
            @Override
            public void check(JavaClass component, ConditionEvents events) {
                var args = component.getName() + "Args";
                var constructors = component.getConstructors().stream()
                        .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(constructor -> constructor.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList())
                        .toList();
                var expected = List.of(
                        List.of("java.lang.String", args),
                        List.of("java.lang.String", args, "com.pulumi.resources.ComponentResourceOptions"));
                var checks = component
                        .tryGetMethod("check", "java.lang.String", args)
                        .filter(check -> check.getRawReturnType().isEquivalentTo(Violations.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        component,
                        checks && constructors.size() == 2 && constructors.containsAll(expected),
                        "%s has the constructors %s and check is %s"
                                .formatted(component.getSimpleName(), constructors, checks ? "there" : "missing")));
            }
        };
    }

    // CloudFront has one region for everybody.
    private static final String CLOUD_FRONT = "REGION = \"%s\"".formatted(CloudFront.REGION);

    @Test
    void no_source_writes_out_a_partition_a_region_or_an_account() throws IOException {
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(codeOf(source).replace(CLOUD_FRONT, ""))
                        .as(source.toString())
                        .doesNotContain("arn:aws:")
                        .doesNotContainPattern("\"(eu|us|ap|sa|ca|me|af|cn)-[a-z]+-\\d")
                        .doesNotContainPattern("\\b\\d{12}\\b");
            }
        }
    }

    // Javadoc and comments show examples.
    private static String codeOf(Path source) throws IOException {
        return Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }
}
