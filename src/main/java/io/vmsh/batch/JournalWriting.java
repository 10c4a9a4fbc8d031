package io.vmsh.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The lines of a journal, each one JSON object with a line break at its end. */
final class JournalWriting {
    /** Raised when an older vmsh could not read it any more. */
    static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private JournalWriting() {}

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator line) throws IOException;
    }

    private static byte[] line(String event, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator line = JSON.createGenerator(bytes)) {
            line.writeStartObject();
            line.writeStringField("event", event);
            fields.write(line);
            line.writeEndObject();
            line.writeRaw('\n');
        } catch (IOException impossible) {
            throw new JournalException("cannot put a line of the journal together", impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] head(String id, JournalHead head, String version, Instant started) {
        return line("run", line -> {
            line.writeNumberField("format", FORMAT);
            line.writeStringField("id", id);
            line.writeStringField("kind", head.kind());
            line.writeStringField("name", head.name());
            line.writeStringField("file", head.file());
            line.writeStringField("sha256", head.sha256());
            strings(line, "arguments", head.arguments());
            line.writeStringField("version", version);
            line.writeNumberField("process", ProcessHandle.current().pid());
            line.writeStringField("time", time(started));
            line.writeArrayFieldStart("plan");
            for (JournalHead.Planned step : head.plan()) {
                line.writeStartObject();
                line.writeStringField("step", step.key());
                line.writeStringField("text", step.text());
                line.writeEndObject();
            }
            line.writeEndArray();
        });
    }

    static byte[] resumed(Instant time) {
        return line("resumed", line -> {
            line.writeNumberField("process", ProcessHandle.current().pid());
            line.writeStringField("time", time(time));
        });
    }

    static byte[] before(JournalStep step, Instant began) {
        return line("before", line -> {
            line.writeStringField("step", step.key());
            line.writeStringField("text", step.text());
            line.writeStringField("host", step.host());
            line.writeBooleanField("changes", step.changes());
            line.writeStringField("time", time(began));
        });
    }

    static byte[] after(String key, PastRun.Outcome outcome, List<String> messages, Instant ended, Duration took) {
        return line("after", line -> {
            line.writeStringField("step", key);
            line.writeStringField("outcome", word(outcome));
            line.writeStringField("time", time(ended));
            line.writeNumberField("milliseconds", took.toNanos() / 1e6);
            if (!messages.isEmpty()) {
                strings(line, "messages", messages);
            }
        });
    }

    static byte[] note(String name, String value) {
        return line("note", line -> {
            line.writeStringField("name", name);
            line.writeStringField("value", value);
        });
    }

    static byte[] end(PastRun.Ending ending, Instant time) {
        return line("end", line -> {
            line.writeStringField("outcome", word(ending));
            line.writeStringField("time", time(time));
        });
    }

    /** An enum's constant as it is written down. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void strings(JsonGenerator line, String name, List<String> values) throws IOException {
        line.writeArrayFieldStart(name);
        for (String value : values) {
            line.writeString(value);
        }
        line.writeEndArray();
    }
}
