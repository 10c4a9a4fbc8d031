# What runs, for a person to read. Sourced by scripts/lab.
# shellcheck shell=bash

status_table() {
    local host service states guests
    printf '%-7s %-13s %-10s %-10s %-10s %s\n' host address libvirtd virtlockd sshd guests
    for host in $(hosts); do
        states=()
        for service in libvirtd virtlockd sshd; do
            if ! host_running "$host"; then
                states+=(-)
            elif service_running "$host" "$service"; then
                states+=(running)
            else
                states+=(stopped)
            fi
        done
        guests=-
        if [[ ${states[0]} == running ]]; then
            guests=$(timeout 5 virsh -q -c "qemu+unix:///system?socket=$LAB/$host/run/libvirt/libvirt-sock" \
                list --name </dev/null 2>/dev/null | xargs) || guests='no answer'
        fi
        printf '%-7s %-13s %-10s %-10s %-10s %s\n' "$host" "$(host_address "$host")" "${states[@]}" "${guests:--}"
    done
    printf '%-7s %s\n' client "$CLIENT_ADDRESS"
}

status_hints() {
    cat <<-END

		In the client (scripts/lab exec client COMMAND):
		  qemu+tcp://kvm1/system   qemu+tls://kvm1/system   qemu+ssh://root@kvm1/system
		On this machine:
		  qemu+unix:///system?socket=$LAB/kvm1/run/libvirt/libvirt-sock
	END
}
