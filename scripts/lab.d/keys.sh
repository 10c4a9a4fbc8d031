# Names and keys: every machine of the lab knows every other by name and by ssh host key, and root may log in
# from each to each host. Sourced by scripts/lab.
# shellcheck shell=bash

# One key for whoever acts in the lab, one host key per host.
key_make() { [[ -e $1 ]] || ssh-keygen -q -t ed25519 -N '' -C "$2" -f "$1"; }

keys_user() {
    mkdir -p "$LAB/keys"
    key_make "$LAB/keys/id_ed25519" root@lab
}

# keys_home FOLDER: an .ssh folder with the lab's key, allowed in as well as used.
keys_home() {
    mkdir -p "$1/.ssh"
    chmod 700 "$1/.ssh"
    cp "$LAB/keys/id_ed25519" "$LAB/keys/id_ed25519.pub" "$1/.ssh/"
    cp "$LAB/keys/id_ed25519.pub" "$1/.ssh/authorized_keys"
}

# names_spread: tells every machine of the lab the names and host keys of all hosts.
names_spread() {
    local host
    {
        echo '127.0.0.1 localhost'
        for host in $(hosts); do echo "$(host_address "$host") $host"; done
        echo "$CLIENT_ADDRESS client"
    } >"$LAB/names"
    for host in $(hosts); do
        echo "$host,$(host_address "$host") $(cut -d' ' -f1,2 "$LAB/$host/etc/ssh/ssh_host_ed25519_key.pub")"
    done >"$LAB/known_hosts"
    for host in $(hosts); do
        cp "$LAB/names" "$LAB/$host/etc/hosts"
        cp "$LAB/known_hosts" "$LAB/$host/root/.ssh/known_hosts"
    done
    cp "$LAB/names" "$LAB/client/etc/hosts"
    cp "$LAB/known_hosts" "$LAB/client/home/.ssh/known_hosts"
}
