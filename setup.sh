#!/usr/bin/env bash
# Set up .venv from requirements.lock, and what the system lacks: Pango to lay out pages, Inter to print them in.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf 'set-up: %s\n' "$*"; }
stop() { printf 'set-up stopped: %s\nType this line, then run make again:\n  %s\n' "$1" "$2" >&2; exit 1; }

find_python() {
  for name in python3.11 python3.12 python3; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))'; then
      command -v "$name"; return
    fi
  done
}

install_with_apt() {
  local install="apt-get update && apt-get install --yes --no-install-recommends $*" log as_root
  command -v apt-get >/dev/null || stop "this system lacks $*, and has no apt-get" "install: $*"
  if [ "$(id -u)" -eq 0 ]; then as_root=(); elif sudo -n true 2>/dev/null; then as_root=(sudo -n); else
    stop "this system lacks $*" "sudo sh -c '$install'"
  fi
  say "installing $*"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  "${as_root[@]}" sh -c "$install" >"$log" 2>&1 || {
    tail -5 "$log" >&2; stop "apt-get could not install $*" "sudo sh -c '$install'"; }
}

missing=()
libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
have_library() { [[ $libraries == *"$1"* ]]; }

if [ "${1:-}" = browser ]; then  # what tests look at pages with: a council that only prints reports needs none
  command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium)
  have_library libatomic.so.1 || missing+=(libatomic1)  # playwright's own node, which drives it, wants this
  [ ${#missing[@]} -eq 0 ] || install_with_apt "${missing[@]}"
  exit
fi

have_library libpango-1.0.so.0 || missing+=(libpango-1.0-0)
have_library libpangoft2-1.0.so.0 || missing+=(libpangoft2-1.0-0)
have_library libharfbuzz-subset.so.0 || missing+=(libharfbuzz-subset0)
[ -f /usr/share/fonts/opentype/inter/Inter-Regular.otf ] || missing+=(fonts-inter)
python=$(find_python)
if [ -z "$python" ]; then missing+=(python3 python3-venv); elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then missing+=(python3-venv); fi

if [ ${#missing[@]} -gt 0 ]; then
  install_with_apt "${missing[@]}"
  python=$(find_python)
fi

[ -x .venv/bin/python ] || { say "making .venv with $("$python" --version)"; "$python" -m venv .venv; }
say "installing what requirements.lock pins"
# An old pip refuses a hashed lock that has extras, so the environment's own pip is brought up first.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25' 'uv>=0.8'
.venv/bin/uv pip install --quiet --compile-bytecode --python .venv/bin/python --require-hashes --requirement requirements.lock
.venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
.venv/bin/python -c 'from tasks.print_pack.typeface import check_installed; check_installed()'
say "preparing Prefect's empty database, so that no month waits for it"
.venv/bin/python -m flows.prepared_database
say "ready"
