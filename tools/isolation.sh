# shellcheck shell=bash disable=SC2034,SC2154
# Keeps state of the sandbox away from AWS, and state of AWS away from the sandbox.

# The sandbox marks each resource that it creates with the output `__sandbox`. Prints sandbox, aws, or nothing for a state
# without AWS resources.
origin_of_state() {
  awk '
    /"__sandbox": *true/ { sandbox = 1; exit }
    /"type": *"aws:/ { aws = 1 }
    END { if (sandbox) print "sandbox"; else if (aws) print "aws" }
  '
}

state_origin() {
  local file
  [[ -n $backend_dir ]] || return 0
  file=$(state_file)
  case $file in
    '') ;;
    *.gz) gzip -dc "$file" | origin_of_state ;;
    *) origin_of_state < "$file" ;;
  esac
}

reject_state_of_the_other_target() {
  local origin
  origin=$(state_origin)
  # In a remote backend, only for commands that do not run the program: the program compares the account itself.
  if [[ -z $backend_dir && $command != up && $command != preview ]]; then
    origin=$(cd "$project" && "$cli_dir/pulumi" stack export --stack "$stack" | origin_of_state)
  fi
  if [[ $target == sandbox && $origin == aws ]]; then
    fail "the state of $stack describes resources in AWS, which the sandbox must not change; run without --sandbox, or set PULUMI_BACKEND_URL to another backend for the sandbox."
  elif [[ $target == aws && $origin == sandbox ]]; then
    fail "the state of $stack was created in the sandbox, and its resources are not in AWS; add --sandbox, or first remove it with: ./pulumiw destroy --sandbox --stack $stack --remove"
  fi
}
