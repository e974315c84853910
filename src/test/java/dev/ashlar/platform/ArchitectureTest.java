package dev.ashlar.platform;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.pulumi.Config;
import com.pulumi.Context;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Ensures that the stack program uses the public API of the library only, and reads the configuration in one class. */
@AnalyzeClasses(packagesOf = App.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule configuration_is_read_in_one_class_only = noClasses()
            .that(describe("may not read it", type -> !type.getName().equals(StackConfig.class.getName())))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Config.class)
            .orShould()
            .callMethod(Context.class, "config")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule internal_packages_of_the_library_are_not_used = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ashlar..internal..", "com.pulumi..internal..");

    @ArchTest
    static final ArchRule settings_know_no_resources = noClasses()
            .that()
            .haveNameMatching(".*\\.(ConfigReader|.*Settings|StackConfig)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pulumi.aws..", "com.pulumi.resources..");
}
