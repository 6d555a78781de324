// Idea: one lock guards all accounts: nothing can be taken in the wrong order.
package banktransfer;

import java.util.HashMap;
import java.util.Map;

public final class Bank {

    private final Map<String, Long> balances;

    public Bank(Map<String, Long> opening) {
        balances = new HashMap<>(opening);
    }

    public synchronized boolean transfer(String from, String to, long amount) {
        if (balances.get(from) < amount) {
            return false;
        }
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
        return true;
    }

    public synchronized void deposit(String account, long amount) {
        balances.merge(account, amount, Long::sum);
    }

    public synchronized long balance(String account) {
        return balances.get(account);
    }

    public synchronized long total() {
        return balances.values().stream().mapToLong(Long::longValue).sum();
    }
}
