package io.vmsh.command.domain;

/**
 * The words for those who take part in a migration.
 *
 * @param guest name of the guest
 * @param address the guest as a statement names it, quoted where need be
 * @param source where it is
 * @param target where it goes; "the other side" when unknown
 */
record MigrationParty(String guest, String address, String source, String target) {}
