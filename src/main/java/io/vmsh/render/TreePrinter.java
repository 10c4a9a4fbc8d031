package io.vmsh.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.vmsh.command.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as JSON or YAML: one document a statement, and none for a statement that has nothing to show. */
final class TreePrinter implements Printer {
    private final Syntax syntax;
    private final boolean quiet;

    TreePrinter(Syntax syntax, boolean quiet) {
        this.syntax = syntax;
        this.quiet = quiet;
    }

    @Override
    public String print(Result result) {
        Object data = quiet && result instanceof Result.Done ? null : Data.of(result);
        return data == null ? "" : syntax.print(data);
    }

    /** How trees are written. */
    enum Syntax {
        /** Without line breaks. */
        COMPACT_JSON {
            @Override
            JsonGenerator generator(StringWriter text) throws IOException {
                return new JsonFactory().createGenerator(text);
            }
        },
        JSON {
            @Override
            JsonGenerator generator(StringWriter text) throws IOException {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""));
                pretty.indentArraysWith(indenter);
                pretty.indentObjectsWith(indenter);
                return new JsonFactory().createGenerator(text).setPrettyPrinter(pretty);
            }
        },
        YAML {
            @Override
            JsonGenerator generator(StringWriter text) throws IOException {
                return YAMLFactory.builder()
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .build()
                        .createGenerator(text);
            }
        };

        abstract JsonGenerator generator(StringWriter text) throws IOException;

        /** A whole document that ends with a line break. */
        String print(Object data) {
            String document = write(data);
            return document.endsWith("\n") ? document : document + "\n";
        }

        String write(Object data) {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = generator(text)) {
                TreePrinter.write(generator, data);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text.toString();
        }
    }

    private static void write(JsonGenerator generator, @Nullable Object data) throws IOException {
        switch (data) {
            case null -> generator.writeNull();
            case Map<?, ?> object -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Iterable<?> array -> {
                generator.writeStartArray();
                for (Object element : array) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case Boolean truth -> generator.writeBoolean(truth);
            default -> generator.writeString(data.toString());
        }
    }
}
