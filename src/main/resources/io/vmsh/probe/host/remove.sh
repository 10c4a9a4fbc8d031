# remove.sh FILE DIGEST
set -u
[ -e "$1" ] || exit 0
[ -w "$(dirname -- "$1")" ] && [ -r "$1" ] || { echo "permission denied" >&2; exit 45; }
[ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$2" ] || { echo "somebody has changed it meanwhile" >&2; exit 46; }
rm -f -- "$1" || exit 1
sync -- "$(dirname -- "$1")"
