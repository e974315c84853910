# shellcheck shell=bash disable=SC2034,SC2154
# Reads the command line once. Sets:
#   arguments     the arguments for Pulumi: without --sandbox, --config-file and --stack, with absolute paths
#   command       the first word, with aliases resolved; words contains all words that are not flags
#   scope         engine (deploys or previews), state (reads or edits one stack), config (edits a stack's file), none
#   stack         the given stack, or empty
#   config_file   the value of --config-file, or empty
#   sandbox_flag  yes or no

arguments=() words=()
command='' scope=none value='' stack='' config_file='' sandbox_flag=no

read_arguments() {
  local help=no
  while (($#)); do
    case $1 in
      --sandbox) sandbox_flag=yes ;;
      -C | --cwd | -C?* | --cwd=*) fail "$1 is not accepted: pulumiw runs the project in its own folder; set ASHLAR_PROJECT_DIR to run another one." ;;
      -s | --stack) take_value "$@" && stack=$value && shift ;;
      --stack=*) stack=${1#*=} ;;
      -s?*) stack=${1#-s} ;;
      --config-file) take_value "$@" && config_file=$(absolute "$value") && shift ;;
      --config-file=*) config_file=$(absolute "${1#*=}") ;;
      --policy-pack | --policy-pack-config | --plan | --save-plan | --import-file | --file | --out | --event-log | --profiling | --tracing)
        take_value "$@" && arguments+=("$1" "$(absolute_value "$1" "$value")") && shift
        ;;
      --policy-pack=* | --policy-pack-config=* | --plan=* | --save-plan=* | --import-file=* | --file=* | --out=* | --event-log=* | --profiling=* | --tracing=*)
        arguments+=("${1%%=*}=$(absolute_value "${1%%=*}" "${1#*=}")")
        ;;
      --color | --verbose | --memprofilerate | -v | --secrets-provider | --copy-config-from | -m | --message | -t | --target | -x | --exclude | -p | --parallel | -c | --config)
        take_value "$@" && arguments+=("$1" "$value") && shift
        ;;
      --)
        arguments+=("$@")
        break
        ;;
      -h | --help) help=yes arguments+=("$1") ;;
      -f | -o)
        arguments+=("$1")
        if [[ $command == import ]]; then
          take_value "$@" && arguments+=("$(absolute "$value")") && shift
        fi
        ;;
      -*) arguments+=("$1") ;;
      *)
        arguments+=("$1") words+=("$1")
        command=$(canonical "${words[0]}")
        ;;
    esac
    shift
  done
  [[ $help == yes ]] || set_scope
}

take_value() {
  (($# > 1)) || fail "$1 requires a value."
  value=$2
}

canonical() {
  case $1 in
    update) printf up ;;
    pre) printf preview ;;
    down | dn) printf destroy ;;
    *) printf '%s' "$1" ;;
  esac
}

set_scope() {
  case $command in
    up | preview | refresh | destroy | import) scope=engine ;;
    watch) fail "watch does not rebuild the program; run ./pulumiw up after an edit." ;;
    state | cancel | logs | console) scope=state ;;
    config) scope=config ;;
    stack)
      case ${words[1]:-} in
        ls | init | select | unselect) scope=none ;;
        *) scope=state ;;
      esac
      ;;
  esac
  # These also accept the stack as a word.
  if [[ $command == cancel ]]; then
    : "${stack:=${words[1]:-}}"
    without_word "${words[1]:-}"
  elif [[ $command == stack && ${words[1]:-} == rm ]]; then
    : "${stack:=${words[2]:-}}"
    without_word "${words[2]:-}"
  fi
}

without_word() {
  [[ -n $1 ]] || return 0
  local kept=() argument
  for argument in "${arguments[@]}"; do
    [[ $argument == "$1" ]] || kept+=("$argument")
  done
  arguments=("${kept[@]}")
}

absolute() {
  case $1 in
    '' | /*) printf '%s' "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}

# Policy packs are a list of paths or names; tracing may be a URL.
absolute_value() {
  local packs=() pack
  case $1 in
    --tracing)
      case $2 in
        file:/* | [a-z]*://*) printf '%s' "$2" ;;
        file:*) printf 'file:%s/%s' "$PWD" "${2#file:}" ;;
        *) printf '%s' "$2" ;;
      esac
      ;;
    --policy-pack | --policy-pack-config)
      local IFS=,
      for pack in $2; do
        if [[ -e $pack ]]; then
          pack=$(absolute "$pack")
        fi
        packs+=("$pack")
      done
      printf '%s' "${packs[*]}"
      ;;
    *) absolute "$2" ;;
  esac
}
