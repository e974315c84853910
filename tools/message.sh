# shellcheck shell=bash disable=SC2034,SC2154
# What pulumiw says for itself goes to standard error, so that `./pulumiw stack output x` stays usable in a script.

say() {
  printf 'pulumiw: %s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}
