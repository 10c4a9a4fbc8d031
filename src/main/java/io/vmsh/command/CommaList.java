package io.vmsh.command;

import java.util.ArrayList;
import java.util.List;

/** Lists in one word, separated by commas; two commas in a row are one comma of an item. */
public final class CommaList {
    private CommaList() {}

    /** The items, also empty ones. */
    public static List<String> split(String word) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != ',') {
                item.append(c);
            } else if (i + 1 < word.length() && word.charAt(i + 1) == ',') {
                item.append(c);
                i++;
            } else {
                items.add(item.toString());
                item.setLength(0);
            }
        }
        items.add(item.toString());
        return List.copyOf(items);
    }
}
