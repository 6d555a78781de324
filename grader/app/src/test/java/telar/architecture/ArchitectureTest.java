package telar.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import telar.cli.Main;
import telar.engine.Preparation;
import telar.wire.Plan;

/** Who may import whom; and that these rules look at something. */
class ArchitectureTest {
    /** A package imports only what is to its left. */
    private static final List<String> ORDER =
            List.of(
                    "exercise", "submission", "compile", "run", "verdict", "score", "report", "grading", "mutation", "soundness",
                    "scaffold", "study", "publish", "cli");

    private static final JavaClasses APP =
            new ClassFileImporter().importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses ENGINE = new ClassFileImporter().importPackages("telar.engine");
    private static final JavaClasses NOTHING = new ClassFileImporter().importPackages("telar.nowhere");

    @Test
    void packagesOfTheAppImportOnlyToTheLeft() {
        importsToTheLeft("telar").check(APP);
    }

    @Test
    void everyPackageOfTheAppHasItsPlaceInTheOrder() {
        assertThat(APP.stream().map(JavaClass::getPackageName).map(name -> name.substring("telar.".length())).distinct())
                .containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void theAppKnowsOfTheHarnessOnlyTheWireAndOfTheEngineHowToPrepareClasses() {
        onlyTheWire().check(APP);
    }

    @Test
    void instrumentationKnowsNothingOfRunningAndSearching() {
        instrumentationAlone().check(ENGINE);
    }

    @Test
    void theRulesSeeAWrongImport() {
        JavaClasses wrong = new ClassFileImporter().importPackages("wrongway");

        // Packages that the pair does not have would fail too, but for another reason.
        assertThatThrownBy(() -> importsToTheLeft("wrongway", List.of("exercise", "cli")).check(wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wrongway.exercise.Left")
                .hasMessageContaining("wrongway.cli.Right");
        assertThatCode(() -> importsToTheLeft("wrongway", List.of("cli", "exercise")).check(wrong)).doesNotThrowAnyException();
    }

    @Test
    void theRulesSeeTheAppUseTheEngine() {
        JavaClasses harness = new ClassFileImporter().importUrl(Plan.class.getProtectionDomain().getCodeSource().getLocation());

        assertThatThrownBy(() -> onlyTheWire().check(harness)).isInstanceOf(AssertionError.class).hasMessageContaining("telar.engine");
    }

    @Test
    void theRulesFailWhenTheySeeNothing() {
        for (ArchRule rule : List.of(importsToTheLeft("telar"), onlyTheWire(), instrumentationAlone())) {
            assertThatThrownBy(() -> rule.check(NOTHING)).isInstanceOf(AssertionError.class).hasMessageContaining("failed to check any classes");
        }
    }

    private static ArchRule importsToTheLeft(String root) {
        return importsToTheLeft(root, ORDER);
    }

    private static ArchRule importsToTheLeft(String root, List<String> order) {
        List<ArchRule> rules =
                IntStream.range(0, order.size() - 1)
                        .mapToObj(
                                i -> {
                                    String[] right =
                                            order.stream().skip(i + 1L).map(name -> root + "." + name + "..").toArray(String[]::new);
                                    return (ArchRule)
                                            noClasses()
                                                    .that(resideInAPackage(root + "." + order.get(i) + ".."))
                                                    .should()
                                                    .dependOnClassesThat(resideInAnyPackage(right));
                                })
                        .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule onlyTheWire() {
        return noClasses()
                .that(resideInAPackage("telar.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("telar.engine..", "telar.harness..", "telar.check..").and(not(type(Preparation.class))));
    }

    private static ArchRule instrumentationAlone() {
        return noClasses()
                .that(resideInAPackage("telar.engine.instrument.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("telar.engine.runtime..", "telar.engine.search.."));
    }
}
