#!/usr/bin/env bash
# Builds sidestil_VERSION_ARCH.deb with nothing but cargo and dpkg-deb; prints its path.
#   packaging/deb.sh [OUTPUT FOLDER]      builds the release program first
#   BINARY=FILE packaging/deb.sh FOLDER   packs a program that is built already
set -euo pipefail
cd "$(dirname "$0")/.."

version="$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)"
arch="$(dpkg --print-architecture)"
out="${1:-${CARGO_TARGET_DIR:-target}/debian}"
binary="${BINARY:-}"
if [ -z "$binary" ]; then
    cargo build --release --locked >&2
    binary="${CARGO_TARGET_DIR:-target}/release/sidestil"
fi
root="$(mktemp -d)"
chmod 755 "$root"
trap 'rm -rf "$root"' EXIT
doc="$root/usr/share/doc/sidestil"

put() { install -D -m 644 "$1" "$root/$2"; }
install -D -m 755 "$binary" "$root/usr/bin/sidestil"
if command -v strip >/dev/null; then strip "$root/usr/bin/sidestil"; fi
put packaging/sidestil.desktop usr/share/applications/sidestil.desktop
put packaging/sidestil.svg usr/share/icons/hicolor/scalable/apps/sidestil.svg
put packaging/sidestil.png usr/share/icons/hicolor/256x256/apps/sidestil.png
put packaging/sidestil.xml usr/share/mime/packages/sidestil.xml
for page in README.md NOTICES.md CHANGELOG.md LICENSE-MIT; do put "$page" "usr/share/doc/sidestil/$page"; done

# The licences of all crates in the program: a list, and the texts that came with them.
crates="$(cargo tree --locked --edges normal --prefix none --format '{p}|{l}' | sed 's/ (\*)$//' | sort -u)"
printf '%s\n' "$crates" | sed -E 's/ \(.*\)\|/|/; s/\|/: /' >"$doc/crates.txt"
sources="${CARGO_HOME:-$HOME/.cargo}/registry/src"
printf '%s\n' "$crates" | while IFS='|' read -r crate _; do
    name="$(sed -E 's/^([^ ]+) v([^ ]+).*/\1-\2/' <<<"$crate")"
    for text in "$sources"/*/"$name"/{LICEN,COPYING,NOTICE}*; do
        if [ -f "$text" ]; then printf '\n==== %s: %s\n\n' "$name" "$(basename "$text")"; cat "$text"; fi
    done
done | gzip -9n >"$doc/licences-of-crates.txt.gz"

cat >"$doc/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: sidestil

Files: *
Copyright: The Sidestil authors
License: MIT or Apache-2.0
 The MIT text stands in LICENSE-MIT beside this file, the Apache text in
 /usr/share/common-licenses/Apache-2.0. Fonts, colour profiles and crates
 keep their own licences: see NOTICES.md, crates.txt and
 licences-of-crates.txt.gz beside this file.
END

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<END
Package: sidestil
Version: $version
Architecture: $arch
Maintainer: The Sidestil authors <sidestil@localhost>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Section: misc
Priority: optional
Depends: libc6 (>= 2.35), libgcc-s1, libx11-6, libx11-xcb1, libxcursor1, libxi6, libxrender1, libxkbcommon0,
 libxkbcommon-x11-0, libgl1 | libegl1
Recommends: libgl1-mesa-dri, libegl1, libwayland-client0, libwayland-egl1, xdg-desktop-portal | zenity, libdbus-1-3
Description: appeal and caseload figures of Danish municipal minutes, side by side
 Opens the minutes of Danish municipal committees, extracts appeal-outcome and
 caseload figures, checks them and charts municipalities side by side. A click
 on a bar shows the sentence that the figure was read from. No network.
END
mkdir -p "$out"
package="$out/sidestil_${version}_$arch.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >&2
printf '%s\n' "$package"
