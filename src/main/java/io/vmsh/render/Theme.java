package io.vmsh.render;

import java.util.Map;

/** Whether and how text is coloured. */
public enum Theme {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001b[0m";

    /** What a piece of text is; the number is its SGR code. */
    public enum Role {
        PROSE(""),
        ERROR("1;31"),
        HEADLINE("1"),
        STATEMENT("36"),
        PRICE("33");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    /**
     * The theme for one stream.
     *
     * @param when {@code always}, {@code never} or {@code auto}
     * @param terminal whether the stream is one
     */
    public static Theme of(String when, boolean terminal, Map<String, String> environment) {
        return switch (when) {
            case "always" -> COLOURED;
            case "never" -> PLAIN;
            default -> {
                boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                        || environment.getOrDefault("TERM", "dumb").equals("dumb");
                yield terminal && !refused ? COLOURED : PLAIN;
            }
        };
    }

    /** The text in the colours of its role. */
    public String paint(Role role, String text) {
        return this == PLAIN || role == Role.PROSE || text.isEmpty()
                ? text
                : "\u001b[" + role.code + "m" + text + RESET;
    }
}
