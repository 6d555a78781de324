package overlappingio;

import java.io.IOException;
import java.net.URI;

/** Brings a page from somewhere far away. Several threads may use it at the same time. Given: nothing to change here. */
@FunctionalInterface
public interface Fetcher {

    /**
     * Waits until the page is there.
     *
     * @throws IOException if it cannot be fetched
     */
    String fetch(URI address) throws IOException;
}
