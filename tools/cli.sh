# shellcheck shell=bash disable=SC2034,SC2154
# Finds the Pulumi CLI and its Java language host, or builds both with Go. Sets: cli_dir, the folder that contains them.

choose_cli() {
  export PULUMI_SKIP_UPDATE_CHECK=true
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/ashlar
  local found
  if found=$(type -P pulumi) && fits "$found"; then
    cli_dir=$(dirname "$(readlink -f "$found")")
    return
  fi
  cli_dir=$cache/pulumi-$(pinned_version)-$(tools_key)
  [[ -x $cli_dir/pulumi && -x $cli_dir/pulumi-language-java ]] || build_cli
}

pinned_version() {
  sed -n 's|^.*github.com/pulumi/pulumi/pkg/v3 v\([0-9.]*\).*$|\1|p' "$root/tools/pulumi/go.mod" | head -n 1
}

tools_key() {
  { uname -sm && cat "$root"/tools/pulumi/go.* "$root"/tools/language-java/go.*; } | digest
}

digest() {
  if type -P sha256sum > /dev/null; then
    sha256sum | cut -c 1-16
  else
    shasum -a 256 | cut -c 1-16
  fi
}

# Up to 3.208 the CLI passes `runtime.options` to the language host as flags, which every host reads. Newer versions put
# them into the request, which hosts before 1.19 do not read: they would silently ignore the jar.
fits() {
  local cli host verdict
  cli=$(readlink -f "$1")
  # Plugins on the PATH are ignored, so the host must be in the folder of the CLI, as it is in Pulumi's own bundle.
  host=$(dirname "$cli")/pulumi-language-java
  [[ -x $host ]] || return 1
  verdict=$cache/fits-$({ ls -ln "$cli" "$host"; } | digest)
  if [[ ! -f $verdict ]]; then
    mkdir -p "$cache"
    pair_fits "$cli" "$host" && printf yes > "$verdict.$$" || printf no > "$verdict.$$"
    mv "$verdict.$$" "$verdict"
  fi
  [[ $(< "$verdict") == yes ]]
}

pair_fits() {
  local version host_version
  version=$("$1" version 2> /dev/null) || return 1
  version=${version#v}
  [[ $version == [0-9]* ]] || return 1
  at_least "$version" 3.209 || return 0
  host_version=$(grep -a -o -m 1 'pulumi-java/pkg/version.Version=v*[0-9.]*' "$2" | sed 's/^.*=v*//' | head -n 1 || true)
  if [[ -n $host_version ]]; then
    at_least "$host_version" 1.19
  else
    # The bundle includes host 1.20 or newer well before this version.
    at_least "$version" 3.220
  fi
}

# at_least VERSION MINIMUM: compares major and minor number.
at_least() {
  local major=${1%%.*} rest=${1#*.}
  local minor=${rest%%[!0-9]*}
  ((major > ${2%%.*} || (major == ${2%%.*} && ${minor:-0} >= ${2#*.})))
}

build_cli() {
  require_go
  mkdir -p "$cache"
  require_disk
  exec 9> "$cache/build.lock"
  if type -P flock > /dev/null && ! flock -n 9; then
    inform "waiting for another run to build the Pulumi CLI."
    flock 9
  fi
  if [[ ! -x $cli_dir/pulumi-language-java ]]; then
    inform "building the Pulumi CLI $(pinned_version) and its Java language host with Go, once per machine; this takes 2 to 5 minutes."
    local building=$cli_dir.$$
    rm -rf "$building"
    build_tool pulumi "$building"
    build_tool language-java "$building"
    mv "$building" "$cli_dir"
  fi
  exec 9>&-
}

build_tool() {
  local module package version
  module=$root/tools/$1
  package=$(sed -n 's/^tool //p' "$module/go.mod")
  version=$(cd "$module" && module_version "$package")
  if ! (cd "$module" && GOTOOLCHAIN=local GOWORK=off GOFLAGS='' go build -mod=readonly -trimpath \
    -ldflags "-s -w -X $(version_variable "$1")=v$version" -o "$2/" "$package") 2> "$cache/build.log"; then
    rm -rf "$2"
    tail -n 5 "$cache/build.log" >&2
    fail "go failed to build $package; the whole output is in $cache/build.log."
  fi
}

# Prints the version that go.mod pins for the module of a package.
module_version() {
  local module
  module=${1%%/cmd/*}
  sed -n "s|^.*$module v\([0-9.]*\).*$|\1|p" go.mod | tail -n 1
}

version_variable() {
  case $1 in
    pulumi) printf github.com/pulumi/pulumi/sdk/v3/go/common/version.Version ;;
    language-java) printf github.com/pulumi/pulumi-java/pkg/version.Version ;;
  esac
}

require_go() {
  local found
  type -P go > /dev/null ||
    fail "there is no compatible Pulumi CLI, and no Go to build one; install Go 1.24 or newer, or the current Pulumi bundle."
  found=$(GOTOOLCHAIN=local go env GOVERSION 2> /dev/null || true)
  at_least "${found#go}" 1.24 ||
    fail "there is no compatible Pulumi CLI, and Go is ${found:-too old}; install Go 1.24 or newer, or the current Pulumi bundle."
}

# A first build fills Go's module cache and build cache with 2.9 GB.
require_disk() {
  local folder free
  for folder in "$cache" "$(go env GOMODCACHE)" "$(go env GOCACHE)"; do
    mkdir -p "$folder"
    free=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
    ((free >= 3000000)) ||
      fail "building the Pulumi CLI needs 3 GB of free disk space, but $folder has $((free / 1000)) MB; free disk space, or install the current Pulumi bundle."
  done
}
