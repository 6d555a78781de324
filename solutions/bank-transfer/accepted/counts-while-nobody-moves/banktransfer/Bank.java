// Idea: balances are atomic numbers; those who move money share one side of a lock, who counts needs the other.
package banktransfer;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public final class Bank {

    private final Map<String, AtomicLong> balances = new TreeMap<>();
    private final ReadWriteLock counting = new ReentrantReadWriteLock();

    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> balances.put(name, new AtomicLong(money)));
    }

    public boolean transfer(String from, String to, long amount) {
        counting.readLock().lock();
        try {
            AtomicLong giver = balances.get(from);
            long before = giver.getAndUpdate(money -> money >= amount ? money - amount : money);
            if (before < amount) {
                return false;
            }
            balances.get(to).addAndGet(amount);
            return true;
        } finally {
            counting.readLock().unlock();
        }
    }

    public void deposit(String account, long amount) {
        balances.get(account).addAndGet(amount);
    }

    public long balance(String account) {
        return balances.get(account).get();
    }

    public long total() {
        counting.writeLock().lock();
        try {
            return balances.values().stream().mapToLong(AtomicLong::get).sum();
        } finally {
            counting.writeLock().unlock();
        }
    }
}
