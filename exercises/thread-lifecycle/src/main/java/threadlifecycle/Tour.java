package threadlifecycle;

/** The story as a program: run it. Given: nothing to change here. */
final class Tour {

    private Tour() {}

    public static void main(String[] args) throws InterruptedException {
        for (Thread.State state : Thread.State.values()) {
            try (Exhibit exhibit = Exhibits.inState(state)) {
                System.out.println("The label says " + state + ", the thread is " + exhibit.thread().getState());
            }
        }
    }
}
