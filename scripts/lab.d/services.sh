# The daemons of a host: started, stopped and killed one by one, found by the pid files they write themselves.
# Sourced by scripts/lab.
# shellcheck shell=bash

require_service() {
    local service
    for service in "${SERVICES[@]}"; do
        [[ ${1-} == "$service" ]] && return
    done
    fail "no service '${1-}'; there are: ${SERVICES[*]}"
}

service_start() {
    not service_running "$1" "$2" || fail "$2 is already running on $1"
    host_run "$1" service "$2" start </dev/null >>"$LAB/$1/log/start.log" 2>&1 ||
        fail "$2 does not start on $1: $(tail -1 "$LAB/$1/log/start.log")"
    until_true "$2 on $1" service_running "$1" "$2"
}

# service_signal HOST SERVICE SIGNAL: fails when the service does not run. Signal 0 only asks.
service_signal() {
    [[ -s $LAB/$1/run/$2.pid ]] || return 1
    # shellcheck disable=SC2016 # expanded in the host
    host_run "$1" bash -c 'pid=$(<"/run/$1.pid") && read -r name <"/proc/$pid/comm" && [[ $name == "$1" ]] &&
        kill -"$2" "$pid"' - "$2" "$3" 2>/dev/null
}

service_running() { service_signal "$1" "$2" 0; }

# service_end HOST SERVICE SIGNAL: TERM stops it in good order, KILL is a crash. Guests go on running.
service_end() {
    service_signal "$1" "$2" "$3" || fail "$2 is not running on $1"
    until_true "the end of $2 on $1" not service_running "$1" "$2"
}
