package lazyvalue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final AtomicInteger baked = new AtomicInteger();

    @Test
    void theCakeIsBakedWhenSomebodyOrdersIt() {
        Lazy<Object> cake = new Lazy<>(this::bake);
        assertThat(baked.get()).as("cakes baked before the first order").isZero();

        Object first = cake.get();
        Object second = cake.get();

        assertThat(second).isSameAs(first);
        assertThat(baked.get()).as("cakes baked").isEqualTo(1);
    }

    @Test
    void twoGuestsShareOneCake() throws Exception {
        Lazy<Object> cake = new Lazy<>(this::bake);

        var ada = CompletableFuture.supplyAsync(cake::get);
        var ben = CompletableFuture.supplyAsync(cake::get);

        Object served = ada.get(10, SECONDS);
        assertThat(served).isNotNull();
        assertThat(ben.get(10, SECONDS)).isSameAs(served);
        assertThat(baked.get()).as("cakes baked").isEqualTo(1);
    }

    @Test
    void afterABurntCakeTheyBakeAgain() {
        Lazy<Object> cake =
                new Lazy<>(
                        () -> {
                            Object fresh = bake();
                            if (baked.get() == 1) {
                                throw new IllegalStateException("burnt");
                            }
                            return fresh;
                        });

        assertThatThrownBy(cake::get).isInstanceOf(IllegalStateException.class);

        assertThat(cake.get()).isNotNull();
    }

    private Object bake() {
        baked.incrementAndGet();
        return new Object();
    }
}
