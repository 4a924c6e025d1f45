#!/bin/sh
# Installs what Fingerpost needs from the system and is not there yet.
#
#   Scripts/install-requirements.sh          what `make maps` needs
#   Scripts/install-requirements.sh tests    what `make test` needs as well
#   Scripts/install-requirements.sh soak     what `make soak` needs besides
#   Scripts/install-requirements.sh bench    what `make bench` needs besides
#
# Debian and Ubuntu: apt-get, as root or by sudo. macOS: Homebrew (not verified: nobody has run it
# there yet). Elsewhere it says what to install by hand. It changes nothing when nothing is missing.
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

needed_for=${1:-maps}

# ---- Swift

swift_page="https://www.swift.org/install"

check_swift() {
  has_command swift || stop "Fingerpost is built with Swift 6.2 or later, and there is no 'swift' on the PATH.
Get it from $swift_page, then run the same command again."
  version=$(swiftc --version 2>/dev/null |
    sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  # shellcheck disable=SC2086
  set -- ${version:-0 0}
  if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 2 ]; }; then
    stop "Fingerpost is built with Swift 6.2 or later; the 'swift' on the PATH is $1.$2.
Get a newer one from $swift_page, then run the same command again."
  fi
}

# ---- What is there already

has_library() {
  has_command pkg-config && pkg-config --exists "$1"
}

# Graphviz finds its layout engines and formats through a list of plug-ins that its package writes.
has_plugin_list() {
  set -- "$(pkg-config --variable=libdir libgvc)"/graphviz/config[0-9]*
  [ -s "$1" ]
}

# libcsv brings no file for pkg-config.
has_csv() {
  [ -f /usr/include/csv.h ] || [ -f /usr/local/include/csv.h ] ||
    { has_command brew && [ -f "$(brew --prefix)/include/csv.h" ]; }
}

has_font() {
  if has_command fc-list; then
    [ -n "$(fc-list ':family=Liberation Sans' family)" ]
  else
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" \
      -name 'LiberationSans-Regular.*' 2>/dev/null | head -n 1)" ]
  fi
}

# Papers are tested in Chromium or in Chrome, which is made of it.
has_browser() {
  has_command chromium || has_command chromium-browser || has_command google-chrome ||
    [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]
}

is_ubuntu() {
  grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null
}

# No package of the system's own has it there.
tell_of_browser() {
  has_browser || say "There is no Chromium or Chrome; the tests of papers in a web browser are left out.
Get one from https://www.google.com/chrome to have them run."
}

has_python_venv() {
  python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))'
}

missing=""

# require PACKAGE PURPOSE CHECK...: notes PACKAGE as missing unless CHECK succeeds.
require() {
  package=$1
  purpose=$2
  shift 2
  if ! "$@" >/dev/null 2>&1; then
    missing="$missing $package"
    say "Missing: $package, $purpose."
  fi
}

find_missing_on_debian() {
  missing=""
  require pkg-config "which tells Swift where libraries are" has_command pkg-config
  require libgraphviz-dev "the library that lays out and draws the pictures" has_library libgvc
  require libyaml-dev "the library that reads map files" has_library yaml-0.1
  require libcsv-dev "the library that reads comma-separated values" has_csv
  require libexpat1-dev "the library that reads the sheets of workbooks" has_library expat
  require libxlsxwriter-dev "the library that writes workbooks" has_library xlsxwriter
  require libzip-dev "the library that opens workbooks" has_library libzip
  require fontconfig "which finds fonts" has_command fc-list
  require fonts-liberation "the font in which text is measured" has_font
  [ "$needed_for" != maps ] || return 0
  if [ "$needed_for" = soak ]; then
    require libreoffice-calc-nogui "which opens and saves workbooks" has_command soffice
  fi
  if [ "$needed_for" = bench ]; then
    require nginx-light "which the server is measured beside" has_command nginx
    require apache2-utils "whose ab measures both" has_command ab
  fi
  require graphviz "whose dot command the tests compare pictures with" has_command dot
  require python3 "which runs the tests' independent second opinions" has_command python3
  require python3-venv "which keeps those apart from your own Python" has_python_venv
  require util-linux "whose setpriv runs a test as another user" has_command setpriv
  require mount "which makes the small full disk of a test" has_command mount
  require poppler-utils "whose pdfinfo measures the pages of a test" has_command pdfinfo
  require git "in which the tests keep versions of maps" has_command git
  # What Ubuntu calls chromium is a snap, which cannot open the files of tests.
  if is_ubuntu; then return 0; fi
  require chromium "in which the tests open papers as people do" has_browser
}

