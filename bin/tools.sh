# Finds the tools a command needs, and installs the missing ones with apt. Sourced by the commands beside it.

say() { printf '\n== %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# apt_install PACKAGE: as root, or through sudo.
apt_install() {
  local as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  command -v apt-get >/dev/null || die "please install $1: this machine has no apt-get"
  say "installing $1"
  "${as_root[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "$1" >&2 || die "could not install $1"
}

# jdk_home MAJOR: prints the home of a JDK of exactly that version, or nothing.
jdk_home() {
  local home
  for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
    if [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -q "^javac $1\b"; then
      printf '%s\n' "$home"
      return
    fi
  done
}

# need_jdk MAJOR: prints the home of such a JDK and installs it if need be.
need_jdk() {
  local home
  home=$(jdk_home "$1")
  if [ -z "$home" ]; then
    apt_install "openjdk-$1-jdk-headless"
    home=$(jdk_home "$1")
  fi
  [ -n "$home" ] || die "no JDK $1 found; set JAVA_HOME to one"
  printf '%s\n' "$home"
}

# need_recent_java: makes sure that java and javac on the path are of version 17 or newer.
need_recent_java() {
  local version=0
  ! command -v javac >/dev/null || version=$(javac -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/')
  [ "${version:-0}" -ge 17 ] || apt_install openjdk-17-jdk-headless
}

need_maven() {
  command -v mvn >/dev/null || apt_install maven
}

# need_chromium: a real browser, for the tests that walk the playground's pages.
need_chromium() {
  [ -x /usr/bin/chromium ] || apt_install chromium
}

# need_node: Node 20 or newer, and npm.
need_node() {
  local version=0
  ! command -v node >/dev/null || version=$(node --version | sed 's/v\([0-9]*\).*/\1/')
  [ "$version" -ge 20 ] || apt_install nodejs
  command -v npm >/dev/null || apt_install npm
  version=$(node --version | sed 's/v\([0-9]*\).*/\1/')
  [ "$version" -ge 20 ] || die "Node 20 or newer is needed, and this one is $(node --version)"
}

# need_wrk: the load generator for closed loops.
need_wrk() {
  command -v wrk >/dev/null || apt_install wrk
}

# need_nginx: a proxy that ends TLS, for the tests behind one.
need_nginx() {
  [ -x /usr/sbin/nginx ] || apt_install nginx-light
}

# need_haproxy: a proxy that verifies tokens, to compare with.
need_haproxy() {
  command -v haproxy >/dev/null || apt_install haproxy
}

# need_redis: a store that nodes of a cluster share.
need_redis() {
  command -v redis-server >/dev/null || apt_install redis-server
}
