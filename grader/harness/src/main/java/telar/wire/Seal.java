package telar.wire;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with a run's key: what shows that a frame was written by someone who was given the key. */
final class Seal {
    static final int LENGTH = 32;

    private final Mac mac;

    Seal(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    byte[] of(byte[] content) {
        return mac.doFinal(content);
    }
}
