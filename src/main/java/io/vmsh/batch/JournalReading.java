package io.vmsh.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.PastRun.Ending;
import io.vmsh.batch.PastRun.Entry;
import io.vmsh.batch.PastRun.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together from a journal's lines what they tell. */
final class JournalReading {
    private static final JsonFactory JSON = new JsonFactory();

    private final String id;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private @Nullable JournalHead head;
    private Instant started = Instant.EPOCH;
    private String version = "";
    private @Nullable Ending ending;

    private JournalReading(String id) {
        this.id = id;
    }

    /**
     * Reads a journal. A last line that is not whole is left out: the process ended while it was written, or the machine did.
     *
     * @throws JournalException when another line cannot be read
     */
    static PastRun read(String id, String text, boolean running) {
        JournalReading reading = new JournalReading(id);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            if (last && !text.endsWith("\n")) {
                break;
            }
            try {
                reading.take(fields(lines.get(i)));
            } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
                if (!last) {
                    throw new JournalException("line %d of the journal %s is damaged".formatted(i + 1, id), damaged);
                }
            }
        }
        return reading.told(running);
    }

    /** How many bytes of a journal are whole lines that can be read: all but a last one. */
    static int soundLength(byte[] content) {
        int end = lineEnd(content, content.length);
        int start = lineEnd(content, end - 1);
        try {
            fields(new String(content, start, end - start, StandardCharsets.UTF_8));
            return end;
        } catch (IOException | RuntimeException damaged) {
            return start;
        }
    }

    /** After the last line break before an offset. */
    private static int lineEnd(byte[] content, int before) {
        int end = Math.max(0, before);
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private PastRun told(boolean running) {
        if (head == null) {
            throw new JournalException("the journal %s has no first line".formatted(id));
        }
        return new PastRun(
                id, head, started, version, List.copyOf(entries.values()), notes, running ? null : ending, running);
    }

    private void take(Map<String, Object> line) {
        switch (text(line, "event")) {
            case "run" -> head(line);
            // What comes after it is another try.
            case "resumed" -> ending = null;
            case "before" -> before(line);
            case "after" -> after(line);
            case "note" -> notes.put(text(line, "name"), text(line, "value"));
            case "end" -> ending = Ending.valueOf(constant(line));
            default -> {
                // A later vmsh's, and not needed to understand the rest: the format's number would be another.
            }
        }
    }

    private void head(Map<String, Object> line) {
        if (!(line.get("format") instanceof Number format) || format.intValue() > JournalWriting.FORMAT) {
            throw new JournalException("the journal %s is of a later vmsh (%s)".formatted(id, line.get("version")));
        }
        List<Planned> plan = new ArrayList<>();
        for (Object step : list(line, "plan")) {
            if (step instanceof Map<?, ?> planned) {
                plan.add(new Planned(String.valueOf(planned.get("step")), String.valueOf(planned.get("text"))));
            }
        }
        head = new JournalHead(
                text(line, "kind"),
                text(line, "name"),
                (String) line.get("file"),
                (String) line.get("sha256"),
                list(line, "arguments").stream().map(String::valueOf).toList(),
                plan);
        started = time(line);
        version = text(line, "version");
    }

    private void before(Map<String, Object> line) {
        JournalStep step = new JournalStep(
                text(line, "step"),
                text(line, "text"),
                (String) line.get("host"),
                !Boolean.FALSE.equals(line.get("changes")));
        // Where it stands in the order is where it was begun last.
        entries.remove(step.key());
        entries.put(step.key(), new Entry(step, time(line), null, null, List.of()));
    }

    private void after(Map<String, Object> line) {
        entries.computeIfPresent(
                text(line, "step"),
                (key, entry) -> new Entry(
                        entry.step(),
                        entry.began(),
                        Outcome.valueOf(constant(line)),
                        Duration.ofNanos(
                                line.get("milliseconds") instanceof Number number
                                        ? Math.round(number.doubleValue() * 1e6)
                                        : 0),
                        list(line, "messages").stream().map(String::valueOf).toList()));
    }

    private static String constant(Map<String, Object> line) {
        return text(line, "outcome").toUpperCase(Locale.ROOT);
    }

    private static Instant time(Map<String, Object> line) {
        return Instant.parse(text(line, "time"));
    }

    private static String text(Map<String, Object> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static List<?> list(Map<String, Object> line, String name) {
        return line.get(name) instanceof List<?> list ? list : List.of();
    }

    /** One line's object; fields that are null are left out. */
    private static Map<String, Object> fields(String line) throws IOException {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() == JsonToken.START_OBJECT && value(json) instanceof Map<?, ?> object) {
                Map<String, Object> fields = new LinkedHashMap<>();
                object.forEach((name, value) -> fields.put(String.valueOf(name), value));
                return fields;
            }
            throw new IllegalArgumentException("not an object");
        }
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    Object value = value(json);
                    if (value != null) {
                        object.put(name, value);
                    }
                }
                yield object;
            }
            case START_ARRAY -> {
                List<Object> array = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    Object value = value(json);
                    if (value != null) {
                        array.add(value);
                    }
                }
                yield array;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> json.getText();
            default -> null;
        };
    }
}
