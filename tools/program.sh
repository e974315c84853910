# shellcheck shell=bash disable=SC2034,SC2154
# The program and the sandbox provider as jars, built with Maven when their sources changed. Sets:
#   launch  a separate folder for each state of the sources: the jars, their libraries, the launchers. Its files are
#           written once, so a build does not affect a running deployment.

# The sources of the jars.
program_sources=(pom.xml graph/pom.xml graph/src/main components/pom.xml components/src/main preflight/pom.xml preflight/src/main src/pom.xml src/main)

prepare_program() {
  choose_java
  local folder=$root/src/target/launch key
  if [[ -n ${ASHLAR_PREBUILT:-} ]]; then
    require_jars
    key=$(jars | key_of)
  else
    key=$(sources | key_of)
  fi
  launch=$folder/$key
  if [[ ! -x $launch/sandbox/pulumi-resource-aws ]]; then
    mkdir -p "$folder"
    exec 9> "$folder/build.lock"
    if type -P flock > /dev/null && ! flock -n 9; then
      inform "waiting for another run to build the program."
      flock 9
    fi
    [[ -x $launch/sandbox/pulumi-resource-aws ]] || build_launch "$folder"
    exec 9>&-
  fi
  touch "$launch"
  # Only Pulumi uses this folder: this process becomes Pulumi, and no other program searches it for java.
  export PATH=$launch/bin:$PATH PULUMI_IGNORE_AMBIENT_PLUGINS=true
  if [[ $target == sandbox ]]; then
    export PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION=true
  fi
  unset PULUMI_DEBUG_PROVIDERS
}

choose_java() {
  local version
  java=${JAVA_HOME:+$JAVA_HOME/bin/java}
  java=$(readlink -f "${java:-$(type -P java || true)}" || true)
  [[ -x $java ]] || fail "there is no java; install a JDK, 17 or newer, or set JAVA_HOME."
  java_release=${java%/bin/java}/release
  version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$java_release" 2> /dev/null || true)
  [[ -x ${java%/*}/javac ]] || fail "$java has no compiler in its folder; install a JDK, 17 or newer, or set JAVA_HOME."
  ((${version:-17} >= 17)) || fail "$java is Java $version, but the program needs 17 or newer; install a JDK, or set JAVA_HOME."
}

sources() {
  (cd "$root" && find "${program_sources[@]}" -type f | LC_ALL=C sort)
}

jars() {
  (cd "$root" && printf '%s\n' src/target/ashlar-platform.jar src/target/lib/ashlar-components-*.jar && preflight_jar)
}

preflight_jar() {
  cd "$root" && find preflight/target -maxdepth 1 -name 'ashlar-preflight-*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' 2> /dev/null | head -n 1
}

require_jars() {
  [[ -f $root/src/target/ashlar-platform.jar && -d $root/src/target/lib && -n $(preflight_jar) ]] ||
    fail "ASHLAR_PREBUILT is set, but there is no program in src/target or preflight/target; run mvn package, or unset it."
}

# Prints a digest of the files listed on standard input and of everything else that a launch folder is built from.
key_of() {
  local files
  files=$(< /dev/stdin)
  (
    cd "$root" || exit
    printf '%s\n' "$files" "$java" "$root"
    printf '%s' "$files" | tr '\n' '\0' | xargs -0 cat "$java_release" tools/launchers.sh
  ) | digest
}

build_launch() {
  local new=$1/new.$$
  if [[ -z ${ASHLAR_PREBUILT:-} ]]; then
    build_jars
  fi
  rm -rf "$1"/new.*
  mkdir -p "$new/lib" "$new/sandbox" "$new/bin"
  cp "$root/src/target/ashlar-platform.jar" "$new"
  cp "$root/$(preflight_jar)" "$new/sandbox/ashlar-preflight.jar"
  local library
  while IFS= read -r library; do
    case $library in
      # Each build rewrites the project's own jars.
      ashlar-*) cp "$root/src/target/lib/$library" "$new/lib" ;;
      # The others never change and are 74 MB in size, so a hard link is enough.
      *) ln "$root/src/target/lib/$library" "$new/lib" 2> /dev/null || cp "$root/src/target/lib/$library" "$new/lib" ;;
    esac
  done < <(libraries "$new/ashlar-platform.jar")
  write_launchers "$new"
  rm -rf "$launch"
  mv "$new" "$launch"
  forget_old_launches "$1"
}

# Prints the class path in a jar's manifest, one file name per line, in its order.
libraries() {
  local folder
  folder=$(mktemp -d)
  (cd "$folder" && "${java%/*}/jar" xf "$1" META-INF/MANIFEST.MF)
  awk '
    { sub(/\r$/, "") }
    /^ / { text = text substr($0, 2); next }
    { text = text "\n" $0 }
    END { print text }
  ' "$folder/META-INF/MANIFEST.MF" | sed -n 's/^Class-Path: //p' | tr ' ' '\n' | sed 's|^lib/||'
  rm -r "$folder"
}

build_jars() {
  local log=$root/src/target/launch/maven.log
  type -P mvn > /dev/null || fail "there is no mvn; install Maven 3.8 or newer."
  local maven=(mvn -q -B -Dstyle.color=never -f "$root/pom.xml" package -pl src -am -Dmaven.test.skip=true -Derror-prone.phase=none)
  inform "building the program with Maven."
  if "${maven[@]}" -o > "$log" 2>&1; then
    return
  fi
  if grep -q 'offline' "$log"; then
    inform "downloading the libraries; the first build takes a few minutes."
    if "${maven[@]}" > "$log" 2>&1; then
      return
    fi
  fi
  sed -n '/ERROR/p' "$log" | head -n 25 >&2
  fail "the program does not build, and nothing was run; the whole output is in $log."
}

# Another run may be between its preview and its update, so the four newest are kept.
forget_old_launches() {
  local old
  find "$1" -mindepth 1 -maxdepth 1 -type d -exec ls -dt {} + | tail -n +5 | while IFS= read -r old; do
    rm -rf "$old"
  done
}
