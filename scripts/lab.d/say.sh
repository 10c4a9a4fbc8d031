# Messages for a person: all on stderr, so that stdout carries data only. Sourced by scripts/lab.
# shellcheck shell=bash

say() { printf 'lab: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}
