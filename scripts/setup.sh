#!/usr/bin/env bash
# Makes .venv with the locked packages and adds missing system packages. Quick when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
stamp=.venv/.installed
wanted=$(cat requirements/*.txt pyproject.toml scripts/setup.sh | sha256sum | cut -d' ' -f1)

packages=(chromium fonts-noto-cjk fonts-lxgw-wenkai fonts-liberation poppler-utils)

add_system_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing=() package
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || { echo "Not installed, ask an administrator: ${missing[*]}" >&2; return 0; }
        as=(sudo -n)
    fi
    "${as[@]}" apt-get update -qq
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

make_environment() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --require-hashes -r requirements/base.txt -r requirements/dev.txt
    .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
}

if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    add_system_packages
    make_environment
    echo "$wanted" >"$stamp"
fi
