#!/usr/bin/env bash
# Builds code-server, a whole VS Code with extension host, into the folder named (one of the user's cache unless
# given: outlives checkouts and npm ci), and prints where its entry is. Quick where that was done before. Installs
# system packages only as root.
#   tests/e2e/install.sh [FOLDER]
set -euo pipefail

version=4.100.3 # VS Code 1.100, the oldest one the extension promises to run in; runs on Node 20 and newer
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/planlint-e2e/code-server}
entry=$folder/node_modules/code-server/out/node/entry.js
done_mark=$folder/.built-$version-node$(node -p process.versions.modules)

say() { echo "e2e: $*" >&2; }

system_packages() {
  local wanted=()
  command -v rg >/dev/null || wanted+=(ripgrep)
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || wanted+=(chromium)
  # Without a Chinese font every character is drawn as a box.
  [[ -n $(fc-list :lang=zh 2>/dev/null | head -n 1) ]] || wanted+=(fontconfig fonts-noto-cjk)
  [[ -e $done_mark || -e /usr/include/gssapi/gssapi.h ]] || wanted+=(libkrb5-dev)
  ((${#wanted[@]} > 0)) || return 0
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    say "missing system packages: ${wanted[*]}"
    return 1
  fi
  say "installing ${wanted[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # Somebody else may be installing, too.
  apt-get -o DPkg::Lock::Timeout=300 update -qq >&2
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${wanted[@]}" >&2
}

# Install scripts fetch ready-made binaries, which is not possible everywhere: everything is built here instead.
packages() { npm install --ignore-scripts --no-audit --no-fund --loglevel=error "$@" >&2; }

native_modules() {
  local server=$folder/node_modules/code-server npm_root headers module
  npm_root=$(dirname "$(readlink -f "$(command -v npm)")")/..
  headers=$(npm config get nodedir 2>/dev/null || true)
  [[ -n $headers && $headers != undefined && $headers != null ]] || headers=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
  local at=()
  [[ -e $headers/include/node/node.h ]] && at=("--nodedir=$headers")
  for module in node-pty @vscode/spdlog @parcel/watcher native-watchdog; do
    say "building $module"
    (cd "$server/lib/vscode/node_modules/$module" &&
      node "$npm_root/node_modules/node-gyp/bin/node-gyp.js" rebuild "${at[@]}" >build.log 2>&1) ||
      { tail -n 20 "$server/lib/vscode/node_modules/$module/build.log" >&2; return 1; }
  done
  say 'building argon2'
  module=$server/node_modules/argon2
  [[ -d $module ]] || module=$folder/node_modules/argon2
  (cd "$module" && PATH="$npm_root/node_modules/node-gyp/bin:$PATH" \
    npm_config_node_gyp="$npm_root/node_modules/node-gyp/bin/node-gyp.js" \
    npx --no-install node-pre-gyp rebuild --build-from-source "${at[@]}" >build.log 2>&1) ||
    { tail -n 20 "$module/build.log" >&2; return 1; }
}

code_server() {
  local vscode=$folder/node_modules/code-server/lib/vscode
  say "building code-server $version in $folder (some minutes, once)"
  mkdir -p "$folder"
  [[ -e $folder/package.json ]] || echo '{ "private": true }' >"$folder/package.json"
  (cd "$folder" && packages "code-server@$version")
  (cd "$vscode" && packages --omit=dev)
  (cd "$vscode/extensions" && packages --omit=dev)
  ln -sfn node_modules "$vscode/node_modules.asar"
  native_modules
  mkdir -p "$vscode/node_modules/@vscode/ripgrep/bin"
  ln -sfn "$(command -v rg)" "$vscode/node_modules/@vscode/ripgrep/bin/rg"
  touch "$done_mark"
}

system_packages
[[ -e $done_mark && -e $entry ]] || code_server
XDG_CONFIG_HOME=$folder/config node "$entry" --version >&2
echo "$entry"
