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

/** Fetches pages that are far away, all of them at the same time. */
public final class Pages {

    private Pages() {}

    /**
     * Fetches every page once, all at the same time.
     *
     * @param addresses none of them twice
     * @return each page under its address, in the order of the list
     * @throws IOException if a page cannot be fetched: what the fetcher threw, or with that as its cause
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        // One thread for each page, however few processors there are: these threads wait, they do not compute.
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, addresses.size()));
        try {
            List<Future<String>> onTheirWay = new ArrayList<>();
            for (URI address : addresses) {
                onTheirWay.add(pool.submit(() -> fetcher.fetch(address)));
            }
            // Filled by this thread alone, in the order of the list. So no lock is needed, and arrival plays no part.
            Map<URI, String> pages = new LinkedHashMap<>();
            for (int i = 0; i < addresses.size(); i++) {
                pages.put(addresses.get(i), arrived(addresses.get(i), onTheirWay.get(i)));
            }
            return pages;
        } finally {
            pool.shutdown();
        }
    }

    /** Waits for one page. Its failure happened in another thread; a new exception shows both places. */
    private static String arrived(URI address, Future<String> page) throws IOException, InterruptedException {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw new IOException("could not fetch " + address, failed.getCause());
        }
    }
}
