// Wrong: a pool made for computing: pages beyond the number of processors wait until another has come.
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
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<String>> onTheirWay = new ArrayList<>();
            for (URI address : addresses) {
                onTheirWay.add(pool.submit(() -> fetcher.fetch(address)));
            }
            Map<URI, String> pages = new LinkedHashMap<>();
            for (int i = 0; i < addresses.size(); i++) {
                pages.put(addresses.get(i), arrived(addresses.get(i), onTheirWay.get(i)));
            }
            return pages;
        } finally {
            pool.shutdown();
        }
    }

    private static String arrived(URI address, Future<String> page) throws IOException, InterruptedException {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw new IOException("could not fetch " + address, failed.getCause());
        }
    }
}
