#!/bin/sh
# Starts 绩衡 from where this folder lies, such as a stick; nothing is installed.
#   sh start.sh [PROJECT]      open the window, or any command of the program
#   sh start.sh --register     let this account's desktop open .jiheng files with this folder's program
#   sh start.sh --unregister   take that back
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
program="$here/program/jiheng"
version="@VERSION@"
id=cn.jiheng.Jiheng
data="${XDG_DATA_HOME:-$HOME/.local/share}"

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications" || true; fi
}

register() {
    mkdir -p "$data/applications" "$data/mime/packages"
    # Quotes only where they are needed: xdg-open without a desktop does not understand them.
    case "$here" in
    *[!A-Za-z0-9/._-]*) script="\"$here/start.sh\"" ;;
    *) script="$here/start.sh" ;;
    esac
    script=$(printf %s "$script" | sed 's/[&|\\]/\\&/g')
    sed "s|^Exec=.*|Exec=sh $script %f|" "$here/share/applications/$id.desktop" >"$data/applications/$id.desktop"
    cp "$here/share/mime/packages/$id.xml" "$data/mime/packages/"
    for size in "$here"/share/icons/hicolor/*; do
        for kind in apps mimetypes; do
            target="$data/icons/hicolor/$(basename "$size")/$kind"
            mkdir -p "$target"
            cp "$size/$kind/"*.png "$target/"
        done
    done
    refresh
    echo "已登记：双击 .jiheng 文件会用“$here”里的绩衡打开。"
}

unregister() {
    rm -f "$data/applications/$id.desktop" "$data/mime/packages/$id.xml"
    rm -f "$data"/icons/hicolor/*/apps/jiheng.png "$data"/icons/hicolor/*/mimetypes/application-x-jiheng.png
    rm -rf "${XDG_CACHE_HOME:-$HOME/.cache}"/jiheng-program-*
    refresh
    echo "已取消登记。项目文件没有改动。"
}

# Sticks with FAT are often mounted so that nothing on them may run: then it runs from a copy.
runnable() {
    if "$program" --version >/dev/null 2>&1; then return; fi
    copy="${XDG_CACHE_HOME:-$HOME/.cache}/jiheng-program-$version"
    if ! "$copy/jiheng" --version >/dev/null 2>&1; then
        echo "这个位置不允许运行程序，正在复制到“$copy”（约 200 MB，只需一次）…" >&2
        rm -rf "$copy"
        mkdir -p "$(dirname "$copy")"
        cp -r "$here/program" "$copy"
        chmod u+x "$copy/jiheng"
    fi
    program="$copy/jiheng"
}

case "${1:-}" in
--register) register; exit ;;
--unregister) unregister; exit ;;
esac
runnable
if [ -w "$here" ]; then
    JIHENG_SETTINGS="${JIHENG_SETTINGS:-$here/settings.json}"
    export JIHENG_SETTINGS
fi
exec "$program" "$@"
