// Wrong: waits for each page before it asks for the next.
package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Pages {

    private Pages() {}

    public static Map<URI, String> fetchAll(List<URI> addresses, Fetcher fetcher) throws IOException, InterruptedException {
        Map<URI, String> pages = new LinkedHashMap<>();
        for (URI address : addresses) {
            pages.put(address, fetcher.fetch(address));
        }
        return pages;
    }
}
