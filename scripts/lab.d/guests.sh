# The guests: small, emulated, each with a disk and a story. Sourced by scripts/lab.
# shellcheck shell=bash

# Name, folder of the disk, cache mode, pages written per tick, running after `up`.
#   web1    on shared storage, but its cache mode forbids a live migration until it is none
#   db1     on a disk both hosts see but libvirt takes for local
#   calm1   moves at once
#   hot1    writes memory faster than a slow link carries it
#   local1  on a disk only its own host has
# Without FUSE between, cache mode none would need direct access, which memory file systems learnt with Linux 6.6 only.
GUESTS='web1   shared writeback 0    yes
db1    plain  default   0    yes
calm1  shared none      0    yes
hot1   shared none      2048 no
local1 images default   0    no'

guests_define() {
    local name folder cache pages running number=0
    while read -r name folder cache pages running; do
        number=$((number + 1))
        guest_disk "$(guest_folder kvm1 "$folder")/$name.qcow2" "$number" "$pages" 128
        guest_define kvm1 "$name" "$folder" "$cache" "$number" 128
        [[ $running == no ]] || lab_virsh kvm1 start "$name" >/dev/null
    done <<<"$GUESTS"
    pools_refresh
}

# What was put into a folder is not in a pool's list before the pool has looked again.
pools_refresh() {
    local host pool
    for host in $(hosts); do
        for pool in images plain shared; do
            lab_virsh "$host" pool-refresh "$pool" >/dev/null || true
        done
    done
}

# guests_small NUMBER HOST: that many more, small ones that move at once, running on a host: small1, small2 …
guests_small() {
    local count=${1-} host=${2:-kvm1} number
    [[ $count =~ ^[1-9][0-9]?$ ]] || fail "guests needs a number from 1 to 99, not '$count'"
    require_host "$host"
    for ((number = 1; number <= count; number++)); do
        guest_disk "$(guest_folder "$host" shared)/small$number.qcow2" "$number" 0 64
        guest_define "$host" "small$number" shared none $((100 + number)) 64
        lab_virsh "$host" start "small$number" >/dev/null
    done
    pools_refresh
}

# guest_define HOST NAME FOLDER CACHE NUMBER MEBIBYTES
guest_define() {
    local host=$1
    shift
    guest_xml "$@" >"$LAB/$1.xml"
    lab_virsh "$host" define "$LAB/$1.xml" >/dev/null
    rm "$LAB/$1.xml"
}

# How the UUIDs of the lab's own guests begin.
readonly GUEST_UUIDS=766d7368-0000-4000-9000

# guests_forget: takes the lab's own guests off every host that runs, wherever they have gone and under whatever name,
# and with them the disks that were copied from host to host.
guests_forget() {
    local host uuid name rest
    for host in $(hosts); do
        while read -r name rest; do rm -f "$LAB/$host/lib/images/$name.qcow2"; done <<<"$GUESTS"
        host_running "$host" || continue
        guests_unstick "$host"
        for uuid in $(lab_virsh "$host" list --all --uuid | grep "^$GUEST_UUIDS" || true); do
            lab_virsh "$host" destroy "$uuid" >/dev/null 2>&1 || true
            lab_virsh "$host" undefine "$uuid" --managed-save --snapshots-metadata --checkpoints-metadata \
                >/dev/null 2>&1 || true
        done
    done
}

# guests_unstick HOST: a libvirtd that was killed before it had QEMU started for a guest that comes in keeps that guest for
# ever, and nobody can destroy it. One that starts without the notes of the former has forgotten it.
guests_unstick() {
    local notes
    mapfile -t notes < <(grep -ls "<domstatus .*pid='0'" "$LAB/$1"/run/libvirt/qemu/*.xml)
    ((${#notes[@]} > 0)) || return 0
    not service_running "$1" libvirtd || service_end "$1" libvirtd KILL
    rm -f "${notes[@]}"
    service_start "$1" libvirtd
}

lab_virsh() {
    local host=$1
    shift
    virsh -q -c "qemu+unix:///system?socket=$LAB/$host/run/libvirt/libvirt-sock" "$@" </dev/null
}

# Where the machine sees a folder that the hosts have under /var/lib/libvirt.
guest_folder() {
    if [[ $2 == images ]]; then echo "$LAB/$1/lib/images"; else echo "$LAB/shared/images"; fi
}

# guest_disk FILE SEED PAGES MEBIBYTES: a disk of 64 MiB that holds nothing but the boot sector, which fills the guest's
# memory but for 16 MiB of it.
guest_disk() {
    local raw=$1.raw byte
    sed 's/#.*//' "$PARTS/guest.boot" | xargs -n1 | while read -r byte; do printf '%b' "\\x$byte"; done >"$raw"
    poke "$raw" 480 "$2" "$3" $((($4 - 16) << 20))
    printf '\x55\xaa' | dd of="$raw" bs=1 seek=510 conv=notrunc status=none
    truncate -s 64M "$raw"
    rm -f "$1"
    qemu-img convert -f raw -O qcow2 "$raw" "$1"
    rm "$raw"
}

# poke FILE OFFSET NUMBER…: writes 32 bit numbers, lowest byte first.
poke() {
    local file=$1 offset=$2 number bytes
    shift 2
    for number in "$@"; do
        bytes=$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' \
            $((number & 255)) $((number >> 8 & 255)) $((number >> 16 & 255)) $((number >> 24)))
        printf '%b' "$bytes" | dd of="$file" bs=1 seek="$offset" conv=notrunc status=none
        offset=$((offset + 4))
    done
}

# web1 runs without QEMU's ability to drop the host's cache of a file: today's QEMU has it, and with it libvirt
# lets every cache mode pass.
#
# guest_xml NAME FOLDER CACHE NUMBER MEBIBYTES
guest_xml() {
    local id
    id=$(printf '%012d' "$4")
    cat <<-END
		<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
		  <name>$1</name>
		  <uuid>$GUEST_UUIDS-$id</uuid>
		  <memory unit='MiB'>$5</memory>
		  <vcpu>1</vcpu>
		  <os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os>
		  <features><acpi/></features>
		  <devices>
		    <emulator>/usr/bin/qemu-system-x86_64</emulator>
		    <disk type='file' device='disk'>
		      <driver name='qemu' type='qcow2' cache='$3'/>
		      <source file='/var/lib/libvirt/$2/$1.qcow2'/>
		      <target dev='vda' bus='virtio'/>
		    </disk>
		    <interface type='network'>
		      <mac address='52:54:00:78:00:$(printf %02x "$4")'/>
		      <source network='default'/>
		      <model type='virtio'/>
		    </interface>
		    <serial type='pty'/>
		    <console type='pty'/>
		  </devices>
		$([[ $3 != writeback ]] || echo "  <qemu:capabilities><qemu:del capability='migration-file-drop-cache'/></qemu:capabilities>")
		</domain>
	END
}
