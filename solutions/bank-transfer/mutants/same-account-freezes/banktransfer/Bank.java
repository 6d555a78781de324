// Wrong: a binary semaphore does not know who has it: the second acquire() of the same account waits for the first.
package banktransfer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

public final class Bank {

    private final SortedMap<String, Account> accounts = new TreeMap<>();

    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> accounts.put(name, new Account(money)));
    }

    public boolean transfer(String from, String to, long amount) {
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        boolean giverFirst = from.compareTo(to) < 0;
        Account first = giverFirst ? giver : taker;
        Account second = giverFirst ? taker : giver;
        first.key.acquireUninterruptibly();
        second.key.acquireUninterruptibly();
        try {
            if (giver.balance < amount) {
                return false;
            }
            giver.balance -= amount;
            taker.balance += amount;
            return true;
        } finally {
            second.key.release();
            first.key.release();
        }
    }

    public void deposit(String account, long amount) {
        Account taker = accounts.get(account);
        taker.key.acquireUninterruptibly();
        taker.balance += amount;
        taker.key.release();
    }

    public long balance(String account) {
        Account asked = accounts.get(account);
        asked.key.acquireUninterruptibly();
        try {
            return asked.balance;
        } finally {
            asked.key.release();
        }
    }

    public long total() {
        accounts.values().forEach(account -> account.key.acquireUninterruptibly());
        try {
            return accounts.values().stream().mapToLong(account -> account.balance).sum();
        } finally {
            accounts.values().forEach(account -> account.key.release());
        }
    }

    private static final class Account {
        private final Semaphore key = new Semaphore(1);
        private long balance;

        private Account(long balance) {
            this.balance = balance;
        }
    }
}
