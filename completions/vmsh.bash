# Completion of vmsh for bash. Made from the commands' declarations: run the build with -Ddocuments.write=true to renew it.
# Source it, or install it as /usr/share/bash-completion/completions/vmsh.

# Offers the values of one kind; $1 is the kind, $2 what is typed so far.
_vmsh_values() {
    case $1 in
        domain) set -- "$("${_vmsh_run[@]}" list --all --name 2>/dev/null)" "$2" ;;
        pool) set -- "$("${_vmsh_run[@]}" pool-list --all --name 2>/dev/null)" "$2" ;;
        network) set -- "$("${_vmsh_run[@]}" net-list --all --name 2>/dev/null)" "$2" ;;
        session) set -- "$("${_vmsh_run[@]}" sessions --name 2>/dev/null)" "$2" ;;
        command) set -- "$_vmsh_commands" "$2" ;;
        words:*) set -- "${1#words:}" "$2" ;;
        file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$2")
            return
            ;;
        *) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# Sets flags, valued and positions for the command $1.
_vmsh_table() {
    flags='' valued=() positions=()
    case $1 in
        autostart)
            flags='--disable'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        create)
            flags='--console --paused --autodestroy --validate --reset-nvram'
            valued=('--file=file' '--pass-fds=none' '--output=words:table json yaml csv')
            positions=('file' 'none') ;;
        define)
            flags='--validate'
            valued=('--file=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        destroy)
            flags='--graceful --remove-logs'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domid)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domjobabort)
            flags='--postcopy'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domjobinfo)
            flags='--completed --keep-completed --anystats --rawstats'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domname)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domuuid)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        dumpxml)
            flags='--inactive --security-info --update-cpu --migratable --wrap'
            valued=('--domain=domain' '--xpath=none' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate-check)
            flags='--live --offline --p2p --direct --tunnelled --persistent --undefinesource --copy-storage-all --copy-storage-inc --unsafe --tls --parallel --zerocopy'
            valued=('--domain=domain' '--to=session' '--dname=none' '--migrateuri=none' '--listen-address=none' '--disks-port=none' '--disks-uri=none' '--migrate-disks=none' '--xml=file' '--clock-limit=none' '--ntp-server=none' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate)
            flags='--live --offline --p2p --direct --tunnelled --persistent --undefinesource --suspend --copy-storage-all --copy-storage-inc --copy-storage-synchronous-writes --change-protection --unsafe --verbose --compressed --auto-converge --rdma-pin-all --abort-on-error --postcopy --postcopy-after-precopy --postcopy-resume --zerocopy --timeout-suspend --timeout-postcopy --tls --parallel --check --no-check'
            valued=('--domain=domain' '--desturi=session' '--migrateuri=none' '--graphicsuri=none' '--listen-address=none' '--dname=none' '--timeout=none' '--xml=file' '--migrate-disks=none' '--disks-port=none' '--disks-uri=none' '--comp-methods=words:xbzrle mt' '--comp-mt-level=none' '--comp-mt-threads=none' '--comp-mt-dthreads=none' '--comp-xbzrle-cache=none' '--auto-converge-initial=none' '--auto-converge-increment=none' '--persistent-xml=file' '--postcopy-bandwidth=none' '--parallel-connections=none' '--bandwidth=none' '--tls-destination=none' '--output=words:table json yaml csv')
            positions=('domain' 'session' 'none' 'none' 'none' 'none' 'none' 'file' 'none' 'none' 'none' 'words:xbzrle mt' 'none' 'none' 'none' 'none' 'none' 'none' 'file' 'none' 'none' 'none' 'none') ;;
        migrate-compcache)
            flags=''
            valued=('--domain=domain' '--size=none' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate-getmaxdowntime)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate-getspeed)
            flags='--postcopy'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate-postcopy)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrate-setmaxdowntime)
            flags=''
            valued=('--domain=domain' '--downtime=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        migrate-setspeed)
            flags='--postcopy'
            valued=('--domain=domain' '--bandwidth=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        migrate-watch)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        migrations)
            flags=''
            valued=('--sessions=session' '--output=words:table json yaml csv')
            positions=('session') ;;
        resume)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        shutdown)
            flags=''
            valued=('--domain=domain' '--mode=words:acpi agent initctl signal paravirt' '--output=words:table json yaml csv')
            positions=('domain' 'words:acpi agent initctl signal paravirt') ;;
        start)
            flags='--console --paused --autodestroy --bypass-cache --force-boot --reset-nvram'
            valued=('--domain=domain' '--pass-fds=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        suspend)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        undefine)
            flags='--managed-save --remove-all-storage --delete-storage-volume-snapshots --wipe-storage --snapshots-metadata --checkpoints-metadata --nvram --keep-nvram --tpm --keep-tpm'
            valued=('--domain=domain' '--storage=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        domblklist)
            flags='--inactive --details'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        dominfo)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domstate)
            flags='--reason'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        domstats)
            flags='--state --cpu-total --balloon --vcpu --interface --block --perf --iothread --memory --dirtyrate --vm --list-active --list-inactive --list-persistent --list-transient --list-running --list-paused --list-shutoff --list-other --raw --enforce --backing --nowait'
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        list)
            flags='--inactive --all --transient --persistent --with-snapshot --without-snapshot --with-checkpoint --without-checkpoint --state-running --state-paused --state-shutoff --state-other --autostart --no-autostart --with-managed-save --without-managed-save --uuid --name --id --table --managed-save --title'
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        capabilities)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        hostname)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        nodeinfo)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        uri)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        version)
            flags='--daemon'
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        net-autostart)
            flags='--disable'
            valued=('--network=network' '--output=words:table json yaml csv')
            positions=('network') ;;
        net-define)
            flags='--validate'
            valued=('--file=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        net-destroy)
            flags=''
            valued=('--network=network' '--output=words:table json yaml csv')
            positions=('network') ;;
        net-dumpxml)
            flags='--inactive --wrap'
            valued=('--network=network' '--xpath=none' '--output=words:table json yaml csv')
            positions=('network') ;;
        net-info)
            flags=''
            valued=('--network=network' '--output=words:table json yaml csv')
            positions=('network') ;;
        net-list)
            flags='--inactive --all --persistent --transient --autostart --no-autostart --uuid --name --table'
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        net-start)
            flags=''
            valued=('--network=network' '--output=words:table json yaml csv')
            positions=('network') ;;
        snapshot-create-as)
            flags='--print-xml --no-metadata --halt --disk-only --reuse-external --quiesce --atomic --live --validate'
            valued=('--domain=domain' '--name=none' '--description=none' '--memspec=none' '--diskspec=none' '--output=words:table json yaml csv')
            positions=('domain' 'none' 'none' 'none') ;;
        snapshot-delete)
            flags='--current --children --children-only --metadata'
            valued=('--domain=domain' '--snapshotname=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        snapshot-list)
            flags='--parent --roots --leaves --no-leaves --metadata --no-metadata --inactive --active --disk-only --internal --external --tree --current --descendants --name --topological'
            valued=('--domain=domain' '--from=none' '--output=words:table json yaml csv')
            positions=('domain' 'none') ;;
        find-storage-pool-sources-as)
            flags=''
            valued=('--type=words:netfs iscsi logical gluster' '--host=none' '--port=none' '--initiator=none' '--output=words:table json yaml csv')
            positions=('words:netfs iscsi logical gluster' 'none' 'none' 'none') ;;
        find-storage-pool-sources)
            flags=''
            valued=('--type=words:netfs iscsi logical gluster' '--srcSpec=file' '--output=words:table json yaml csv')
            positions=('words:netfs iscsi logical gluster' 'file') ;;
        pool-autostart)
            flags='--disable'
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-build)
            flags='--no-overwrite --overwrite'
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-create-as)
            flags='--print-xml --build --no-overwrite --overwrite'
            valued=('--name=none' '--type=words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage' '--source-host=none' '--source-path=none' '--source-dev=none' '--source-name=none' '--target=none' '--source-format=words:auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98' '--auth-type=words:chap ceph' '--auth-username=none' '--secret-usage=none' '--secret-uuid=none' '--adapter-name=none' '--adapter-wwnn=none' '--adapter-wwpn=none' '--adapter-parent=none' '--adapter-parent-wwnn=none' '--adapter-parent-wwpn=none' '--adapter-parent-fabric-wwn=none' '--source-protocol-ver=none' '--source-initiator=none' '--output=words:table json yaml csv')
            positions=('none' 'words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage' 'none' 'none' 'none' 'none' 'none' 'words:auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98' 'words:chap ceph' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none') ;;
        pool-create)
            flags='--build --no-overwrite --overwrite'
            valued=('--file=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        pool-define-as)
            flags='--print-xml'
            valued=('--name=none' '--type=words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage' '--source-host=none' '--source-path=none' '--source-dev=none' '--source-name=none' '--target=none' '--source-format=words:auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98' '--auth-type=words:chap ceph' '--auth-username=none' '--secret-usage=none' '--secret-uuid=none' '--adapter-name=none' '--adapter-wwnn=none' '--adapter-wwpn=none' '--adapter-parent=none' '--adapter-parent-wwnn=none' '--adapter-parent-wwpn=none' '--adapter-parent-fabric-wwn=none' '--source-protocol-ver=none' '--source-initiator=none' '--output=words:table json yaml csv')
            positions=('none' 'words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage' 'none' 'none' 'none' 'none' 'none' 'words:auto nfs glusterfs cifs ext2 ext3 ext4 xfs gfs2 ocfs2 vfat iso9660 lvm2 dos gpt mac bsd sun dvh pc98' 'words:chap ceph' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none' 'none') ;;
        pool-define)
            flags='--validate'
            valued=('--file=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        pool-delete)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-destroy)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-dumpxml)
            flags='--inactive --wrap'
            valued=('--pool=pool' '--xpath=none' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-edit)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-info)
            flags='--bytes'
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-list)
            flags='--inactive --all --transient --persistent --autostart --no-autostart --details --uuid --name'
            valued=('--type=words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage' '--output=words:table json yaml csv')
            positions=('words:dir fs netfs logical disk iscsi iscsi-direct scsi mpath rbd sheepdog gluster zfs vstorage') ;;
        pool-name)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-refresh)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-start)
            flags='--build --no-overwrite --overwrite'
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-undefine)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-uuid)
            flags=''
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        pool-event)
            flags='--loop --list --timestamp'
            valued=('--pool=pool' '--event=words:lifecycle refresh' '--timeout=none' '--output=words:table json yaml csv')
            positions=('pool' 'words:lifecycle refresh' 'none') ;;
        pool-capabilities)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        vol-create-as)
            flags='--prealloc-metadata --print-xml'
            valued=('--pool=pool' '--name=none' '--capacity=none' '--allocation=none' '--format=words:raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso' '--backing-vol=none' '--backing-vol-format=words:raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso' '--output=words:table json yaml csv')
            positions=('pool' 'none' 'none' 'none' 'words:raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso' 'none' 'words:raw qcow2 qed qcow vmdk vdi vpc bochs cloop dmg iso') ;;
        vol-delete)
            flags='--delete-snapshots'
            valued=('--vol=none' '--pool=pool' '--output=words:table json yaml csv')
            positions=('none' 'pool') ;;
        vol-info)
            flags='--bytes --physical'
            valued=('--vol=none' '--pool=pool' '--output=words:table json yaml csv')
            positions=('none' 'pool') ;;
        vol-list)
            flags='--details'
            valued=('--pool=pool' '--output=words:table json yaml csv')
            positions=('pool') ;;
        vol-path)
            flags=''
            valued=('--vol=none' '--pool=pool' '--output=words:table json yaml csv')
            positions=('none' 'pool') ;;
        cd)
            flags=''
            valued=('--dir=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        echo)
            flags='--shell --xml --split --err'
            valued=('--string=none' '--output=words:table json yaml csv')
            positions=('none') ;;
        exit)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        help)
            flags=''
            valued=('--command=command' '--output=words:table json yaml csv')
            positions=('command') ;;
        pwd)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        quit)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        connect)
            flags='--readonly'
            valued=('--name=none' '--uri=session' '--tag=none' '--output=words:table json yaml csv')
            positions=('session') ;;
        sessions)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        use)
            flags=''
            valued=('--session=session' '--output=words:table json yaml csv')
            positions=('session') ;;
        disconnect)
            flags=''
            valued=('--session=session' '--output=words:table json yaml csv')
            positions=('session') ;;
        on)
            flags=''
            valued=('--sessions=session' '--statement=none' '--output=words:table json yaml csv')
            positions=('session' 'none') ;;
        cold-restart)
            flags='--destroy'
            valued=('--domain=domain' '--timeout=none' '--output=words:table json yaml csv')
            positions=('domain') ;;
        disk-cache)
            flags=''
            valued=('--domain=domain' '--target=none' '--mode=words:none directsync writethrough writeback unsafe default' '--output=words:table json yaml csv')
            positions=('domain' 'none' 'words:none directsync writethrough writeback unsafe default') ;;
        explain)
            flags='--all'
            valued=('--code=words:unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down' '--output=words:table json yaml csv')
            positions=('words:unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down') ;;
        fix)
            flags='--yes'
            valued=('--number=none' '--output=words:table json yaml csv')
            positions=('none') ;;
        migrate-recover)
            flags='--dry-run --yes'
            valued=('--domain=domain' '--on=session' '--output=words:table json yaml csv')
            positions=('domain') ;;
        persist)
            flags=''
            valued=('--domain=domain' '--output=words:table json yaml csv')
            positions=('domain') ;;
        guide)
            flags='--check --dry-run --apply --undo --yes --sudo'
            valued=('--topic=words:shared-storage ssh-keys migration-network locking unsafe-migration' '--domain=domain' '--destination=session' '--on=session' '--server=none' '--export=none' '--pool=none' '--target=none' '--network=none' '--migration-network=none' '--file-lockspace=none' '--lvm-lockspace=none' '--scsi-lockspace=none' '--output=words:table json yaml csv')
            positions=('words:shared-storage ssh-keys migration-network locking unsafe-migration' 'domain' 'session') ;;
        pool-check)
            flags=''
            valued=('--pool=pool' '--on=session' '--output=words:table json yaml csv')
            positions=('pool') ;;
        evacuate)
            flags='--offline-too --dry-run --return --resume --yes'
            valued=('--session=session' '--to=session' '--jobs=none' '--include=none' '--exclude=none' '--retry=none' '--output=words:table json yaml csv')
            positions=('session') ;;
        lock-disable)
            flags='--yes --sudo'
            valued=('--on=session' '--output=words:table json yaml csv')
            positions=() ;;
        lock-enable)
            flags='--check --dry-run --apply --undo --yes --sudo'
            valued=('--manager=words:lockd' '--file-lockspace=none' '--lvm-lockspace=none' '--scsi-lockspace=none' '--on=session' '--output=words:table json yaml csv')
            positions=() ;;
        lock-holder)
            flags='--sudo'
            valued=('--what=domain' '--on=session' '--output=words:table json yaml csv')
            positions=('domain') ;;
        lock-status)
            flags='--sudo'
            valued=('--on=session' '--output=words:table json yaml csv')
            positions=() ;;
        lock-test)
            flags='--sudo'
            valued=('--domain=domain' '--running-on=session' '--refused-by=session' '--output=words:table json yaml csv')
            positions=('domain' 'session' 'session') ;;
        expect-error)
            flags=''
            valued=('--code=words:unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down' '--statement=none' '--output=words:table json yaml csv')
            positions=('words:unsafe unsafe-storage unsafe-cache storage-missing backing-missing medium-missing folder-missing pool-missing pool-inactive volume-missing copy-needs-pool copy-needs-overlay copy-size network-missing network-inactive bridge-missing cpu-incompatible machine-missing emulator-missing memory-short graphics-address graphics-port listen-address xml-differs not-running has-snapshots block-job transient-disk disk-format device-stays autodestroy migrate-options already-active name-taken uuid-taken same-host host-is-localhost migration-name-unknown migration-port-blocked migration-port-refused p2p-unreachable p2p-ssh-refused p2p-ssh-host-unknown tls-required tls-certificate-missing tls-other-name job-running job-lock cancelled postcopy-failed postcopy-watched postcopy-nothing postcopy-no-abort postcopy-not-allowed recovery source-lost target-lost target-qemu-ended guest-crashed guest-stopped lock-busy image-lock lock-daemon-down lockspace-unknown name-unknown port-refused port-blocked ssh-refused ssh-host-unknown tls-file-missing tls-refused daemon-down' 'none') ;;
        history)
            flags=''
            valued=('--last=none' '--save=file' '--output=words:table json yaml csv')
            positions=('none') ;;
        journal)
            flags=''
            valued=('--action=words:show' '--id=none' '--output=words:table json yaml csv')
            positions=('words:show' 'none') ;;
        journals)
            flags=''
            valued=('--output=words:table json yaml csv')
            positions=() ;;
        record)
            flags='--stop'
            valued=('--file=file' '--output=words:table json yaml csv')
            positions=('file') ;;
        run)
            flags='--dry-run --keep-going --yes --resume --redo --skip'
            valued=('--file=file' '--jobs=none' '--timeout=none' '--map=none' '--report=file' '--set=none' '--output=words:table json yaml csv')
            positions=('file' 'none') ;;
    esac
}

