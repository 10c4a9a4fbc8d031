# replace.sh FILE DIGEST-BEFORE DIGEST-AFTER keep|drop: puts standard input in the place of the file.
set -u
fail() { echo "$2" >&2; exit "$1"; }
digest() { sha256sum <"$1" | cut -d' ' -f1; }

file=$(readlink -f -- "$1") || fail 1 "no such folder"
folder=$(dirname -- "$file")
[ -d "$folder" ] || fail 1 "no such folder"
[ -w "$folder" ] || fail 45 "permission denied"
now=absent
if [ -e "$file" ]; then
    [ -f "$file" ] || fail 1 "it is no plain file"
    [ -r "$file" ] || fail 45 "permission denied"
    now=$(digest "$file")
fi
[ "$now" = "$2" ] || fail 46 "somebody has changed it meanwhile"

umask 077
new=$(mktemp -- "$folder/.vmsh-XXXXXXXX") || exit 1
trap 'rm -f -- "$new"' EXIT
trap 'exit 1' HUP INT TERM
cat >"$new" || exit 1
# A connection that breaks looks like the end of the input.
[ "$(digest "$new")" = "$3" ] || fail 1 "its new text did not arrive whole"

if [ "$now" = absent ]; then
    chmod 644 -- "$new" || exit 1
else
    # Mode, owner, access lists, security context; the time is that of the change.
    cp --attributes-only --preserve=all -- "$file" "$new" || exit 1
    [ "$(stat -c '%u:%g:%a' -- "$file")" = "$(stat -c '%u:%g:%a' -- "$new")" ] || fail 45 "only its owner can replace it"
    touch -- "$new" || exit 1
    if [ "$4" = keep ]; then
        kept=$file.vmsh-$(date +%Y%m%d-%H%M%S)
        while [ -e "$kept" ]; do
            sleep 1
            kept=$file.vmsh-$(date +%Y%m%d-%H%M%S)
        done
        cp --preserve=all -- "$file" "$kept" || exit 1
        sync -- "$kept"
        echo "kept $kept"
    fi
fi
sync -- "$new" || exit 1
mv -f -- "$new" "$file" || exit 1
sync -- "$folder"
# A new file has the context of its folder's temporary ones.
if [ "$now" = absent ] && command -v restorecon >/dev/null 2>&1; then restorecon -- "$file" >&2 || :; fi
exit 0
