// Idea: synchronized blocks inside one another, in the order in which the accounts were opened.
package banktransfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class Bank {

    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Account> inOrder = new ArrayList<>();

    public Bank(Map<String, Long> opening) {
        opening.forEach(
                (name, money) -> {
                    Account account = new Account(inOrder.size(), money);
                    inOrder.add(account);
                    accounts.put(name, account);
                });
    }

    public boolean transfer(String from, String to, long amount) {
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        synchronized (giver.number < taker.number ? giver : taker) {
            synchronized (giver.number < taker.number ? taker : giver) {
                if (giver.balance < amount) {
                    return false;
                }
                giver.balance -= amount;
                taker.balance += amount;
                return true;
            }
        }
    }

    public void deposit(String name, long amount) {
        Account account = accounts.get(name);
        synchronized (account) {
            account.balance += amount;
        }
    }

    public long balance(String name) {
        Account account = accounts.get(name);
        synchronized (account) {
            return account.balance;
        }
    }

    public long total() {
        return sumFrom(0);
    }

    /** Holds the lock of each account while it counts the rest. */
    private long sumFrom(int number) {
        if (number == inOrder.size()) {
            return 0;
        }
        Account account = inOrder.get(number);
        synchronized (account) {
            return account.balance + sumFrom(number + 1);
        }
    }

    private static final class Account {
        private final int number;
        private long balance;

        private Account(int number, long balance) {
            this.number = number;
            this.balance = balance;
        }
    }
}
