package io.vmsh.session;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.vmsh.spec.Nearest;
import io.vmsh.spec.UsageException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code config.yaml}. A mistake is told with its line and column; nothing is guessed, nothing ignored. */
public final class ConfigurationReader {
    private static final List<String> SETTINGS = List.of("sessions", "output", "color", "clock-limit", "ntp-server");
    private static final List<String> OF_SESSION = List.of("uri", "readonly", "tags");
    private static final List<String> OUTPUTS = List.of("table", "json", "yaml", "csv");
    private static final List<String> COLORS = List.of("auto", "always", "never");

    private final Path file;
    private final JsonParser yaml;

    private ConfigurationReader(Path file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /**
     * Reads a file; one that is not there says nothing.
     *
     * @throws UsageException for the first mistake in it, or when it cannot be read
     */
    public static Configuration read(@Nullable Path file) {
        if (file == null) {
            return Configuration.NONE;
        }
        try {
            return read(file, Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Configuration.NONE;
        } catch (IOException unreadable) {
            throw new UsageException("cannot read %s: %s".formatted(file, reason(unreadable)), 0, 0);
        }
    }

    private static Configuration read(Path file, String text) throws IOException {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser yaml = factory.createParser(text)) {
            return new ConfigurationReader(file, yaml).configuration();
        } catch (JsonProcessingException malformed) {
            throw at(file, malformed.getLocation(), sentences(malformed.getOriginalMessage()));
        }
    }

    private Configuration configuration() throws IOException {
        List<SessionPlan> sessions = new ArrayList<>();
        String output = null;
        String color = null;
        Duration clockLimit = null;
        String ntpServer = null;
        JsonToken first = yaml.nextToken();
        if (first == null || (first.isScalarValue() && yaml.getText().isEmpty())) {
            return Configuration.NONE;
        }
        expect(JsonToken.START_OBJECT, "settings, as in 'output: json'");
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String setting = known(SETTINGS);
            yaml.nextToken();
            switch (setting) {
                case "output" -> output = oneOf(OUTPUTS);
                case "color" -> color = oneOf(COLORS);
                case "clock-limit" -> clockLimit = milliseconds();
                case "ntp-server" -> ntpServer = text("a host");
                default -> sessions = sessions();
            }
        }
        return new Configuration(sessions, output, color, clockLimit, ntpServer);
    }

    private List<SessionPlan> sessions() throws IOException {
        expect(JsonToken.START_OBJECT, "sessions by name, as in 'kvm1: {uri: qemu+ssh://root@kvm1/system}'");
        List<SessionPlan> sessions = new ArrayList<>();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String name = yaml.currentName();
            if (!SessionName.isAllowed(name)) {
                throw mistake("'%s' cannot name a session: use letters, digits, '.', '_' and '-'".formatted(name));
            }
            sessions.add(session(name));
        }
        return sessions;
    }

    private SessionPlan session(String name) throws IOException {
        String uri = null;
        boolean readOnly = false;
        Set<String> tags = Set.of();
        yaml.nextToken();
        expect(JsonToken.START_OBJECT, "what session '%s' is, as in '{uri: …}'".formatted(name));
        JsonLocation start = yaml.currentTokenLocation();
        while (yaml.nextToken() == JsonToken.FIELD_NAME) {
            String key = known(OF_SESSION);
            yaml.nextToken();
            switch (key) {
                case "uri" -> uri = text("a URI");
                case "readonly" -> readOnly = truth();
                default -> tags = tags();
            }
        }
        if (uri == null) {
            throw at(file, start, "session '%s' has no uri".formatted(name));
        }
        return new SessionPlan(name, uri, readOnly, tags);
    }

    private Set<String> tags() throws IOException {
        expect(JsonToken.START_ARRAY, "a list of tags, as in '[prod, berlin]'");
        Set<String> tags = new LinkedHashSet<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            tags.add(text("a tag"));
        }
        return tags;
    }

    private String known(List<String> keys) throws IOException {
        String key = yaml.currentName();
        if (!keys.contains(key)) {
            throw mistake("unknown key '%s'%s".formatted(key, Nearest.question(key, keys)));
        }
        return key;
    }

    private String oneOf(List<String> words) throws IOException {
        String word = text("one of " + String.join(", ", words));
        if (!words.contains(word)) {
            throw mistake("'%s' is not one of %s".formatted(word, String.join(", ", words)));
        }
        return word;
    }

    private String text(String what) throws IOException {
        if (!yaml.currentToken().isScalarValue() || yaml.getText().isEmpty()) {
            throw mistake("expected " + what);
        }
        return yaml.getText();
    }

    private Duration milliseconds() throws IOException {
        if (yaml.currentToken() != JsonToken.VALUE_NUMBER_INT || yaml.getLongValue() < 0) {
            throw mistake("expected a number of milliseconds");
        }
        return Duration.ofMillis(yaml.getLongValue());
    }

    private boolean truth() throws IOException {
        if (!yaml.currentToken().isBoolean()) {
            throw mistake("expected true or false");
        }
        return yaml.getBooleanValue();
    }

    private void expect(JsonToken token, String what) {
        if (yaml.currentToken() != token) {
            throw mistake("expected " + what);
        }
    }

    private UsageException mistake(String what) {
        return at(file, yaml.currentTokenLocation(), what);
    }

    private static UsageException at(Path file, @Nullable JsonLocation place, String what) {
        String where = place == null ? "" : ":%d:%d".formatted(place.getLineNr(), place.getColumnNr());
        return new UsageException("%s%s: %s".formatted(file, where, what), 0, 0);
    }

    /** The parser's sentences without the places and excerpts between them, which are indented. */
    private static String sentences(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(": "));
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case MalformedInputException binary -> "it is not UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
