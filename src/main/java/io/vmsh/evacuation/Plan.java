package io.vmsh.evacuation;

import java.util.List;

/** Who goes where, in the order in which they start, and who cannot go. */
public record Plan(List<Move> moves, List<Stay> stays) {
    public Plan {
        moves = List.copyOf(moves);
        stays = List.copyOf(stays);
    }

    /** A guest and the hosts it goes from and to, as sessions. */
    public record Move(Evacuee guest, String from, String to) {}

    /** A guest that stays where it is. */
    public record Stay(Evacuee guest, String at, String why) {}
}
