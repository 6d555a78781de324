// Idea: no order: who does not get the second lock at once gives the first one back and tries again later.
package banktransfer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

public final class Bank {

    private final SortedMap<String, Account> accounts = new TreeMap<>();

    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> accounts.put(name, new Account(money)));
    }

    public boolean transfer(String from, String to, long amount) {
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        while (true) {
            if (giver.lock.tryLock()) {
                try {
                    if (taker.lock.tryLock()) {
                        try {
                            return move(giver, taker, amount);
                        } finally {
                            taker.lock.unlock();
                        }
                    }
                } finally {
                    giver.lock.unlock();
                }
            }
            LockSupport.parkNanos(1 + ThreadLocalRandom.current().nextInt(1_000_000));
        }
    }

    private static boolean move(Account giver, Account taker, long amount) {
        if (giver.balance < amount) {
            return false;
        }
        giver.balance -= amount;
        taker.balance += amount;
        return true;
    }

    public void deposit(String account, long amount) {
        Account taker = accounts.get(account);
        taker.lock.lock();
        try {
            taker.balance += amount;
        } finally {
            taker.lock.unlock();
        }
    }

    public long balance(String account) {
        Account asked = accounts.get(account);
        asked.lock.lock();
        try {
            return asked.balance;
        } finally {
            asked.lock.unlock();
        }
    }

    public long total() {
        while (!allLocked()) {
            LockSupport.parkNanos(1 + ThreadLocalRandom.current().nextInt(1_000_000));
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

    private boolean allLocked() {
        Deque<Lock> held = new ArrayDeque<>();
        for (Account account : accounts.values()) {
            if (!account.lock.tryLock()) {
                held.forEach(Lock::unlock);
                return false;
            }
            held.push(account.lock);
        }
        return true;
    }

    private static final class Account {
        private final Lock lock = new ReentrantLock();

        private long balance;

        private Account(long balance) {
            this.balance = balance;
        }
    }
}