find_missing_on_macos() {
  missing=""
  require pkg-config "which tells Swift where libraries are" has_command pkg-config
  require graphviz "which lays out and draws the pictures" has_library libgvc
  require libyaml "the library that reads map files" has_library yaml-0.1
  require libcsv "the library that reads comma-separated values" has_csv
  require expat "the library that reads the sheets of workbooks" has_library expat
  require libxlsxwriter "the library that writes workbooks" has_library xlsxwriter
  require libzip "the library that opens workbooks" has_library libzip
  require font-liberation "the font in which text is measured" has_font
  [ "$needed_for" != maps ] || return 0
  if [ "$needed_for" = bench ]; then
    require nginx "which the server is measured beside" has_command nginx
    require httpd "whose ab measures both" has_command ab
  fi
  require python3 "which runs the tests' independent second opinions" has_python_venv
  require poppler "whose pdfinfo measures the pages of a test" has_command pdfinfo
  require git "in which the tests keep versions of maps" has_command git
}

# ---- Installing

# as_root COMMAND...: runs it as root; by sudo when we are somebody else.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_on_debian() {
  by_hand="apt-get update && apt-get install --no-install-recommends$missing"
  if [ "$(id -u)" -ne 0 ] && ! has_command sudo; then
    stop "These can only be installed by the administrator (root), and there is no sudo here.
Ask for this to be run as root, then run the same command again:
  $by_hand"
  fi
  say "Installing$missing with apt-get. This can take a minute or two."
  as_root apt-get update -qq || say "The list of packages could not be brought up to date; trying all the same."
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1 || {
    tail -n 15 "$log" >&2
    stop "apt-get could not install:$missing
Is there a connection to the internet, and may you install packages? To try by hand, as root:
  $by_hand"
  }
}

install_on_macos() {
  has_command brew || stop "Fingerpost needs$missing. They come with Homebrew, and there is no 'brew' on the PATH.
Get it from https://brew.sh, then run the same command again."
  say "Installing$missing with Homebrew."
  # shellcheck disable=SC2086
  brew install $missing || stop "Homebrew could not install:$missing
To try by hand:
  brew install$missing"
}

# ---- The work

check_swift

if has_command apt-get; then
  system=debian
elif [ "$(uname -s)" = Darwin ]; then
  system=macos
else
  has_library libgvc && has_library yaml-0.1 && has_library expat && has_library xlsxwriter &&
    has_library libzip && has_csv && has_font ||
    stop "This script can install what is missing on Debian, Ubuntu and macOS only.
Please install these by your system's own means, then run the same command again:
  pkg-config
  Graphviz with its header files      (pkg-config must know libgvc)
  libyaml with its header files       (pkg-config must know yaml-0.1)
  expat, libxlsxwriter and libzip with their header files  (pkg-config must know them)
  libcsv with its header file csv.h
  the font family Liberation Sans
  for 'make test' also: the dot command of Graphviz, Python 3.10 or later with venv, setpriv, mount,
  pdfinfo, git and Chromium"
  exit 0
fi

"find_missing_on_$system"
if [ -n "$missing" ]; then
  mkdir -p .build
  log=.build/install.log
  "install_on_$system"
  "find_missing_on_$system"
  [ -z "$missing" ] || stop "Installed without an error, and still missing:$missing. See $log."
  say "Everything Fingerpost needs is installed."
fi

if [ "$needed_for" != maps ]; then tell_of_browser; fi

has_plugin_list || stop "Graphviz is installed without the list of its plug-ins, so it cannot draw anything.
Run this as the administrator (root), then run the same command again:
  apt-get install --reinstall libgvc6    (Debian and Ubuntu)
  dot -c                                 (elsewhere)"
