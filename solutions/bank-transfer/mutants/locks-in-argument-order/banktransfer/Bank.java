// Wrong: it locks the giver, then the taker: two opposite transfers hold one lock each and wait for the other.
package banktransfer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class Bank {

    private final SortedMap<String, Account> accounts = new TreeMap<>();

    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> accounts.put(name, new Account(money)));
    }

    public boolean transfer(String from, String to, long amount) {
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        Account first = giver;
        Account second = taker;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                if (giver.balance < amount) {
                    return false;
                }
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

        private long balance;

        private Account(long balance) {
            this.balance = balance;
        }
    }
}
