package dev.ashlar;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Config;
import com.pulumi.Context;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps the families of components apart: who may depend on whom, and which classes may do what. */
@AnalyzeClasses(
        packages = "dev.ashlar",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OnlyComponents.class})
class FamiliesTest {

    /** Another family that may use an internal package, and the reason for it. */
    private record Friend(String family, String internal, String reason) {
        boolean covers(Dependency dependency) {
            return Families.family(dependency.getOriginClass()).equals(family)
                    && dependency.getTargetClass().getPackageName().equals("dev.ashlar." + internal);
        }
    }

    // Such as new Friend("deploy", "compute.internal.rollout", "a deployer replaces the task definition of a service").
    private static final List<Friend> FRIENDS = List.of(
            new Friend("compute", "network.internal", "tasks are placed in a network"),
            new Friend(
                    "compute", "traffic.loadbalancer.internal.route", "a service owns the listener rule of its route"),
            new Friend("core", "graph.internal", "violations are listed as those of a planned program"),
            new Friend("core", "graph.internal.program", "the entry plans and runs a program"),
            new Friend("data.aurora", "network.internal", "database instances are placed in a network"),
            new Friend("data.cache", "network.internal", "cache nodes are placed in a network"),
            new Friend("traffic.ingestion", "network.internal", "a function is placed in a network"),
            new Friend("traffic.loadbalancer", "network.internal", "a load balancer is placed in a network"));

    // Classes that may read the stack's configuration or the environment of the process.
    private static final List<String> CONFIGURATION_READERS = List.of();

    @ArchTest
    static final ArchRule families_have_no_cycles = slices().assignedFrom(
                    slicedBy("families", Families::isOurs, Families::family))
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule internal_packages_have_no_cycles = slices().assignedFrom(
                    slicedBy("internal packages", Families::isInternal, JavaClass::getPackageName))
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule internal_packages_are_used_by_their_family_and_its_friends =
            classes().should(useInternalTypesOfTheirFamilyAndFriendsOnly());

    @ArchTest
    static void every_friend_is_needed(JavaClasses all) {
        assertThat(FRIENDS).allMatch(friend -> all.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(friend::covers));
    }

    @ArchTest
    static final ArchRule plans_hold_no_resources =
            noClasses().that(arePlans()).should().dependOnClassesThat(resideInAPackage("com.pulumi.aws.."));

    @ArchTest
    static final ArchRule configuration_is_read_in_named_classes_only = noClasses()
            .that(describe("may not read it", type -> !CONFIGURATION_READERS.contains(type.getName())))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Config.class)
            .orShould()
            .callMethod(Context.class, "config")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    // It serves programs that deploy with other tools.
    @ArchTest
    static final ArchRule state_machines_use_no_pulumi_types = noClasses()
            .that()
            .resideInAPackage("dev.ashlar.statemachine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.pulumi..", "dev.ashlar.graph..", "dev.ashlar.internal.component..");

    private static DescribedPredicate<JavaClass> arePlans() {
        return describe(
                "are named ...Plan or nested in one", type -> type.getName().matches(".*Plan(\\$.*)?"));
    }

    private static ArchCondition<JavaClass> useInternalTypesOfTheirFamilyAndFriendsOnly() {
        return new ArchCondition<>("use internal types of their own family and of its friends only") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass();
                    if (Families.isInternal(used)) {
                        events.add(new SimpleConditionEvent(
                                user,
                                Families.isAtHome(user, used)
                                        || FRIENDS.stream().anyMatch(friend -> friend.covers(dependency)),
                                dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static SliceAssignment slicedBy(
            String description, Predicate<JavaClass> included, Function<JavaClass, String> slice) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return included.test(type) ? SliceIdentifier.of(slice.apply(type)) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }
}
