# shellcheck shell=bash disable=SC2034,SC2154
# Chooses the backend of the state. Sets: backend_dir, the folder of a local backend, or empty for a remote one.

choose_backend() {
  : "${PULUMI_BACKEND_URL:=file://$project}"
  backend_dir=''
  case $PULUMI_BACKEND_URL in
    file://~*) PULUMI_BACKEND_URL=file://$HOME${PULUMI_BACKEND_URL#file://\~} ;;
    file:///*) ;;
    # Relative to the caller's folder, which is not the one that Pulumi starts in.
    file://*) PULUMI_BACKEND_URL=file://$PWD/${PULUMI_BACKEND_URL#file://} ;;
  esac
  if [[ $PULUMI_BACKEND_URL == file://* ]]; then
    backend_dir=${PULUMI_BACKEND_URL#file://}
    backend_dir=${backend_dir%%\?*}
    mkdir -p "$backend_dir"
  fi
  export PULUMI_BACKEND_URL
}

require_local_backend() {
  [[ -n $backend_dir ]] ||
    fail "the sandbox requires a local backend, but PULUMI_BACKEND_URL is $PULUMI_BACKEND_URL; unset it, or use a file:// URL."
}

# Prints the path of the stack's state in a local backend, or nothing.
state_file() {
  local file
  for file in "$backend_dir/.pulumi/stacks/$project_name/${stack##*/}".json{,.gz}; do
    if [[ -f $file ]]; then
      printf '%s' "$file"
      return
    fi
  done
}

# A run that was killed leaves its lock. Only on the same machine can the owner's process be found to have ended.
reject_stale_lock() {
  [[ -n $backend_dir ]] || return 0
  local lock pid stale=''
  for lock in "$backend_dir/.pulumi/locks/organization/$project_name/${stack##*/}"/*.json; do
    [[ -f $lock ]] || return 0
    pid=$(sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$lock")
    [[ $(< "$lock") == *"\"hostname\":\"$(uname -n)\""* ]] || return 0
    ! runs_pulumi "$pid" || return 0
    stale=$pid
  done
  [[ -z $stale ]] ||
    fail "the stack $stack is locked by process $stale, which ended without unlocking it; clear the lock with: ./pulumiw cancel --stack $stack --yes"
}

# The process id may have been reused by another program.
runs_pulumi() {
  if [[ -r /proc/$1/comm ]]; then
    [[ $(< "/proc/$1/comm") == pulumi ]]
  else
    kill -0 "$1" 2> /dev/null
  fi
}
