package bodies;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.locks.LockSupport;

/** What the bodies start as a process of its own; not itself under the engine. */
final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
        String[] words = args[0].split(" ");
        switch (words[0]) {
            case "exit" -> System.exit(Integer.parseInt(words[1]));
            case "say" -> {
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    System.out.println("line " + i);
                }
            }
            case "echo" -> {
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    System.out.println(line);
                }
            }
            case "sleep" -> LockSupport.park();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
