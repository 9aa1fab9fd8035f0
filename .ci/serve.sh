# Builds what `trunkline serve` needs besides the command line. Read by ./trunkline; not run by itself.
server="$root/artifacts/bin/Trunkline.Server/release/trunkline-server.dll"
server_stamp="$root/artifacts/server.built"
pages="$root/web/dist/index.html"
pages_state="$root/web/.build-state"

build_server() {
  if [ -f "$server" ] && [ -f "$server_stamp" ] && [ -z "$(find "${inputs[@]}" -newer "$server_stamp" -print -quit)" ]; then return; fi
  require_dotnet_sdk
  echo "trunkline: building the server…" >&2
  touch "$server_stamp.begun"
  local log="$root/artifacts/server.build.log"
  if ! (cd "$root" && dotnet build src/Trunkline.Server -c Release -v quiet -nologo -p:RestoreLockedMode=true </dev/null >"$log" 2>&1); then
    { grep ': error ' "$log" || cat "$log"; } | sort -u >&2
    echo "trunkline: building the server failed; what it said is above." >&2
    exit 70
  fi
  mv "$server_stamp.begun" "$server_stamp"
}

pages_are_current() {
  [ -f "$pages" ] && [ -z "$(find "$root/web" -path "$root/web/node_modules" -prune -o -path "$root/web/dist" -prune -o -type f -newer "$pages" ! -name .build-state -print -quit)" ]
}

# The pages are built beside the server, which answers meanwhile and says how far they are.
build_pages() {
  if [ ! -f "$root/web/package.json" ] || pages_are_current; then return; fi
  if ! command -v npm >/dev/null 2>&1; then
    echo "no-node" >"$pages_state"
    echo "trunkline: the pages need Node.js 20 or newer to be built, and there is no npm on this machine; the API works without. Install it with: sudo apt-get install -y nodejs npm" >&2
    return
  fi
  echo "trunkline: building the pages beside the server…" >&2
  echo "building" >"$pages_state"
  (
    cd "$root/web" || exit
    log="$root/artifacts/web.build.log"
    if { [ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --no-audit --no-fund; } >"$log" 2>&1 && npm run build >>"$log" 2>&1; then
      rm -f "$pages_state"
    else
      { echo "failed"; tail -n 30 "$log"; } >"$pages_state"
    fi
  ) </dev/null >/dev/null 2>&1 &
}
