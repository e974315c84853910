# shellcheck shell=bash disable=SC2034,SC2154
# State from the sandbox never meets AWS, and state from AWS never meets the sandbox.

# The sandbox marks each resource that it makes with the output `__sandbox`. Prints sandbox, aws, or nothing for a state
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

refuse_state_of_the_other_target() {
  local origin
  origin=$(state_origin)
  # Elsewhere only the commands that do not run the program are asked about: it compares the account by itself.
  if [[ -z $backend_dir && $command != up && $command != preview ]]; then
    origin=$(cd "$project" && "$cli_dir/pulumi" stack export --stack "$stack" | origin_of_state)
  fi
  if [[ $target == sandbox && $origin == aws ]]; then
    fail "the state of $stack describes resources in AWS, and the sandbox must not touch it: run it without --sandbox, or give the sandbox another backend in PULUMI_BACKEND_URL."
  elif [[ $target == aws && $origin == sandbox ]]; then
    fail "the state of $stack came from the sandbox, and AWS has none of it: add --sandbox, or first remove it with: ./pulumiw destroy --sandbox --stack $stack --remove"
  fi
}
