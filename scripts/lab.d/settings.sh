# Names, addresses and folders of the lab. Sourced by scripts/lab.
# shellcheck shell=bash disable=SC2034

# One lab per machine, whoever became root and however: sudo drops XDG_RUNTIME_DIR, so it is not asked.
LAB=${VMSH_LAB:-/run/vmsh-lab}
LAB=${LAB%/}
MARKER=$LAB/made-by-vmsh-lab
SUBNET=10.78.0
CLIENT_ADDRESS=$SUBNET.250
MAX_HOSTS=99
SERVICES=(virtlockd libvirtd sshd)

# Seconds after which something that should have happened is called failed.
PATIENCE=20

host_number() { echo "${1#kvm}"; }
host_address() { echo "$SUBNET.$(host_number "$1")"; }

# The hosts that exist, running or not, in order of their numbers.
hosts() {
    local folder
    for folder in "$LAB"/kvm*/; do
        [[ -d $folder ]] && basename "$folder"
    done | sort -V
}

require_lab() {
    [[ -e $MARKER ]] || fail "there is no lab in $LAB; make one with: scripts/lab up"
}

require_host() {
    [[ ${1-} =~ ^kvm[1-9][0-9]*$ && -d $LAB/$1 ]] || fail "no host '${1-}' in the lab; it has: $(hosts | xargs)"
}
