package asyncpipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static telar.check.Checks.assertThat;
import static telar.check.Checks.failing;
import static telar.check.Checks.letTimePass;
import static telar.check.Checks.seed;
import static telar.check.Checks.threads;
import static telar.check.Checks.together;
import static telar.check.Checks.virtualTime;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import telar.check.Check;
import telar.check.PlannedFailure;
import telar.check.VirtualTime;
import telar.wire.Diagnosis;
import telar.wire.Property;

/** A kitchen whose machines are done when the check says so. */
class BreakfastsChecks {

    private final Random random = new Random(seed());
    private final String coffee = "coffee " + random.nextInt(1_000);
    private final String toast = "toast " + random.nextInt(1_000);
    private final Duration patience = Duration.ofSeconds(60 + random.nextInt(60));

    @Check(points = 15, property = Property.SAFETY)
    void aBreakfastHasItsDrinkAndItsToast() throws Exception {
        HandKitchen kitchen = new HandKitchen();
        VirtualTime time = virtualTime();

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        together(() -> kitchen.coffee.complete(coffee), () -> kitchen.toast.complete(toast));
        Breakfast served = breakfast.get();

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(served).isEqualTo(new Breakfast(coffee, toast));
                    assertThat(time).tookAtMost(Duration.ofSeconds(1));
                });
    }

    @Check(points = 15, property = Property.LIVENESS)
    void nobodyWaitsForTheOtherMachine() throws Exception {
        HandKitchen kitchen = new HandKitchen();
        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        kitchen.coffee.complete(coffee);
        kitchen.toast.complete(toast);
        Breakfast coffeeFirst = breakfast.get();

        HandKitchen other = new HandKitchen();
        CompletableFuture<Breakfast> next = new Breakfasts(other, patience).serve();
        other.toast.complete(toast);
        other.coffee.complete(coffee);
        Breakfast toastFirst = next.get();

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(coffeeFirst).isEqualTo(new Breakfast(coffee, toast));
                    assertThat(toastFirst).isEqualTo(new Breakfast(coffee, toast));
                });
    }

    @Check(points = 10, property = Property.PARALLELISM)
    void bothMachinesRunFromTheStart() {
        HandKitchen kitchen = new HandKitchen();

        new Breakfasts(kitchen, patience).serve();

        failing(
                Diagnosis.NOT_PARALLEL,
                () -> {
                    assertThat(kitchen.brewed > 0).as("the coffee machine runs when serve() returns").isTrue();
                    assertThat(kitchen.toasted > 0).as("the toaster runs when serve() returns").isTrue();
                });
    }

    @Check(points = 10, property = Property.SAFETY)
    void eachMachineIsUsedOnce() throws Exception {
        HandKitchen kitchen = new HandKitchen();

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        kitchen.toast.complete(toast);
        kitchen.coffee.complete(coffee);
        breakfast.get();

        assertThat(kitchen.brewed).as("times that coffee was brewed").isEqualTo(1);
        assertThat(kitchen.toasted).as("times that bread was toasted").isEqualTo(1);
    }

    @Check(points = 15, property = Property.LIVENESS)
    void lateCoffeeBecomesWater() throws Exception {
        HandKitchen kitchen = new HandKitchen();
        VirtualTime time = virtualTime();

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        letTimePass(patience.dividedBy(2));
        kitchen.toast.complete(toast);
        Breakfast served = breakfast.get();

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(served).isEqualTo(new Breakfast(Breakfast.WATER, toast));
                    assertThat(time).tookAtLeast(patience).tookAtMost(patience.plusSeconds(1));
                });
    }

    @Check(points = 10, property = Property.BEHAVIOUR)
    void whatComesAfterTheWaterChangesNothing() throws Exception {
        HandKitchen slow = new HandKitchen();
        CompletableFuture<Breakfast> breakfast = new Breakfasts(slow, patience).serve();
        letTimePass(patience.plusSeconds(1));
        slow.coffee.complete(coffee);
        slow.toast.complete(toast);
        Breakfast afterTheCoffee = breakfast.get();

        HandKitchen breaking = new HandKitchen();
        CompletableFuture<Breakfast> next = new Breakfasts(breaking, patience).serve();
        letTimePass(patience.plusSeconds(1));
        breaking.coffee.completeExceptionally(new PlannedFailure("the machine is broken"));
        breaking.toast.complete(toast);
        Breakfast afterTheFailure = servedOrNull(next);

        failing(
                Diagnosis.WRONG_RESULT,
                () -> {
                    assertThat(afterTheCoffee).as("late coffee, then toast").isEqualTo(new Breakfast(Breakfast.WATER, toast));
                    assertThat(afterTheFailure).as("late failure, then toast").isEqualTo(new Breakfast(Breakfast.WATER, toast));
                });
    }

    @Check(points = 10, property = Property.BEHAVIOUR)
    void onlyTheCoffeeHasToBeInTime() throws Exception {
        HandKitchen kitchen = new HandKitchen();

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        letTimePass(patience.dividedBy(2));
        kitchen.coffee.complete(coffee);
        letTimePass(patience.multipliedBy(3));
        kitchen.toast.complete(toast);
        Breakfast served = breakfast.get();

        failing(Diagnosis.WRONG_RESULT, () -> assertThat(served).isEqualTo(new Breakfast(coffee, toast)));
    }

    @Check(points = 10, property = Property.SAFETY)
    void aBrokenMachineIsReported() throws Exception {
        PlannedFailure broken = new PlannedFailure("the machine is broken");
        HandKitchen withoutToaster = new HandKitchen();
        CompletableFuture<Breakfast> breakfast = new Breakfasts(withoutToaster, patience).serve();
        withoutToaster.coffee.complete(coffee);
        withoutToaster.toast.completeExceptionally(broken);
        isReported(breakfast, broken);

        HandKitchen withoutCoffeeMachine = new HandKitchen();
        CompletableFuture<Breakfast> next = new Breakfasts(withoutCoffeeMachine, patience).serve();
        withoutCoffeeMachine.toast.complete(toast);
        withoutCoffeeMachine.coffee.completeExceptionally(broken);
        isReported(next, broken);

        // Broken, whatever the exception is called: it comes at once, so nobody's patience has ended.
        TimeoutException pump = new TimeoutException("the pump gives no answer");
        HandKitchen withoutPump = new HandKitchen();
        CompletableFuture<Breakfast> last = new Breakfasts(withoutPump, patience).serve();
        withoutPump.toast.complete(toast);
        withoutPump.coffee.completeExceptionally(pump);
        isReported(last, pump);
    }

    @Check(points = 5, property = Property.CLEANUP)
    void noThreadIsLeftBehind() throws Exception {
        HandKitchen kitchen = new HandKitchen();

        CompletableFuture<Breakfast> breakfast = new Breakfasts(kitchen, patience).serve();
        kitchen.coffee.complete(coffee);
        kitchen.toast.complete(toast);
        breakfast.get();

        letTimePass(patience.multipliedBy(2)); // a timer of one's own may still be waiting for the end of the patience
        assertThat(threads()).noneLeftBehind();
    }

    private static Breakfast servedOrNull(CompletableFuture<Breakfast> breakfast) throws InterruptedException {
        try {
            return breakfast.get();
        } catch (ExecutionException broken) {
            return null;
        }
    }

    private static void isReported(CompletableFuture<Breakfast> breakfast, Throwable broken) throws InterruptedException {
        Throwable told = null;
        try {
            breakfast.get();
        } catch (ExecutionException failed) {
            told = failed.getCause() == broken || failed.getCause() == null ? failed.getCause() : failed.getCause().getCause();
        }
        Throwable cause = told;
        failing(
                Diagnosis.WRONG_RESULT,
                () -> assertThat(cause == broken).as("the breakfast fails with what broke the machine").isTrue());
    }

    /** Counts without any lock: serve() itself has to start the machines. */
    private static final class HandKitchen implements Kitchen {
        private final CompletableFuture<String> coffee = new CompletableFuture<>();
        private final CompletableFuture<String> toast = new CompletableFuture<>();
        private int brewed;
        private int toasted;

        @Override
        public CompletableFuture<String> brew() {
            brewed++;
            return coffee;
        }

        @Override
        public CompletableFuture<String> toast() {
            toasted++;
            return toast;
        }
    }
}
