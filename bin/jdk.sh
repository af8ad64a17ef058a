# Finds a JDK of version 25 or later; sourced by the other scripts.

is_recent_jdk() {
  local version
  [[ -x "$1/bin/java" && -x "$1/bin/javac" && -f "$1/release" ]] || return 1
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [[ -n "$version" && "$version" -ge 25 ]]
}

find_jdk() {
  local candidates=() java candidate
  [[ -n "${JAVA_HOME:-}" ]] && candidates+=("$JAVA_HOME")
  if java="$(command -v java)"; then
    candidates+=("$(dirname "$(dirname "$(readlink -f "$java")")")")
  fi
  if [[ -x /usr/libexec/java_home ]]; then
    candidates+=("$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)")
  fi
  candidates+=(/usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/java/* /opt/jdk*)
  for candidate in "${candidates[@]}"; do
    if is_recent_jdk "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  echo "A JDK of version 25 or later is needed; install one (https://adoptium.net) or set JAVA_HOME." >&2
  return 1
}
