# shellcheck shell=bash disable=SC2034,SC2154
# The two commands that start a JVM for Pulumi: `java`, which runs the program, and `pulumi-resource-aws`, the sandbox's
# provider. Both live for seconds, so they take the client compiler, the collector without threads, and an archive of
# loaded classes, which the first successful run writes when it ends.

write_launchers() {
  local folder=$1 program_flags
  "$java" -cp "$folder/ashlar-platform.jar" com.pulumi.bootstrap.internal.Main packages > "$folder/packages.json" 2> "$folder/packages.log" ||
    fail "the program's list of Pulumi packages could not be created: $(tail -n 1 "$folder/packages.log")"
  rm "$folder/packages.log"

  program_flags=$(short_lived_flags)
  launcher "$program_flags" > "$folder/bin/java"
  provider "$folder" "$program_flags" > "$folder/sandbox/pulumi-resource-aws"
  chmod +x "$folder/bin/java" "$folder/sandbox/pulumi-resource-aws"
}

short_lived_flags() {
  printf '%s' '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=error:stderr'
  # The pool is one smaller than the machine; with fewer than two threads the JDK starts a thread for each task instead.
  if (($(getconf _NPROCESSORS_ONLN) < 5)); then
    printf ' %s' -Djava.util.concurrent.ForkJoinPool.common.parallelism=4
  fi
}

launcher() {
  cat << EOF
#!/bin/sh
# Written by pulumiw: runs the program for Pulumi.
here=\${0%/bin/java}

# The language host requests the list of required plugins; scanning the libraries for it takes a second each time.
case " \$* " in
  *' com.pulumi.bootstrap.internal.Main packages '*) exec cat "\$here/packages.json" ;;
esac

archive=\$here/program.jsa
$(run_with_archive "$1" '"$@"' 0)
EOF
}

provider() {
  local libraries='' library
  while IFS= read -r library; do
    libraries+=":\$here/lib/$library"
  done < <(libraries "$1/ashlar-platform.jar")
  cat << EOF
#!/bin/sh
# Written by pulumiw: the sandbox provider, which replaces the AWS provider.
here=\${0%/sandbox/pulumi-resource-aws}
archive=\$here/sandbox/provider.jsa
$(run_with_archive "$2" "-cp \"\$here/sandbox/ashlar-preflight.jar$libraries\" dev.ashlar.preflight.sandbox.SandboxProvider \"\$@\"" '0 | 130 | 143')
EOF
}

# run_with_archive FLAGS ARGUMENTS CODES: the archive of a run that ends with one of the exit codes is kept. It is written
# to another file and moved, so two runs never share an incomplete one. Pulumi ends a provider with an interrupt, which must not
# end this shell before the archive is moved.
run_with_archive() {
  cat << EOF
if [ -f "\$archive" ]; then
  exec '$java' $1 -XX:SharedArchiveFile="\$archive" $2
fi
training=\$archive.\$\$
trap : INT TERM
'$java' $1 -XX:ArchiveClassesAtExit="\$training" $2
code=\$?
case \$code in
  # Also deletes the incomplete archives of killed runs.
  $3) mv -f "\$training" "\$archive" 2> /dev/null && rm -f "\$archive".* ;;
  *) rm -f "\$training" ;;
esac
exit \$code
EOF
}
