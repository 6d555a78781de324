// Wrong: starts a thread and waits for it before it starts the next.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        String[] pages = new String[addresses.size()];
        IOException[] failures = new IOException[addresses.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            int me = i;
            Thread thread = new Thread(() -> {
                try {
                    pages[me] = fetcher.fetch(addresses.get(me));
                } catch (IOException failure) {
                    failures[me] = failure;
                }
            });
            threads.add(thread);
            thread.start();
            thread.join();
        }
        Map<URI, String> map = new LinkedHashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (failures[i] != null) {
                throw failures[i];
            }
            map.put(addresses.get(i), pages[i]);
        }
        return map;
    }
}
