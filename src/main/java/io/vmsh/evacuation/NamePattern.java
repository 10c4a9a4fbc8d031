package io.vmsh.evacuation;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names by patterns: {@code web*}, {@code db?}, several with commas between them. */
public record NamePattern(String text, Pattern pattern) implements Predicate<String> {
    /** Reads patterns; {@code *} stands for any characters, {@code ?} for one. */
    public static NamePattern parse(String text) {
        String alternatives = Arrays.stream(text.split(",", -1))
                .map(part -> Pattern.quote(part).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"))
                .collect(Collectors.joining("|"));
        return new NamePattern(text, Pattern.compile(alternatives));
    }

    @Override
    public boolean test(String name) {
        return pattern.matcher(name).matches();
    }
}