_vmsh() {
    local line=${COMP_LINE:0:COMP_POINT} words current previous='' command='' index=1 position=0 option flags valued positions
    local -a _vmsh_run=("${COMP_WORDS[0]}" -q)
    COMPREPLY=()
    read -ra words <<<"$line"
    [[ $line == *[[:space:]] ]] && words+=('')
    current=${words[-1]}
    while ((index < ${#words[@]} - 1)); do
        option=${words[index]}
        case $option in
            -c | --connect) _vmsh_run+=(-c "${words[index + 1]}") && ((index += 2)) ;;
            -d | -e | -k | -K | -l | --debug | --escape | --keepalive-interval | --keepalive-count | --log | --output | --color) ((index += 2)) ;;
            -*) ((index += 1)) ;;
            *) command=$option && break ;;
        esac
    done
    if [[ -z $command ]]; then
        if [[ $current == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W '-c -d -e -h -k -K -l -q -r -t -v -V --connect --debug --escape --help --keepalive-interval --keepalive-count --log --quiet --readonly --timing --version --output --color' -- "$current")
        else
            mapfile -t COMPREPLY < <(compgen -W "$_vmsh_commands" -- "$current")
        fi
        return
    fi
    _vmsh_table "$command"
    for ((index += 1; index < ${#words[@]} - 1; index++)); do
        previous=${words[index]}
        case $previous in
            --*=*) previous='' ;;
            --*)
                for option in "${valued[@]}"; do
                    [[ ${option%%=*} == "$previous" ]] && ((index + 1 < ${#words[@]} - 1)) && ((index += 1)) && previous='' && break
                done
                ;;
            *) ((position += 1)) && previous='' ;;
        esac
    done
    for option in "${valued[@]}"; do
        if [[ $current == "${option%%=*}="* ]]; then
            _vmsh_values "${option#*=}" "${current#*=}"
            return
        elif [[ $previous == "${option%%=*}" ]]; then
            _vmsh_values "${option#*=}" "$current"
            return
        fi
    done
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$flags ${valued[*]%%=*}" -- "$current")
    elif ((position < ${#positions[@]})); then
        _vmsh_values "${positions[position]}" "$current"
    fi
}

_vmsh_commands='autostart create define destroy domid domjobabort domjobinfo domname domuuid dumpxml migrate-check migrate migrate-compcache migrate-getmaxdowntime migrate-getspeed migrate-postcopy migrate-setmaxdowntime migrate-setspeed migrate-watch migrations resume shutdown start suspend undefine domblklist dominfo domstate domstats list capabilities hostname nodeinfo uri version net-autostart net-define net-destroy net-dumpxml net-info net-list net-start snapshot-create-as snapshot-delete snapshot-list find-storage-pool-sources-as find-storage-pool-sources pool-autostart pool-build pool-create-as pool-create pool-define-as pool-define pool-delete pool-destroy pool-dumpxml pool-edit pool-info pool-list pool-name pool-refresh pool-start pool-undefine pool-uuid pool-event pool-capabilities vol-create-as vol-delete vol-info vol-list vol-path cd echo exit help pwd quit connect sessions use disconnect on cold-restart disk-cache explain fix migrate-recover persist guide pool-check evacuate lock-disable lock-enable lock-holder lock-status lock-test expect-error history journal journals record run'
complete -F _vmsh vmsh
