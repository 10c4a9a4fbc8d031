package io.vmsh.guide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vmsh.guide.Ledger.Entry;
import io.vmsh.probe.HostFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ledgers as JSON: an array of objects, whose values are all lists of strings. */
final class LedgerText {
    private static final JsonFactory JSON = new JsonFactory();

    private LedgerText() {}

    static byte[] write(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
            out.writeStartArray();
            for (Entry entry : entries) {
                out.writeStartObject();
                for (Map.Entry<String, List<String>> field : fields(entry).entrySet()) {
                    out.writeArrayFieldStart(field.getKey());
                    for (String value : field.getValue()) {
                        out.writeString(value);
                    }
                    out.writeEndArray();
                }
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        return bytes.toByteArray();
    }

    static List<Entry> read(byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (JsonParser in = JSON.createParser(bytes)) {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            List<String> values = new ArrayList<>();
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> {
                        values = new ArrayList<>();
                        fields.put(in.currentName(), values);
                    }
                    case VALUE_STRING -> values.add(in.getText());
                    case END_OBJECT -> {
                        entries.add(entry(new Fields(fields)));
                        fields = new LinkedHashMap<>();
                    }
                    default -> {}
                }
            }
        } catch (IllegalArgumentException strange) {
            throw new IOException("it is damaged: " + strange.getMessage(), strange);
        }
        return List.copyOf(entries);
    }

    private static Map<String, List<String>> fields(Entry entry) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("id", List.of(entry.id()));
        fields.put("place", List.of(entry.place()));
        fields.put("what", List.of(entry.what()));
        fields.put("finished", List.of(Boolean.toString(entry.finished())));
        fields.put("kind", List.of(entry.undo().kind()));
        switch (entry.undo()) {
            case Undo.Statement statement -> fields.put("statement", List.of(statement.text()));
            case Undo.Command command -> {
                fields.put("words", command.words());
                fields.put("told", List.of(command.told()));
                fields.put("last", List.of(Boolean.toString(command.last())));
            }
            case Undo.OfService service -> {
                fields.put("service", List.of(service.service()));
                fields.put("action", List.of(service.action().word()));
            }
            case Undo.Edit edit -> {
                HostFile before = edit.before();
                fields.put("path", List.of(before.path()));
                fields.put("existed", List.of(Boolean.toString(before.exists())));
                fields.put("charset", List.of(before.charset().name()));
                fields.put("before", List.of(before.text()));
                fields.put("after", List.of(edit.after()));
            }
        }
        return fields;
    }

    private static Entry entry(Fields fields) {
        Undo undo = switch (fields.one("kind")) {
            case "statement" -> new Undo.Statement(fields.one("statement"));
            case "command" ->
                new Undo.Command(fields.all("words"), fields.one("told"), Boolean.parseBoolean(fields.one("last")));
            case "service" -> new Undo.OfService(fields.one("service"), Undo.action(fields.one("action")));
            case "edit" ->
                new Undo.Edit(
                        new HostFile(
                                fields.one("path"),
                                Boolean.parseBoolean(fields.one("existed")),
                                fields.one("before"),
                                Charset.forName(fields.one("charset"))),
                        fields.one("after"));
            default -> throw new IllegalArgumentException("kind " + fields.one("kind"));
        };
        return new Entry(
                fields.one("id"),
                fields.one("place"),
                fields.one("what"),
                Boolean.parseBoolean(fields.one("finished")),
                undo);
    }

    private record Fields(Map<String, List<String>> values) {
        List<String> all(String name) {
            return values.getOrDefault(name, List.of());
        }

        String one(String name) {
            return all(name).stream().findFirst().orElseThrow(() -> new IllegalArgumentException("no " + name));
        }
    }
}
