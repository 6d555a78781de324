package telar.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import telar.engine.Failure.Trait;
import telar.engine.runtime.Execution.SpuriousWait;
import telar.engine.runtime.Options;

/** Searches in which one wait after another wakes without a signal; then two of different threads do in one run. */
final class SpuriousWakeUps {
    private static final int MAX_VARIANTS = 12;
    private static final int MAX_PAIRS = 10;

    /** Runs of one variant at the least. */
    private static final int LEAST_RUNS = 20;

    /** What the runs of all variants may cost together. */
    private static final long COST = 1_000_000;

    private final Runs runs;
    private final Search search;

    SpuriousWakeUps(Runs runs, Search search) {
        this.runs = runs;
        this.search = search;
    }

    /** @param budget a quarter of it is shared by all variants */
    Optional<Broken> search(Options ideal, int budget) {
        List<Set<SpuriousWait>> variants = variants(runs.waits());
        int share = variants.isEmpty() ? 0 : Math.max(LEAST_RUNS, budget / 4 / variants.size());
        runs.circumstances().add(Trait.NEEDS_SPURIOUS_WAKEUP);
        for (Set<SpuriousWait> variant : variants) {
            runs.mayCost(COST / variants.size());
            Optional<Broken> broken = search.searchSimply(ideal.withSpurious(variant), runs.made() + share);
            if (broken.isPresent()) {
                return broken;
            }
        }
        runs.circumstances().remove(Trait.NEEDS_SPURIOUS_WAKEUP);
        return Optional.empty();
    }

    private static List<Set<SpuriousWait>> variants(List<SpuriousWait> seen) {
        List<SpuriousWait> some = seen.subList(0, Math.min(MAX_VARIANTS, seen.size()));
        List<Set<SpuriousWait>> variants = new ArrayList<>();
        some.forEach(wait -> variants.add(Set.of(wait)));
        for (SpuriousWait one : some) {
            for (SpuriousWait other : some) {
                if (one.thread() < other.thread() && variants.size() < some.size() + MAX_PAIRS) {
                    variants.add(Set.of(one, other));
                }
            }
        }
        return variants;
    }
}
