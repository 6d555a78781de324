// Wrong: eight core threads and an unlimited queue: never more than eight pages are on their way.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Fetches pages that are far away, all of them at the same time. */
public final class Pages {

    /** So many threads stay in the pool; more come when they are needed. */
    private static final int CORE_THREADS = 8;

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
        int maxThreads = Math.max(CORE_THREADS, addresses.size());
        ExecutorService pool =
                new ThreadPoolExecutor(CORE_THREADS, maxThreads, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        try {
            Map<URI, Future<String>> onTheirWay = new LinkedHashMap<>();
            for (URI address : addresses) {
                onTheirWay.put(address, pool.submit(() -> fetcher.fetch(address)));
            }
            Map<URI, String> pages = new LinkedHashMap<>();
            for (Map.Entry<URI, Future<String>> entry : onTheirWay.entrySet()) {
                pages.put(entry.getKey(), entry.getValue().get());
            }
            return pages;
        } catch (ExecutionException e) {
            throw new IOException("a page is missing", e.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
