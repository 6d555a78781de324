// The map has an entry for each address before anybody leaves; a monitor guards it.
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
        Map<URI, String> map = new LinkedHashMap<>();
        List<IOException> failures = new ArrayList<>();
        for (URI address : addresses) {
            map.put(address, null);
        }
        List<Thread> threads = new ArrayList<>();
        for (URI address : addresses) {
            Thread thread = new Thread(() -> {
                try {
                    String page = fetcher.fetch(address);
                    synchronized (map) {
                        map.put(address, page);
                    }
                } catch (IOException failure) {
                    synchronized (map) {
                        failures.add(failure);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return map;
    }
}
