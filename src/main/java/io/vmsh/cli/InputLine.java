package io.vmsh.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines read byte by byte, so that nothing is taken from who reads after us. */
public final class InputLine {
    private InputLine() {}

    /**
     * The next line, without its end; null when there is none.
     *
     * @throws IOException when the stream cannot be read
     */
    public static @Nullable String read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        while (read != '\n' && read >= 0) {
            line.write(read);
            read = in.read();
        }
        return read < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }
}
