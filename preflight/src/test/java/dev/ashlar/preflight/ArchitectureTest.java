package dev.ashlar.preflight;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "dev.ashlar.preflight", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MAX_FILES = 25;

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.ashlar.preflight.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_sandbox_depend_only_on_lower_ones = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("provider")
            .definedBy("dev.ashlar.preflight.sandbox")
            .layer("protocol")
            .definedBy("dev.ashlar.preflight.sandbox.protocol")
            .layer("state")
            .definedBy("dev.ashlar.preflight.sandbox.state")
            .layer("spec")
            .definedBy("dev.ashlar.preflight.sandbox.spec")
            .layer("constraint")
            .definedBy("dev.ashlar.preflight.sandbox.constraint")
            .layer("model")
            .definedBy("dev.ashlar.preflight.sandbox.model")
            .layer("value")
            .definedBy("dev.ashlar.preflight.sandbox.value")
            .whereLayer("provider")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("provider")
            .whereLayer("state")
            .mayOnlyBeAccessedByLayers("provider", "protocol")
            .whereLayer("spec")
            .mayOnlyBeAccessedByLayers("provider", "protocol", "state")
            .whereLayer("constraint")
            .mayOnlyBeAccessedByLayers("protocol", "state", "spec")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("provider", "protocol", "state");

    @ArchTest
    static final ArchRule only_the_sandbox_and_the_test_kit_use_packages_inside_the_sandbox = classes()
            .that()
            .resideInAPackage("dev.ashlar.preflight.sandbox.*..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("dev.ashlar.preflight.sandbox..", "dev.ashlar.preflight.testkit");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void no_folder_has_more_than_25_files(String sources) throws IOException {
        try (var files = Files.walk(Path.of(sources))) {
            var sizes = files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

            assertThat(sizes.values()).allMatch(size -> size <= MAX_FILES);
        }
    }
}
