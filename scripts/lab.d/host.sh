# One host: build its files once, boot it, enter it, end it. Sourced by scripts/lab.
# shellcheck shell=bash

# host_prepare HOST: makes the files. The mark `built` comes last, so a host half made is made again.
host_prepare() {
    [[ -e $LAB/$1/built ]] && return
    host_end "$1"
    host_files "$1"
    touch "$LAB/$1/built"
}

host_running() { host_pid "$1" >/dev/null && [[ -e $LAB/$1/run/booted ]]; }

# Process 1 of the host, as the machine numbers it.
host_pid() { recorded "$LAB/$1/init"; }

# host_boot HOST: from power off to all daemons running. A running host only gets back daemons that are missing.
host_boot() {
    local host=$1 folder=$LAB/$1 service
    if ! host_running "$host"; then
        host_end "$host"
        rm -rf "$folder/run"
        mkdir -p "$folder/run"
        hold "$host" --net --mount --uts --ipc --pid --cgroup --fork --kill-child --mount-proc \
            -- "$PARTS/host-init" "$LAB" "$host"
        until_true "the first process of $host" host_find_init "$host"
        until_true "$host to mount its folders" host_mounted "$host"
        plug "$host" "$(host_pid "$host")" "$(host_address "$host")"
    fi
    for service in "${SERVICES[@]}"; do
        service_running "$host" "$service" || service_start "$host" "$service"
    done
    # What somebody has had started at boot since.
    # shellcheck disable=SC2016 # expanded in the host
    host_run "$host" sh -c 'for script in /etc/rc2.d/S*; do "$script" start || :; done' </dev/null \
        >>"$folder/log/start.log" 2>&1 || true
    touch "$folder/run/booted"
}

host_find_init() {
    local keeper init
    keeper=$(host_keeper "$1")
    init=$(ps -o pid= --ppid "$keeper") && record "$LAB/$1/init" "${init// /}"
}

host_mounted() { [[ -e $LAB/$1/run/ready ]] || { host_keeper "$1" >/dev/null && false; }; }

# The process outside that waits for process 1; once it is gone, the host has failed.
host_keeper() {
    recorded "$LAB/$1/keeper" || fail "$1 died while starting: $(tail -1 "$LAB/$1/keeper.log")"
}

# host_end HOST: the end of process 1 takes all processes, mounts and links of the host with it.
host_end() {
    end "$LAB/$1/init"
    end "$LAB/$1/keeper"
}

# host_enter HOST COMMAND…: becomes the command, inside the host, with a clean environment. The command ends when
# nsenter is ended, or what was killed from outside would live on unseen.
host_enter() {
    local pid
    pid=$(host_pid "$1") || fail "$1 is down; bring it back with: scripts/lab up"
    shift
    exec nsenter -t "$pid" -m -u -i -n -p -C 9>&- \
        env -i -C /root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME=/root USER=root SHELL=/bin/bash LANG=C.UTF-8 TERM="${TERM:-dumb}" \
        setpriv --pdeathsig TERM "$@"
}

# host_run HOST COMMAND…: runs it inside the host and comes back.
host_run() { (host_enter "$@"); }
