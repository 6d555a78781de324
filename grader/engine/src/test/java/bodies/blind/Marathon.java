package bodies.blind;

import bodies.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;
import telar.engine.Failure.Kind;
import telar.engine.Right;
import telar.engine.Wrong;

/** Four long ones and a short one. */
public final class Marathon {
    private Marathon() {}

    static final class Account {
        final int id;
        long balance = 1_000;

        Account(int id) {
            this.id = id;
        }

        /** The shard that keeps the account. */
        int shard() {
            return id % 3;
        }
    }

    static void transfer(Account from, Account to, long amount) {
        boolean straight = from.shard() <= to.shard();
        Account first = straight ? from : to;
        Account second = straight ? to : from;
        synchronized (first) {
            synchronized (second) {
                from.balance -= amount;
                to.balance += amount;
            }
        }
    }

    /**
     * Accounts 1 and 4 have the same shard, so their locks are taken in the order of the arguments: 1-&gt;4 in one thread
     * against 4-&gt;1 in the other; it comes up in a third of 3,000 rounds.
     */
    @Wrong(Kind.DEADLOCK)
    static void transfersOrderedByShard() throws Exception {
        Account one = new Account(1);
        Account two = new Account(2);
        Account four = new Account(4);
        Together.run(
                () -> {
                    for (int round = 0; round < 1_000; round++) {
                        transfer(one, four, 3);
                        transfer(four, two, 2);
                        transfer(two, one, 1);
                    }
                },
                () -> {
                    for (int round = 0; round < 1_000; round++) {
                        transfer(four, one, 3);
                        transfer(one, two, 2);
                        transfer(two, four, 1);
                    }
                });
        Together.same(3_000, one.balance + two.balance + four.balance);
    }

    /**
     * Each list is held by one thread at a time, and the Exchanger orders what one did with it before what the other does
     * after the swap.
     */
    @Right
    static void baggersSwapFullForEmpty() throws Exception {
        Exchanger<List<Integer>> counter = new Exchanger<>();
        List<Integer> sold = new ArrayList<>();
        Together.run(
                () -> {
                    List<Integer> bag = new ArrayList<>();
                    for (int item = 0; item < 6; item++) {
                        bag.add(item);
                        if (bag.size() == 2) {
                            bag = counter.exchange(bag);
                            Together.yes(bag.isEmpty(), "got a full bag back");
                        }
                    }
                },
                () -> {
                    List<Integer> bag = new ArrayList<>();
                    for (int swap = 0; swap < 3; swap++) {
                        bag = counter.exchange(bag);
                        sold.addAll(bag);
                        bag.clear();
                    }
                });
        Together.same(6, sold.size());
        for (int i = 0; i < 6; i++) {
            Together.same(i, sold.get(i));
        }
    }
}
