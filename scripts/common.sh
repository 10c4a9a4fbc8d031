# Shared by the scripts beside it, which set $root first. Sourced at every start: nothing here may start a
# process except is_built's look for changed sources.

app=$root/target/app

# Sets $libvirt to the client library's file.
find_libvirt() {
    for libvirt in /usr/lib/*-linux-gnu*/libvirt.so.0 /usr/lib64/libvirt.so.0 /usr/lib/libvirt.so.0 \
        /usr/local/lib/*-linux-gnu*/libvirt.so.0 /usr/local/lib64/libvirt.so.0 /usr/local/lib/libvirt.so.0; do
        [ ! -e "$libvirt" ] || return 0
    done
    libvirt=
    return 1
}

# Sets $image and $runtime to the names of what was built last.
find_image() {
    { read -r image runtime <"$app/current"; } 2>/dev/null
}

# Whether the last build is there and no source is newer. A deleted file shows in its folder's date.
is_built() {
    find_image && [ -z "$(find "$root/src/main" "$root/src/build" "$root/pom.xml" "$root/scripts/image" -newer "$app/stamp" -print -quit 2>&1)" ]
}

# Whether the image was made before libvirt was installed, and so starts more slowly than it could.
is_untrained() {
    [ -e "$app/$image/needs-libvirt-for-training" ]
}
