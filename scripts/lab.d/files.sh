# The files of one host: a copy of the machine's /etc with the lab's settings, and empty folders for the rest.
# A copy, not an overlay: it costs a few megabytes and works inside containers too. Sourced by scripts/lab.
# shellcheck shell=bash

# etc_copy FOLDER: the machine's /etc, with names answered from its own hosts file only.
etc_copy() {
    mkdir -p "$1"
    cp -a /etc/. "$1/"
    rm -f "$1/hosts" "$1/resolv.conf" "$1/hostname"
    touch "$1/hosts"
    : >"$1/resolv.conf"
    sed -i 's/^hosts:.*/hosts: files dns/' "$1/nsswitch.conf"
}

host_files() {
    local host=$1 folder=$LAB/$1
    rm -rf "${folder:?}/etc"
    mkdir -p "$folder"/{run,root,log/ganesha,cache/qemu,nfs,srv/images} "$folder"/lib/{images,plain,shared,cluster,lockspace,qemu,boot,sanlock}
    etc_copy "$folder/etc"
    host_services "$folder/etc"
    echo "$host" >"$folder/etc/hostname"
    keys_home "$folder/root"
    host_sshd "$folder/etc/ssh" "$host"
    pki_machine "$host" "$(host_address "$host")" "$folder/etc"
    host_libvirt "$folder/etc/libvirt" "$(host_number "$host")"
    # An account whose password is marked locked is refused even with a key.
    sed -i 's/^root:[^:]*:/root:*:/' "$folder/etc/shadow"
}

# A script for each daemon, as hosts without systemd have them; those of the lab itself are started at boot.
host_services() {
    local service
    rm -f "$1"/init.d/* "$1"/rc?.d/*
    mkdir -p "$1/rc2.d"
    cp "$PARTS/host-service" "$1/init.d/.service"
    for service in "${SERVICES[@]}" ssh rpcbind nfs-ganesha dbus firewalld; do
        ln -s .service "$1/init.d/$service"
    done
    for service in "${SERVICES[@]}"; do
        ln -s "../init.d/$service" "$1/rc2.d/S01$service"
    done
    mkdir -p "$1/ganesha"
    mkdir -p "$1/lab"
    cp "$PARTS/mount.nfs" "$1/lab/"
    echo '# Exports of this host.' >"$1/ganesha/ganesha.conf"
    host_firewall "$1/firewalld"
}

# Not started at first. Where it is, libvirtd and sshd are let in, and nothing else.
host_firewall() {
    rm -rf "$1/zones"
    mkdir -p "$1/zones"
    cat >"$1/zones/public.xml" <<-END
		<?xml version="1.0" encoding="utf-8"?>
		<zone>
		  <short>Public</short>
		  <service name="ssh"/>
		  <service name="libvirt"/>
		  <service name="libvirt-tls"/>
		</zone>
	END
}

host_sshd() {
    rm -f "$1"/ssh_host_*
    key_make "$1/ssh_host_ed25519_key" "$2"
    cat >"$1/sshd_config" <<-END
		HostKey /etc/ssh/ssh_host_ed25519_key
		PidFile /run/sshd.pid
		PermitRootLogin prohibit-password
		PasswordAuthentication no
		KbdInteractiveAuthentication no
		UsePAM no
		UseDNS no
		MaxStartups 100
		Subsystem sftp internal-sftp
	END
}

host_libvirt() {
    rm -rf "$1/qemu" "$1/storage"
    mkdir -p "$1"/qemu/networks/autostart "$1"/storage/autostart
    cat >"$1/libvirtd.conf" <<-END
		host_uuid = "$(printf '766d7368-0000-4000-8000-%012d' "$2")"
		listen_tls = 1
		listen_tcp = 1
		auth_tcp = "none"
		auth_unix_ro = "none"
		auth_unix_rw = "none"
		log_outputs = "3:file:/var/log/libvirt/libvirtd.log"
	END
    # Guests run as root, without what needs the machine's kernel settings or its systemd.
    cat >"$1/qemu.conf" <<-END
		user = "root"
		group = "root"
		dynamic_ownership = 0
		security_driver = "none"
		namespaces = []
		cgroup_controllers = []
		stdio_handler = "file"
		lock_manager = "lockd"
	END
    cat >"$1/qemu-lockd.conf" <<-END
		auto_disk_leases = 1
		require_lease_for_disks = 0
		file_lockspace_dir = "/var/lib/libvirt/lockspace"
	END
    cat >"$1/qemu/networks/default.xml" <<-END
		<network>
		  <name>default</name>
		  <bridge name='virbr0' stp='off'/>
		  <ip address='192.168.122.1' netmask='255.255.255.0'>
		    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
		  </ip>
		</network>
	END
    ln -s ../default.xml "$1/qemu/networks/autostart/default.xml"
    local pool number=0
    for pool in images plain shared; do
        number=$((number + 1))
        cat >"$1/storage/$pool.xml" <<-END
			<pool type='dir'>
			  <name>$pool</name>
			  <!-- Without one, libvirt makes one up at each start, and takes the running pool for another. -->
			  <uuid>766d7368-0000-4000-a000-00000000000$number</uuid>
			  <target><path>/var/lib/libvirt/$pool</path></target>
			</pool>
		END
        ln -s "../$pool.xml" "$1/storage/autostart/$pool.xml"
    done
}
