# Finds the .NET SDK. Read by ./trunkline, ./check and .ci/run; not run by itself.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build nodes that outlive the build would keep a pipe open and make `./check | tee log` wait for them.
export MSBUILDDISABLENODEREUSE=1
: "${DOTNET_CLI_HOME:=${HOME:-/tmp}}"
export DOTNET_CLI_HOME

if ! command -v dotnet >/dev/null 2>&1; then
  for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
      PATH="$folder:$PATH"
      break
    fi
  done
fi

say_how_to_install_dotnet() {
  cat >&2 <<'TEXT'
Install it with one of
  sudo apt-get install -y dotnet-sdk-10.0                                            (Debian, Ubuntu; Microsoft's package feed where the distribution has none)
  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0          (Linux and macOS, without root)
  winget install Microsoft.DotNet.SDK.10                                              (Windows)
and run this again.
TEXT
}

require_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1; then
    echo "Trunkline needs the .NET 10 SDK, and there is no 'dotnet' on this machine." >&2
    say_how_to_install_dotnet
    exit 69
  fi
}

require_dotnet_sdk() {
  require_dotnet
  if ! (cd / && dotnet --list-sdks) | grep -q '^1[0-9]\.'; then
    echo "Trunkline needs the .NET 10 SDK; this machine has: $( (cd / && dotnet --list-sdks) | cut -d' ' -f1 | paste -sd' ' - || true)" >&2
    say_how_to_install_dotnet
    exit 69
  fi
}
