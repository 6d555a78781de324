// Wrong: lets go of one of the two locks between the look at the balance and the payment.
package banktransfer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the accounts of a small bank, for any number of threads.
 *
 * <p>Two rules make it right. Whoever touches a balance holds the lock of its account. And whoever needs more than one lock takes
 * them in the order of the accounts' names: then nobody holds a lock while waiting for an earlier one, so no circle can close.
 */
public final class Bank {

    /** Filled in the constructor and never changed after that, so it needs no lock; sorted, because total() locks in this order. */
    private final SortedMap<String, Account> accounts = new TreeMap<>();

    /** A bank with these accounts: name and opening balance of each. */
    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> accounts.put(name, new Account(money)));
    }

    /** Moves the money if {@code from} has that much; answers whether it has been moved. */
    public boolean transfer(String from, String to, long amount) {
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        // The order comes from the names, not from who gives and who takes. If both are the same account, its lock is taken
        // twice: a ReentrantLock lets the thread that holds it in again.
        boolean giverFirst = from.compareTo(to) < 0;
        Account first = giverFirst ? giver : taker;
        Account second = giverFirst ? taker : giver;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                if (giver.balance < amount) {
                    return false;
                }
                second.lock.unlock();
                second.lock.lock();
                giver.balance -= amount;
                taker.balance += amount;
                return true;
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }

    /** Pays in cash. */
    public void deposit(String account, long amount) {
        Account taker = accounts.get(account);
        taker.lock.lock();
        try {
            taker.balance += amount;
        } finally {
            taker.lock.unlock();
        }
    }

    /** The money in one account. */
    public long balance(String account) {
        Account asked = accounts.get(account);
        asked.lock.lock();
        try {
            return asked.balance;
        } finally {
            asked.lock.unlock();
        }
    }

    /** All the money in the bank, at one moment. */
    public long total() {
        // All locks before the first look: money that moves behind the counting finger would be counted twice or not at all.
        for (Account account : accounts.values()) {
            account.lock.lock();
        }
        try {
            long sum = 0;
            for (Account account : accounts.values()) {
                sum += account.balance;
            }
            return sum;
        } finally {
            for (Account account : accounts.values()) {
                account.lock.unlock();
            }
        }
    }

    private static final class Account {
        private final Lock lock = new ReentrantLock();

        /** Guarded by lock. */
        private long balance;

        private Account(long balance) {
            this.balance = balance;
        }
    }
}
