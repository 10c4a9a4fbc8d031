package io.vmsh.probe;

import io.vmsh.probe.ConfigFile.Mistake;
import io.vmsh.probe.ConfigFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads libvirt's form of configuration: {@code name = value}, a value being a number, a text in quotes, a text of several
 * lines in three quotes, or a list in brackets; comments from {@code #} on.
 */
final class ConfigFileParser {
    private static final String THREE_QUOTES = "\"\"\"";
    private static final char END = '\0';

    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private int place;

    ConfigFileParser(String text) {
        this.text = text;
    }

    /** Ends the reading. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String what) {
            super(what);
        }
    }

    ConfigFile parse() {
        try {
            skipLines();
            while (place < text.length()) {
                statement();
                skipLines();
            }
            return new ConfigFile(text, settings, Optional.empty());
        } catch (Refusal refusal) {
            Mistake mistake = new Mistake(line(place), String.valueOf(refusal.getMessage()));
            return new ConfigFile(text, settings, Optional.of(mistake));
        }
    }

    private void statement() throws Refusal {
        int line = line(place);
        String name = name();
        skipBlanks();
        if (here() != '=') {
            throw new Refusal("'%s' is not followed by '='".formatted(name));
        }
        place++;
        skipBlanks();
        int start = place;
        String value = value();
        settings.add(new Setting(name, value, line, start, place));
        skipBlanks();
        if (here() == '#') {
            skipRestOfLine();
        } else if (here() == ';') {
            place++;
        } else if (here() != END && !isLineBreak(here())) {
            throw new Refusal("more than a value stands after '%s ='".formatted(name));
        }
    }

    private String name() throws Refusal {
        int start = place;
        while (isLetter(here()) || (place > start && (isDigit(here()) || here() == '_'))) {
            place++;
        }
        if (place == start) {
            throw new Refusal("the name of a setting is missing");
        }
        return text.substring(start, place);
    }

    private String value() throws Refusal {
        char first = here();
        if (first == '"' && text.startsWith(THREE_QUOTES, place)) {
            place += THREE_QUOTES.length();
            return until(THREE_QUOTES, false);
        }
        if (first == '"' || first == '\'') {
            place++;
            return until(String.valueOf(first), true);
        }
        if (first == '[') {
            return list();
        }
        return number();
    }

    private String until(String closing, boolean onOneLine) throws Refusal {
        int end = text.indexOf(closing, place);
        int lineEnd = text.indexOf('\n', place);
        if (end < 0 || (onOneLine && lineEnd >= 0 && lineEnd < end)) {
            throw new Refusal("a text has no closing quotes");
        }
        String value = text.substring(place, end);
        place = end + closing.length();
        return value;
    }

    private String list() throws Refusal {
        place++;
        List<String> values = new ArrayList<>();
        skipSpace();
        while (here() != ']') {
            values.add(value());
            skipSpace();
            if (here() == ',') {
                place++;
                skipSpace();
            } else if (here() != ']') {
                throw new Refusal("a list has neither ',' nor ']' after a value");
            }
        }
        place++;
        return String.join(", ", values);
    }

    private String number() throws Refusal {
        int start = place;
        if (here() == '-' || here() == '+') {
            place++;
        }
        int digits = place;
        while (isDigit(here())) {
            place++;
        }
        if (place == digits) {
            place = start;
            throw new Refusal("a value is missing: a number, or a text in quotes");
        }
        return text.substring(start, place);
    }

    /** Blanks, empty lines and comments between statements. */
    private void skipLines() {
        skipSpace();
        while (here() == '#') {
            skipRestOfLine();
            skipSpace();
        }
    }

    private void skipRestOfLine() {
        int end = text.indexOf('\n', place);
        place = end < 0 ? text.length() : end;
    }

    private void skipSpace() {
        while (isBlank(here()) || isLineBreak(here())) {
            place++;
        }
    }

    private void skipBlanks() {
        while (isBlank(here())) {
            place++;
        }
    }

    private char here() {
        return place < text.length() ? text.charAt(place) : END;
    }

    private int line(int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
