package telar.bench.programs;

import java.util.concurrent.locks.ReentrantLock;

/** Two transfers between two accounts. Wrong: they take the two locks in opposite orders and wait for each other. */
public final class LockOrder {
    private LockOrder() {}

    private static final class Account {
        final ReentrantLock lock = new ReentrantLock();
        int balance = 100;
    }

    public static void wrong() {
        Account a = new Account();
        Account b = new Account();
        Together.run(() -> transfer(a, b, a, b), () -> transfer(b, a, b, a));
        Together.expect(a.balance + b.balance == 200, "money was lost");
    }

    public static void right() {
        Account a = new Account();
        Account b = new Account();
        Together.run(() -> transfer(a, b, a, b), () -> transfer(a, b, b, a));
        Together.expect(a.balance + b.balance == 200, "money was lost");
    }

    private static void transfer(Account first, Account second, Account from, Account to) {
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                from.balance -= 10;
                to.balance += 10;
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }
}
