package telar.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorClockTest {

    @Test
    void countsNothingBeyondTheEnd() {
        assertThat(VectorClock.at(new int[] {3}, 0)).isEqualTo(3);
        assertThat(VectorClock.at(new int[] {3}, 1)).isZero();
        assertThat(VectorClock.at(new int[0], 5)).isZero();
    }

    @Test
    void joinsComponentByComponent() {
        assertThat(VectorClock.join(new int[] {1, 5}, new int[] {2, 3})).containsExactly(2, 5);
        assertThat(VectorClock.join(new int[] {1}, new int[] {0, 3})).containsExactly(1, 3);
        assertThat(VectorClock.join(new int[] {1, 4}, new int[] {2})).containsExactly(2, 4);
    }

    @Test
    void joinsIntoTheFirstWhereItIsLongEnough() {
        int[] into = {1, 2};
        assertThat(VectorClock.join(into, new int[] {7})).isSameAs(into);
        assertThat(VectorClock.join(into, null)).isSameAs(into);
        int[] longer = {0, 0, 1};
        assertThat(VectorClock.join(into, longer)).isNotSameAs(longer).containsExactly(7, 2, 1);
        assertThat(longer).containsExactly(0, 0, 1);
    }
}
