#!/bin/sh
# Installs the Debian packages named that are missing; does nothing, and needs no rights, where none is.
set -eu
missing=
for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo
$as_root apt-get -q -o DPkg::Lock::Timeout=300 update
# shellcheck disable=SC2086 # the list is meant to be split
DEBIAN_FRONTEND=noninteractive $as_root apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install $missing
