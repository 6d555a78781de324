// Wrong: a stream takes one address through all its steps before it looks at the next: submit, get, submit, get.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
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
        try {
            Iterator<Future<String>> onTheirWay =
                    addresses.stream().map(address -> pool.submit(() -> fetcher.fetch(address))).iterator();
            Map<URI, String> pages = new LinkedHashMap<>();
            for (int i = 0; i < addresses.size(); i++) {
                pages.put(addresses.get(i), arrived(addresses.get(i), onTheirWay.next()));
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
