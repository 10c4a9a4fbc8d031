# The operator's machine: a namespace with its own address, names, home and ssh keys, and the rest of the real
# machine, so that the project can be run in it. Sourced by scripts/lab.
# shellcheck shell=bash

client_up() {
    local folder=$LAB/client
    recorded "$folder/keeper" >/dev/null && [[ -e $folder/ready ]] && return
    end "$folder/keeper"
    rm -rf "${folder:?}"/{ready,mounted,etc}
    mkdir -p "$folder/home"
    etc_copy "$folder/etc"
    echo client >"$folder/etc/hostname"
    keys_home "$folder/home"
    # A build started in the client finds what was downloaded before.
    [[ ! -d ~/.m2 ]] || ln -sfn ~/.m2 "$folder/home/.m2"
    pki_machine client "$CLIENT_ADDRESS" "$folder/etc"
    # ssh and Java ask the password file for the home, not HOME.
    sed -i "s|^\(root:[^:]*:0:0:[^:]*\):[^:]*:|\1:$folder/home:|" "$folder/etc/passwd"
    # shellcheck disable=SC2016 # expanded in the client
    hold client --net --mount --uts -- \
        sh -ec 'read -r go
            hostname client
            mount -n --bind "$1/etc" /etc
            [ ! -e /usr/bin/pkttyagent ] || mount -n --bind /dev/null /usr/bin/pkttyagent
            touch "$1/mounted"
            exec sleep infinity </dev/null' - "$folder"
    until_true "the client" test -e "$folder/mounted"
    plug client "$(recorded "$folder/keeper")" "$CLIENT_ADDRESS"
    touch "$folder/ready"
}

# The sessions vmsh opens in the client: one per host. Written again whenever a host is added.
client_sessions() {
    local host folder=$LAB/client/home/.config/vmsh
    mkdir -p "$folder"
    {
        echo "# Written by scripts/lab."
        echo "sessions:"
        for host in $(hosts); do
            echo "  $host: {uri: qemu+tcp://$host/system, tags: [lab]}"
        done
    } >"$folder/config.yaml"
}

# client_exec COMMAND…: becomes the command, in the folder it was called from, with the client's home.
# It stays in the machine's process namespace: signals reach it as if it had been run directly.
client_exec() {
    local pid
    pid=$(recorded "$LAB/client/keeper") || fail "the client is down; bring it back with: scripts/lab up"
    unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR
    export HOME=$LAB/client/home
    exec nsenter -t "$pid" -n -m -u env -C "$PWD" "$@"
}

# client_end: also ends what was left running in the client's network.
client_end() {
    local pid network process
    if pid=$(recorded "$LAB/client/keeper"); then
        network=$(readlink "/proc/$pid/ns/net")
        for process in /proc/[0-9]*; do
            if [[ ${process##*/} != "$$" && $(readlink "$process/ns/net" 2>/dev/null) == "$network" ]]; then
                kill -KILL "${process##*/}" 2>/dev/null || true
            fi
        done
    fi
    end "$LAB/client/keeper"
}
