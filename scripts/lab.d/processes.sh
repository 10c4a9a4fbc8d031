# The processes that hold the lab's namespaces: recorded with their birth, so that no other process that later
# gets the same number is ever taken for them. Sourced by scripts/lab.
# shellcheck shell=bash

# Clock tick of the machine in which process $1 was born; fails if there is no such process.
birth() {
    local stat fields
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    # State and birth are fields 3 and 22, counted after the name, which may hold blanks.
    read -ra fields <<<"${stat##*) }"
    [[ ${fields[0]} != Z ]] && echo "${fields[19]}"
}

# record FILE PID: writes the process down.
record() {
    local born
    born=$(birth "$2") && echo "$2 $born" >"$1.new" && mv "$1.new" "$1"
}

# recorded FILE: prints the number of the recorded process if that very process still lives.
recorded() {
    local pid born
    [[ -e $1 ]] && read -r pid born <"$1" && [[ -n $born && $(birth "$pid") == "$born" ]] && echo "$pid"
}

# end FILE: kills the recorded process and waits until it is gone.
end() {
    local pid
    if pid=$(recorded "$1"); then
        kill -KILL "$pid" 2>/dev/null || true
        until_true "the end of process $pid" not recorded "$1"
    fi
    rm -f "$1"
}

not() { ! "$@" >/dev/null; }

# until_true WHAT COMMAND…: waits for the command to succeed.
until_true() {
    local what=$1 deadline=$((SECONDS + PATIENCE))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || fail "waited $PATIENCE seconds in vain for $what"
        sleep 0.02
    done
}

# hold NAME UNSHARE-OPTION… -- COMMAND…: starts a process that holds new namespaces and records it in
# LAB/NAME/keeper. The command must first read a line: it gets one as soon as it is recorded, and none if this script
# is killed before that, so that no unknown process is ever left. The lock and the caller's output are kept from it.
hold() {
    local folder=$LAB/$1 go
    shift
    exec {go}> >(exec setsid unshare "$@" >>"$folder/keeper.log" 2>&1 9>&-)
    { record "$folder/keeper" $! && (trap '' PIPE && echo go >&"$go") 2>/dev/null; } ||
        fail "cannot start a namespace: $(tail -1 "$folder/keeper.log")"
    exec {go}>&-
}
