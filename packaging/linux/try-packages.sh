#!/bin/sh
# Tries the packages of dist/ on a bare Debian, as root: sh packaging/linux/try-packages.sh [SUITE]
#
# Makes a minimal system with debootstrap in a folder of its own, installs only the .deb and what it pulls in,
# lets the installed program try itself, starts it under Xvfb, opens a project through its file type, updates
# an older version, removes it; then the same with the archive for sticks, as a plain account. Stops at the
# first thing that is not as it has to be. JIHENG_ROOT names a minimal system to use instead of making one.
set -eu
suite="${1:-bookworm}"
dist=$(CDPATH= cd -- "$(dirname -- "$0")/../../dist" && pwd)
root="${JIHENG_ROOT:-$(mktemp -d)/system}"
[ -d "$root" ] || debootstrap --variant=minbase "$suite" "$root"

inside() { chroot "$root" env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
clerk() { inside su clerk -s /bin/sh -c "cd; $1"; }
say() { printf '\n== %s\n' "$*"; }

mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount --lazy "$root/proc" "$root/dev"' EXIT
cp /etc/resolv.conf "$root/etc/resolv.conf"
rm -rf "$root/tmp/dist" && cp -r "$dist" "$root/tmp/dist"
inside id clerk >/dev/null 2>&1 || inside useradd --create-home clerk

say "the package, and only what it pulls in"
inside apt-get update -q
inside sh -c 'apt-get install -y --no-install-recommends /tmp/dist/*.deb' | grep -E "newly installed|additional|jiheng"
clerk "jiheng --version && jiheng self-test"

say "tools for trying: a display, and what desktops use to open files"
inside apt-get install -y -q --no-install-recommends xvfb xauth xdg-utils x11-utils procps libfile-mimeinfo-perl xz-utils >/dev/null
cat >"$root/usr/local/bin/opens" <<'END'
#!/bin/sh
# Opens a project the way a desktop does and waits for a window with its title.
xdg-open "$1" &
for _ in $(seq 60); do
    if xwininfo -root -tree | grep -q "$2"; then pkill -u clerk jiheng; exit 0; fi
    sleep 0.5
done
echo "no window with $2 in its title"
xwininfo -root -tree
exit 1
END
chmod 755 "$root/usr/local/bin/opens"
opened() {
    clerk "test \"\$(xdg-mime query filetype sample.jiheng)\" = application/x-jiheng"
    clerk "test \"\$(xdg-mime query default application/x-jiheng)\" = cn.jiheng.Jiheng.desktop"
    clerk "xvfb-run -a -s '-screen 0 1366x768x24' opens sample.jiheng '绩衡 –'"
}

say "a window, and a project opened through its file type"
clerk "rm -rf .config .local .cache sample.jiheng && jiheng new sample.jiheng --sample"
clerk "xvfb-run -a -s '-screen 0 1366x768x24' jiheng first-paint sample.jiheng"
opened
clerk "ls .config/jiheng/settings.json"

say "an update over an older version"
inside sh -ec 'cd /tmp && rm -rf old && dpkg-deb -R dist/*.deb old && cd old
    sed -i "s/^Version: .*/Version: 0.0.1/" DEBIAN/control && touch opt/jiheng/lib/left-over.txt
    dpkg-deb -Znone --root-owner-group -b . ../old.deb && cd .. && rm -rf old
    dpkg -i --force-downgrade old.deb && test -e /opt/jiheng/lib/left-over.txt && rm old.deb' >/dev/null 2>&1
before=$(clerk "sha256sum sample.jiheng .config/jiheng/settings.json")
inside sh -c 'apt-get install -y --no-install-recommends /tmp/dist/*.deb' >/dev/null
test ! -e "$root/opt/jiheng/lib/left-over.txt"
test "$before" = "$(clerk "sha256sum sample.jiheng .config/jiheng/settings.json")"
clerk "jiheng verify sample.jiheng"

say "removed: nothing but the person's data is left"
inside apt-get purge -y jiheng >/dev/null
left=$(cd "$root" && find . -xdev -iname '*jiheng*' ! -path './tmp/*' ! -path './home/*' ! -path './proc/*' ! -path './dev/*')
test -z "$left" || { echo "$left"; exit 1; }
! grep -rqs jiheng "$root/usr/share/applications" "$root/usr/share/mime"
clerk "ls sample.jiheng .config/jiheng/settings.json"

say "the archive for sticks, as a plain account"
clerk "rm -rf stick .local .config && mkdir stick && tar -xf /tmp/dist/*-linux-*.tar.xz -C stick --strip-components=1"
clerk "sh stick/start.sh --version && sh stick/start.sh self-test && sh stick/start.sh verify sample.jiheng"
clerk "sh stick/start.sh --register"
opened
clerk "ls stick/settings.json && test ! -e .config/jiheng"
clerk "chmod a-x stick/program/jiheng && sh stick/start.sh --version && ls -d .cache/jiheng-program-*"
clerk "sh stick/start.sh --unregister && rm -rf stick"
left=$(cd "$root/home/clerk" && find . -iname '*jiheng*' ! -name sample.jiheng ! -path './.cache/jiheng*')
test -z "$left" || { echo "$left"; exit 1; }
clerk "ls .cache; ls sample.jiheng"
say "all is as it has to be"
