# What the lab needs from the machine: root, programs, Debian packages. Sourced by scripts/lab.
# shellcheck shell=bash

require_root() {
    ((EUID == 0)) || fail "needs root for namespaces and mounts; run: sudo scripts/lab $1"
}

# Whether a program, or the file of that path, is on this machine.
present() {
    if [[ $1 == /* ]]; then compgen -G "$1" >/dev/null; else command -v "$1" >/dev/null; fi
}

# The packages whose program is not on this machine, one per line.
missing_packages() {
    local package program
    while read -r package program; do
        [[ $package == '#'* ]] || present "$program" || echo "$package"
    done <"$PARTS/packages"
}

require_programs() {
    local missing
    missing=$(missing_packages | xargs)
    [[ -z $missing ]] || fail "missing Debian packages: $missing; install them with: scripts/lab install"
    [[ -c /dev/fuse ]] || fail "/dev/fuse is missing; load it with: modprobe fuse"
}

# Installs what is missing. Debian starts a daemon when its package is installed, unless a policy forbids it:
# the machine's own libvirtd and sshd are none of the lab's business.
install_packages() {
    local packages policy=/usr/sbin/policy-rc.d status=0
    mapfile -t packages < <(missing_packages)
    if ((${#packages[@]} == 0)); then
        say "every needed package is installed"
        return
    fi
    command -v apt-get >/dev/null || fail "no apt-get here; install the like of: ${packages[*]}"
    if [[ -e $policy ]]; then
        policy=
    else
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
        # shellcheck disable=SC2064 # the name as it is now
        trap "rm -f '$policy'" EXIT
    fi
    say "installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=300 update -qq >&2 &&
        apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${packages[@]}" >&2 || status=$?
    ((status == 0)) || fail "apt-get failed with $status; nothing of the lab was started"
}
