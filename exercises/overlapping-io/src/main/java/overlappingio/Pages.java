package overlappingio;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        // TODO Today you wait for each page before you ask for the next. Let all of them be on their way at once.
        Map<URI, String> pages = new LinkedHashMap<>();
        for (URI address : addresses) {
            pages.put(address, fetcher.fetch(address));
        }
        return pages;
    }
}
