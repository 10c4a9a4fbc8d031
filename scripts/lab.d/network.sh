# The wires: a bridge in a namespace of its own, a veth pair from each machine of the lab to it.
# The machine's own namespace gets no address and no link. Sourced by scripts/lab.
# shellcheck shell=bash

network_up() {
    recorded "$LAB/switch/keeper" >/dev/null && [[ -e $LAB/switch/ready ]] && return
    end "$LAB/switch/keeper"
    mkdir -p "$LAB/switch"
    hold switch --net -- sh -c 'read -r go && exec sleep infinity </dev/null'
    until_true "the switch" own_network "$LAB/switch/keeper"
    nsenter -t "$(recorded "$LAB/switch/keeper")" -n ip -batch - <<-END
		link set lo up
		link add br0 type bridge forward_delay 0
		link set br0 up
	END
    touch "$LAB/switch/ready"
}

# own_network FILE: whether the recorded process has left the machine's network namespace.
own_network() { [[ $(readlink "/proc/$(recorded "$1")/ns/net") != "$(readlink /proc/self/ns/net)" ]]; }

# plug NAME PID ADDRESS: wires the network namespace of a process to the switch.
# The hardware address is fixed: after a crash the others would look for the old one for up to 70 seconds.
plug() {
    local switch mac
    switch=$(recorded "$LAB/switch/keeper")
    mac=$(printf '52:54:78:00:00:%02x' "${3##*.}")
    nsenter -t "$switch" -n ip link delete "$1" 2>/dev/null || true
    nsenter -t "$2" -n ip -batch - <<-END
		link set lo up
		link add eth0 address $mac type veth peer name $1 netns $switch
		address add $3/24 dev eth0
		link set eth0 up
	END
    nsenter -t "$switch" -n ip link set "$1" master br0 up
}

# network_drop VERDICT HOST PORTS: packets to these TCP ports of the host vanish, as behind a careless firewall, or are
# refused, as behind a polite one.
network_drop() {
    local verdict=$1 host=$2
    [[ ${3-} =~ ^[0-9]+(-[0-9]+)?$ ]] || fail "$verdict needs a port or a range of ports, as 49152-49215"
    [[ $verdict == drop ]] || verdict="reject with tcp reset"
    host_run "$host" nft -f - <<-END
		table inet vmsh_lab {
		  chain input { type filter hook input priority -10; }
		}
		add rule inet vmsh_lab input tcp dport $3 $verdict
	END
}

network_undrop() {
    host_run "$1" sh -c 'nft list table inet vmsh_lab >/dev/null 2>&1 && nft delete table inet vmsh_lab || true'
}
