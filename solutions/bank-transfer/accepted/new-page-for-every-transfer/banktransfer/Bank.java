// Idea: all balances stand on one page that never changes; a transfer writes a new page and swaps it in if nobody was faster.
package banktransfer;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

public final class Bank {

    private final AtomicReference<Map<String, Long>> page;

    public Bank(Map<String, Long> opening) {
        page = new AtomicReference<>(Map.copyOf(opening));
    }

    public boolean transfer(String from, String to, long amount) {
        while (true) {
            Map<String, Long> now = page.get();
            if (now.get(from) < amount) {
                return false;
            }
            Map<String, Long> next = new HashMap<>(now);
            next.merge(from, -amount, Long::sum);
            next.merge(to, amount, Long::sum);
            if (page.compareAndSet(now, Map.copyOf(next))) {
                return true;
            }
        }
    }

    public void deposit(String account, long amount) {
        page.updateAndGet(
                now -> {
                    Map<String, Long> next = new HashMap<>(now);
                    next.merge(account, amount, Long::sum);
                    return Map.copyOf(next);
                });
    }

    public long balance(String account) {
        return page.get().get(account);
    }

    public long total() {
        return page.get().values().stream().mapToLong(Long::longValue).sum();
    }
}
