package io.vmsh.spec;

/** A statement a reader can type, and what it is for or prints. */
public record Example(String statement, String shows) {}
