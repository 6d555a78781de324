package banktransfer;

import java.util.HashMap;
import java.util.Map;

/** Keeps the accounts of a small bank. Several threads move money at the same time. */
public final class Bank {

    private final Map<String, Account> accounts = new HashMap<>();

    /** A bank with these accounts: name and opening balance of each. */
    public Bank(Map<String, Long> opening) {
        opening.forEach((name, money) -> accounts.put(name, new Account(money)));
    }

    /** Moves the money if {@code from} has that much; answers whether it has been moved. */
    public boolean transfer(String from, String to, long amount) {
        // TODO Each account has its lock, and a transfer takes both. What if another transfer goes the other way?
        Account giver = accounts.get(from);
        Account taker = accounts.get(to);
        if (giver.balance < amount) {
            return false;
        }
        synchronized (giver) {
            synchronized (taker) {
                long less = giver.balance - amount;
                long more = taker.balance + amount;
                giver.balance = less;
                taker.balance = more;
                return true;
            }
        }
    }

    /** Pays in cash. */
    public void deposit(String account, long amount) {
        // TODO
        accounts.get(account).balance += amount;
    }

    /** The money in one account. */
    public long balance(String account) {
        // TODO
        return accounts.get(account).balance;
    }

    /** All the money in the bank, at one moment. */
    public long total() {
        // TODO What if money moves while you are still counting?
        long sum = 0;
        for (Account account : accounts.values()) {
            sum += account.balance;
        }
        return sum;
    }

    private static final class Account {
        private long balance;

        private Account(long balance) {
            this.balance = balance;
        }
    }
}
