#!/bin/sh
# Certificates of the three servers, signed by an authority of this site alone, whose key is destroyed when they are made: nobody can make
# another one that Faultline trusts. Runs once, as the service `certificates` of compose.yaml; by hand: make-certificates.sh FOLDER
# [NAME…], for servers of these names. Does nothing where the folder has its authority already.
set -eu
umask 077

folder=${1:?name the folder for the certificates}
shift
[ "$#" -gt 0 ] || set -- postgres neo4j elasticsearch
# Ten years: who renews makes all anew (docs/operations.md), since the key of the authority is gone.
days=3650

if [ -s "$folder/ca.crt" ]; then
  echo "$folder has certificates already, valid until:"
  openssl x509 -in "$folder/ca.crt" -noout -enddate
  exit 0
fi

# The accounts that the servers run as in their containers.
owner_of() {
  case $1 in
    postgres) echo 999:999 ;;
    neo4j) echo 7474:7474 ;;
    elasticsearch) echo 1000:0 ;;
    *) echo '' ;;
  esac
}

new_key() {
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"
new_key "$work/ca.key"
openssl req -x509 -new -key "$work/ca.key" -sha256 -days "$days" -subj '/O=Faultline/CN=Authority of the stores' \
  -addext 'keyUsage=critical,keyCertSign' -out "$work/ca.crt"
for name in "$@"; do
  mkdir -p "$folder/$name/trusted" "$folder/$name/revoked"
  new_key "$folder/$name/server.key"
  openssl req -new -key "$folder/$name/server.key" -subj "/O=Faultline/CN=$name" -out "$work/server.csr"
  # By the name that Faultline calls, and by those that a look at its health from within the container uses.
  cat > "$work/extensions" <<END
subjectAltName=DNS:$name,DNS:localhost,IP:127.0.0.1
extendedKeyUsage=serverAuth
keyUsage=critical,digitalSignature
basicConstraints=critical,CA:FALSE
END
  openssl x509 -req -in "$work/server.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -CAcreateserial -sha256 -days "$days" \
    -extfile "$work/extensions" -out "$folder/$name/server.crt"
  owner=$(owner_of "$name")
  # Only root may give files away; by hand, the key is yours to hand over.
  if [ "$(id -u)" = 0 ] && [ -n "$owner" ]; then chown -R "$owner" "$folder/$name"; fi
  chmod 0755 "$folder/$name" "$folder/$name/trusted" "$folder/$name/revoked"
  chmod 0444 "$folder/$name/server.crt"
  chmod 0400 "$folder/$name/server.key"
done
chmod 0755 "$folder"
# Last, since it is what says that all of them are there.
cp "$work/ca.crt" "$folder/ca.crt.new"
chmod 0444 "$folder/ca.crt.new"
mv "$folder/ca.crt.new" "$folder/ca.crt"
echo "made certificates of $* in $folder"
