// invokeAll starts everything and waits for everything.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(addresses.size() + 1);
        try {
            List<Callable<String>> errands = new ArrayList<>();
            for (URI address : addresses) {
                errands.add(() -> fetcher.fetch(address));
            }
            Iterator<Future<String>> pages = pool.invokeAll(errands).iterator();
            Map<URI, String> map = new LinkedHashMap<>();
            for (URI address : addresses) {
                map.put(address, pages.next().get());
            }
            return map;
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }
}
