# shellcheck shell=bash disable=SC2034,SC2154
# The project that Pulumi runs: the one in this folder, or one that is generated from it. Sets:
#   project      the folder of Pulumi.yaml and the stack files
#   work         its .pulumi/, which Git ignores: state, generated projects, copies of stack files
#   run_project, state_project  the folders of the generated projects

choose_project() {
  project=$root
  if [[ -n ${ASHLAR_PROJECT_DIR:-} ]]; then
    [[ -f $ASHLAR_PROJECT_DIR/Pulumi.yaml ]] || fail "ASHLAR_PROJECT_DIR is $ASHLAR_PROJECT_DIR, but there is no Pulumi.yaml; set the folder of a Pulumi project."
    project=$(cd "$ASHLAR_PROJECT_DIR" && pwd -P)
  fi
  project_name=$(sed -n 's/^name:[ "'\'']*\([A-Za-z0-9_.-]*\).*$/\1/p' "$project/Pulumi.yaml")
  work=$project/.pulumi
}

# For commands that deploy: the jar instead of Maven and, in the sandbox, its provider and a copy of the stack file.
write_run_project() {
  if [[ $target == sandbox ]]; then
    run_project=$work/sandbox
    write_project "$run_project" "$(runtime_text)" "$(provider_text)"
    write_stack_copy "$run_project"
  else
    run_project=$work/run
    write_project "$run_project" "$(runtime_text)" 'stackConfigDir: ../..'
  fi
}

# For sandbox commands that only change state: removing a stack deletes its file, which must be the copy.
write_state_project() {
  state_project=$work/state
  write_project "$state_project" 'runtime: java'
  write_stack_copy "$state_project"
}

write_project() {
  local folder=$1
  shift
  mkdir -p "$folder"
  {
    printf '# Written by pulumiw on each run.\n'
    without_keys '^(runtime|main|stackConfigDir|plugins):' < "$project/Pulumi.yaml"
    if [[ $project == "$root" ]]; then
      printf 'main: ../..\n'
    else
      printf 'main: %s\n' "$root"
    fi
    printf '%s\n' "$@"
  } | replace_file "$folder/Pulumi.yaml"
}

write_stack_copy() {
  [[ ! -f $stack_file ]] || sandbox_stack_file | replace_file "$1/$(basename "$stack_file")"
}

runtime_text() {
  printf 'runtime:\n  name: java\n  options:\n    binary: %s/ashlar-platform.jar' "$launch"
}

provider_text() {
  printf 'plugins:\n  providers:\n    - name: aws\n      path: %s/sandbox' "$launch"
}

# without_keys PATTERN: removes the top-level keys whose line matches from a YAML text.
without_keys() {
  awk -v pattern="$1" '
    /^[^ \t#-]/ { dropping = $0 ~ pattern }
    !dropping
  '
}

# Writes to another file and moves it, so that a second run never reads an incomplete file.
replace_file() {
  local text=$1.$$
  cat > "$text"
  mv -f "$text" "$1"
}

run_pulumi_in() {
  local options=()
  [[ -z $stack ]] || options+=(--stack "$stack")
  if [[ -n $config_file && $1 == "$work/sandbox" ]]; then
    options+=(--config-file "$1/$(basename "$config_file")")
  elif [[ -n $config_file ]]; then
    options+=(--config-file "$config_file")
  fi
  cd "$1" || fail "cannot enter $1."
  # Pulumi replaces this process, so that it receives signals and sets the exit code.
  exec "$cli_dir/pulumi" ${arguments[@]+"${arguments[@]}"} ${options[@]+"${options[@]}"}
}
