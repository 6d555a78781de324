package telar.report;

import java.util.Locale;
import java.util.ResourceBundle;
import telar.verdict.Rule;
import telar.wire.Diagnosis;

/** The reports' own texts in one language, from {@code messages.properties} and its translations. */
final class Messages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final boolean spanish;

    private Messages(Locale language) {
        // Without "no fallback", English on a Spanish machine would be Spanish: a report must not depend on the machine.
        this.bundle = ResourceBundle.getBundle("telar.report.messages", language, NO_FALLBACK);
        this.spanish = language.getLanguage().equals("es");
    }

    static Messages in(Locale language) {
        return new Messages(language);
    }

    /** A text with {@code {0}}, {@code {1}} … replaced; numbers are written as the language groups their digits. */
    String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                text.append(shown(arguments[pattern.charAt(i + 1) - '0']));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private String shown(Object argument) {
        return argument instanceof Integer number ? number(number) : String.valueOf(argument);
    }

    /** Groups digits by hand: what the JDK's own locale data do differs from one JDK to the next. */
    String number(int number) {
        if (spanish) {
            return number < 10_000 ? Integer.toString(number) : grouped(number, '\u00a0');
        }
        return grouped(number, ',');
    }

    private static String grouped(int number, char separator) {
        StringBuilder digits = new StringBuilder(Integer.toString(number));
        for (int i = digits.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            digits.insert(i, separator);
        }
        return digits.toString();
    }

    /** The singular where there is one and the number is 1. */
    String counted(String key, int number, Object... arguments) {
        return get(number == 1 && bundle.containsKey(key + ".one") ? key + ".one" : key, arguments);
    }

    String name(Diagnosis diagnosis) {
        return get("diagnosis." + diagnosis + ".name");
    }

    String explanation(Diagnosis diagnosis) {
        return get("diagnosis." + diagnosis + ".explanation");
    }

    String hint(Diagnosis diagnosis) {
        return get("diagnosis." + diagnosis + ".hint");
    }

    String rule(Rule rule) {
        return get("rule." + rule);
    }

    /** How much a pass covers, stated so that nobody takes a sample for a proof; "" where nothing ran. */
    String strength(String strength, int schedules) {
        if (strength.startsWith("BOUNDED:")) {
            String bound = strength.substring("BOUNDED:".length());
            return get(bound.equals("1") ? "strength.BOUNDED.one" : "strength.BOUNDED", bound, schedules);
        }
        return bundle.containsKey("strength." + strength) ? counted("strength." + strength, schedules, schedules) : "";
    }
}
