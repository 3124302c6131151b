#!/bin/sh
# Makes the packages on an older base, so that they run where Debian 12's C library is not yet there:
#   sh packaging/old_base.sh [FOLDER]         as root; needs debootstrap
#
# In FOLDER (a new temporary one by default) a minimal Debian 11 is made, Python 3.11 is built in it from
# Debian 12's source package, and `dev.py package` is run there. What it makes is copied to dist/. A bundle made
# so asks for glibc 2.30 (Kylin V10 SP1 has 2.31); UOS 20 with 2.28 is not reached. The folder can be used again.
set -eu
project=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
root="${1:-$(mktemp -d)/system}"
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bullseye "$root"

mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount --lazy "$root/proc" "$root/dev"' EXIT
cp /etc/resolv.conf "$root/etc/resolv.conf"

mirror=$(sed -n 's/^deb \([^ ]*\) bullseye.*/\1/p' "$root/etc/apt/sources.list" | head -n 1)
echo "deb-src $mirror bookworm main" >"$root/etc/apt/sources.list.d/bookworm-source.list"
rm -rf "$root/root/jiheng" && mkdir -p "$root/root/jiheng"
(cd "$project" && git ls-files -z --cached --others --exclude-standard | tar -c --null -T - -f -) | tar -x -C "$root/root/jiheng" -f -

cat >"$root/root/make.sh" <<'END'
set -eu
export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 HOME=/root
apt-get update -q
apt-get install -y -q --no-install-recommends build-essential xz-utils dpkg-dev pkg-config git ca-certificates binutils \
    libssl-dev zlib1g-dev libbz2-dev liblzma-dev libffi-dev libexpat1-dev uuid-dev
if [ ! -x /opt/python3.11/bin/python3.11 ]; then
    mkdir -p /root/source && cd /root/source
    apt-get source -q --download-only python3.11
    tar -xf python3.11_*.orig.tar.[gx]z
    cd Python-3.11*/
    ./configure --quiet --prefix=/opt/python3.11 --enable-shared LDFLAGS=-Wl,-rpath,/opt/python3.11/lib
    make -s -j"$(nproc)" && make -s install
    cp LICENSE /opt/python3.11/lib/python3.11/LICENSE.txt
    cd / && rm -rf /root/source
fi
cd /root/jiheng && /opt/python3.11/bin/python3.11 dev.py package
END
chroot "$root" sh /root/make.sh
mkdir -p "$project/dist"
cp "$root"/root/jiheng/dist/* "$project/dist/"
