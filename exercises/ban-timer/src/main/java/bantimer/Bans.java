package bantimer;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Who may not speak in the chat room, and until when. Any thread may use it. */
public final class Bans implements AutoCloseable {

    // TODO Who is banned is not all that you have to know about a ban.
    private final Set<String> banned = new HashSet<>();

    /** A chat room in which everybody may speak. */
    public Bans() {}

    /** Bans a user from now on, for this long, and returns at once. A new ban replaces an older one. */
    public void ban(String user, Duration duration) {
        // TODO This ban never ends. And several moderators may call this at the same time.
        banned.add(user);
    }

    /** Whether the user is banned now. */
    public boolean isBanned(String user) {
        return banned.contains(user);
    }

    /** Ends the user's ban at once, if there is one. */
    public void pardon(String user) {
        // TODO Who else still believes that there is a ban?
        banned.remove(user);
    }

    /** Closes the chat room: nothing that was started here goes on. Called once, at the end. */
    @Override
    public void close() {
        // TODO
    }
}
