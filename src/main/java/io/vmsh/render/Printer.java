package io.vmsh.render;

import io.vmsh.command.Result;

/** Puts results on paper in one output format. */
public interface Printer {
    /** The text of a result, with its line breaks. */
    String print(Result result);
}
