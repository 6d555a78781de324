// Wrong: a page that cannot be fetched skips the shutdown.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, addresses.size()));
        List<Future<String>> onTheirWay = new ArrayList<>();
        for (URI address : addresses) {
            onTheirWay.add(pool.submit(() -> fetcher.fetch(address)));
        }
        Map<URI, String> pages = new LinkedHashMap<>();
        try {
            for (int i = 0; i < addresses.size(); i++) {
                pages.put(addresses.get(i), onTheirWay.get(i).get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        pool.shutdown();
        return pages;
    }
}
