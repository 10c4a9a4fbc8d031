# service.sh NAME: what starts services here, then those of `installed`, `running`, `enabled` that hold.
if [ -d /run/systemd/system ]; then
    echo systemd
    [ "$(systemctl show --property=LoadState --value -- "$1")" = loaded ] && echo installed
    systemctl --quiet is-active -- "$1" && echo running
    systemctl --quiet is-enabled -- "$1" 2>/dev/null && echo enabled
elif command -v service >/dev/null && [ -d /etc/init.d ]; then
    echo scripts
    if [ -x "/etc/init.d/$1" ]; then
        echo installed
        service "$1" status >/dev/null 2>&1 </dev/null && echo running
        for link in /etc/rc[2345].d/S[0-9][0-9]"$1"; do
            [ ! -e "$link" ] || { echo enabled; break; }
        done
    fi
fi
exit 0
