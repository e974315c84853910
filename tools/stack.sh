# shellcheck shell=bash disable=SC2034,SC2154
# The stack of a run and its target. Sets:
#   stack       its name
#   stack_file  its configuration, which need not exist for commands that only read state
#   target      aws or sandbox

# Encrypts the secrets of sandbox stacks, so that users need none. It protects nothing: a sandbox contains no secrets.
# The salt belongs to it; the placeholder is the text "sandbox-placeholder" encrypted with both.
sandbox_passphrase=sandbox
sandbox_salt=v1:pHx+52rGfVs=:v1:QdCdZ5HPpmFQyyFc:lX3sFHbII55hcSg17l6sVy/1IcAY4g==
sandbox_placeholder=v1:DppzzYYvPGycnlAi:X/0HshJEL8Njs22mKwfpp3vfFtX/+mQ+uqITYXW8je04spg=

choose_stack() {
  : "${stack:=${PULUMI_STACK:-}}"
  if [[ -z $stack ]]; then
    stack=$(cd "$project" && "$cli_dir/pulumi" stack --show-name --non-interactive 2> /dev/null) ||
      fail "no stack is selected; add --stack with one of $(stack_names), or run ./pulumiw stack select."
  fi
  stack_file=${config_file:-$project/Pulumi.${stack##*/}.yaml}
  if [[ $scope == engine && ! -f $stack_file ]]; then
    fail "there is no $(basename "$stack_file"); the stacks of this project are $(stack_names)."
  fi
}

stack_names() {
  local file names=''
  for file in "$project"/Pulumi.*.yaml; do
    file=${file##*/Pulumi.}
    names+=", ${file%.yaml}"
  done
  printf '%s' "${names#, }"
}

choose_target() {
  local own
  own=$(target_of_file)
  target=$own
  if [[ $sandbox_flag == yes || ($scope == state && $(state_origin) == sandbox) ]]; then
    target=sandbox
  fi
  [[ $target == sandbox ]] || return 0
  require_local_backend
  # `config` edits the stack's own file, whose secrets belong to that file's own passphrase.
  if [[ $command != config || $own == sandbox ]]; then
    export PULUMI_CONFIG_PASSPHRASE=$sandbox_passphrase
    unset PULUMI_CONFIG_PASSPHRASE_FILE
  fi
}

target_of_file() {
  if [[ -f $stack_file ]] && grep -Eq "^ +[\"']?ashlar:target[\"']?: *[\"']?sandbox[\"']? *(#.*)?$" "$stack_file"; then
    printf sandbox
  else
    printf aws
  fi
}

# Creates the stack in its first run, so that a fresh clone needs one command. Only local backends can be checked fast.
create_missing_stack() {
  [[ $command == up || $command == preview || $command == config ]] || return 0
  [[ -n $backend_dir && -f $stack_file && -z $(state_file) ]] || return 0
  local folder=$project log=$work/stack-init.$$ provider=''
  mkdir -p "$work"
  if [[ $target == sandbox ]]; then
    write_state_project
    folder=$state_project
  else
    require_passphrase
    provider=$(sed -n 's/^secretsprovider: *//p' "$stack_file")
  fi
  if ! (
    [[ $target == aws ]] || export PULUMI_CONFIG_PASSPHRASE=$sandbox_passphrase
    cd "$folder" && "$cli_dir/pulumi" stack init "$stack" ${provider:+--secrets-provider "$provider"} --no-select --non-interactive > "$log" 2>&1
  ) && [[ -z $(state_file) ]]; then
    cat "$log" >&2
    rm -f "$log"
    fail "the stack $stack could not be created."
  fi
  rm -f "$log"
}

# Prints the file that a sandbox run reads instead of the stack's file. For a stack of the sandbox it is the same text.
# For any other, the secrets provider is removed, secrets become placeholders, and the target becomes the sandbox.
sandbox_stack_file() {
  if [[ $(target_of_file) == sandbox ]] && ! grep -Eq '^(secretsprovider|encryptedkey):' "$stack_file"; then
    grep -q '^encryptionsalt:' "$stack_file" || printf 'encryptionsalt: %s\n' "$sandbox_salt"
    cat "$stack_file"
  else
    ! grep -Eq '^config: *\{ *[^} ]' "$stack_file" || fail "$(basename "$stack_file") has config in one line, but the sandbox reads block style only; write one key per line."
    printf 'encryptionsalt: %s\n' "$sandbox_salt"
    without_keys '^(secretsprovider|encryptedkey|encryptionsalt):' < "$stack_file" |
      awk -v placeholder="$sandbox_placeholder" -f "$root/tools/sandbox-stack-file.awk"
  fi
}
