# shellcheck shell=bash disable=SC2034,SC2154
# Messages of pulumiw go to standard error, so that scripts can use the output of `./pulumiw stack output x`.

inform() {
  printf 'pulumiw: %s\n' "$*" >&2
}

fail() {
  inform "$*"
  exit 1
}
