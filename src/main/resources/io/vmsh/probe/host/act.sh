# act.sh NAME start|stop|restart|reload|enable|disable
if [ "$(id -u)" != 0 ]; then
    echo "permission denied" >&2
    exit 45
fi
if [ -d /run/systemd/system ]; then
    exec systemctl "$2" -- "$1" </dev/null
fi
[ -x "/etc/init.d/$1" ] || { echo "this host has neither systemd nor a script /etc/init.d/$1" >&2; exit 1; }
case $2 in
    enable | disable)
        command -v update-rc.d >/dev/null ||
            { echo "this host has no systemd, and no update-rc.d: see that /etc/init.d/$1 runs at boot" >&2; exit 1; }
        # Links are only made where there are none yet.
        [ "$2" = disable ] || update-rc.d "$1" defaults
        exec update-rc.d "$1" "$2"
        ;;
    # What a script leaves running must not hold the connection open.
    *) said=$(mktemp) || exit 1
       service "$1" "$2" </dev/null >"$said" 2>&1
       code=$?
       [ $code = 0 ] || tail -n 3 "$said" >&2
       rm -f "$said"
       [ $code = 0 ] || exit 1 ;;
esac
