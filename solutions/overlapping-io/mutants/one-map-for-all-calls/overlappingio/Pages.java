// Wrong: the map is static, so two calls at the same time fill and empty the same one.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Pages {

    private static final Map<URI, String> PAGES = Collections.synchronizedMap(new LinkedHashMap<>());

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, addresses.size()));
        try {
            List<Future<String>> onTheirWay = new ArrayList<>();
            for (URI address : addresses) {
                onTheirWay.add(pool.submit(() -> fetcher.fetch(address)));
            }
            PAGES.clear();
            for (int i = 0; i < addresses.size(); i++) {
                PAGES.put(addresses.get(i), onTheirWay.get(i).get());
            }
            synchronized (PAGES) {
                return new LinkedHashMap<>(PAGES);
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
