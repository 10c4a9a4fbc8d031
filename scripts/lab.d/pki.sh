# Certificates: one authority for the lab, one certificate for each machine, good for serving and for asking.
# Sourced by scripts/lab.
# shellcheck shell=bash

# pki_certificate NAME EXTENSION…: makes LAB/pki/NAME.pem and its key, signed by the authority unless it is that itself.
pki_certificate() {
    local name=$1 signer=()
    shift
    [[ $name == authority ]] || signer=(-CA "$LAB/pki/authority.pem" -CAkey "$LAB/pki/authority.key")
    {
        printf '[req]\ndistinguished_name=who\nx509_extensions=extensions\nprompt=no\n[who]\nCN=%s\n[extensions]\n' "$name"
        printf '%s\n' "$@"
    } | openssl req -x509 "${signer[@]}" -config /dev/stdin -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -days 3650 -keyout "$LAB/pki/$name.key" -out "$LAB/pki/$name.pem" 2>/dev/null ||
        fail "openssl cannot make a certificate for $name"
}

pki_authority() {
    mkdir -p "$LAB/pki"
    [[ -s $LAB/pki/authority.pem ]] ||
        pki_certificate authority basicConstraints=critical,CA:TRUE keyUsage=critical,keyCertSign
}

# pki_machine NAME ADDRESS ETC: makes the machine's certificate and lays it where libvirt and QEMU look for it.
pki_machine() {
    local name=$1 etc=$3 certificate=$LAB/pki/$1.pem key=$LAB/pki/$1.key
    pki_certificate "$name" basicConstraints=critical,CA:FALSE keyUsage=critical,digitalSignature,keyEncipherment \
        extendedKeyUsage=serverAuth,clientAuth "subjectAltName=DNS:$name,IP:$2"
    mkdir -p "$etc"/pki/{CA,libvirt/private,qemu}
    cp "$LAB/pki/authority.pem" "$etc/pki/CA/cacert.pem"
    cp "$LAB/pki/authority.pem" "$etc/pki/qemu/ca-cert.pem"
    local role
    for role in server client; do
        cp "$certificate" "$etc/pki/libvirt/${role}cert.pem"
        cp "$key" "$etc/pki/libvirt/private/${role}key.pem"
        cp "$certificate" "$etc/pki/qemu/$role-cert.pem"
        cp "$key" "$etc/pki/qemu/$role-key.pem"
    done
}
