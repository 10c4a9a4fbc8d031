package io.vmsh.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of libvirt's configuration files, read as libvirt reads it ({@code virConfReadString}): of a name that is set
 * twice the first counts, and one mistake anywhere makes the whole file useless.
 *
 * @param text the file as it is
 * @param settings in the order of the file, up to the mistake if there is one
 * @param mistake the first, as which libvirt refuses to start
 */
public record ConfigFile(String text, List<Setting> settings, Optional<Mistake> mistake) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    public ConfigFile {
        settings = List.copyOf(settings);
    }

    /**
     * One setting.
     *
     * @param value without its quotes; of a list what is between the brackets
     * @param line the first it is on, from 1
     * @param start where the value begins in the text, with its quotes
     * @param end where it ends
     */
    public record Setting(String name, String value, int line, int start, int end) {}

    /** Where the file cannot be read on, and why. */
    public record Mistake(int line, String what) {}

    /** Reads a file's text; never fails. */
    public static ConfigFile parse(String text) {
        return new ConfigFileParser(text).parse();
    }

    /** What counts of a name. */
    public Optional<Setting> find(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** What is set, by name. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.putIfAbsent(setting.name(), setting.value()));
        return values;
    }

    /**
     * The text with another value for a name, all else as it is: in place of the old one, else below the last line that
     * shows it as a comment, else at the end.
     *
     * @param value as the file has it, with quotes where they belong
     * @throws IllegalStateException when the file has a mistake: nobody can tell where its settings end
     */
    public String with(String name, String value) {
        requireSound();
        if (!NAME.matcher(name).matches() || value.contains("\n")) {
            throw new IllegalArgumentException(name + " = " + value);
        }
        Optional<Setting> old = find(name);
        if (old.isPresent()) {
            return text.substring(0, old.get().start())
                    + value
                    + text.substring(old.get().end());
        }
        int place = afterComment(name);
        String before = text.substring(0, place);
        String lineBreak = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        return before + lineBreak + name + " = " + value + "\n" + text.substring(place);
    }

    /** A text in quotes; libvirt knows no escapes, so what has quotes or line breaks in it cannot be written. */
    public static String quoted(String value) {
        if (value.contains("\"") || value.contains("\n")) {
            throw new IllegalArgumentException(value);
        }
        return '"' + value + '"';
    }

    /** The text without the settings of a name, each with its line; nothing else on that line may be lost. */
    public String without(String name) {
        requireSound();
        StringBuilder rest = new StringBuilder(text);
        for (Setting setting : settings.reversed()) {
            if (setting.name().equals(name)) {
                int from = text.lastIndexOf(setting.name(), setting.start());
                int to = setting.end();
                int next = text.indexOf('\n', to);
                boolean alone = text.substring(text.lastIndexOf('\n', from) + 1, from)
                                .isBlank()
                        && text.substring(to, next < 0 ? text.length() : next).isBlank();
                if (alone) {
                    rest.delete(text.lastIndexOf('\n', from) + 1, next < 0 ? text.length() : next + 1);
                } else {
                    rest.insert(from, '#');
                }
            }
        }
        return rest.toString();
    }

    private void requireSound() {
        mistake.ifPresent(mistake -> {
            throw new IllegalStateException("line %d: %s".formatted(mistake.line(), mistake.what()));
        });
    }

    private int afterComment(String name) {
        var comment = Pattern.compile("(?m)^[ \\t]*#[ \\t]*" + name + "[ \\t]*=.*\\R?")
                .matcher(text);
        int place = text.length();
        while (comment.find()) {
            place = comment.end();
        }
        return place;
    }
}
