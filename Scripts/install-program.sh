#!/bin/sh
# Puts the release program and its shell completions where people keep programs.
#
#   Scripts/install-program.sh PREFIX      (PREFIX/bin/fingerpost, PREFIX/share/…)
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

prefix=$1
destination=${DESTDIR:-}$prefix
program=.build/release/fingerpost

mkdir -p "$destination/bin" 2>/dev/null && [ -w "$destination/bin" ] ||
  stop "You may not write to $destination/bin.
Choose another place, for example:
  make install PREFIX=\"\$HOME/.local\"
or run it as the administrator:
  sudo env PATH=\"\$PATH\" make install PREFIX=$prefix"

install -m 755 "$program" "$destination/bin/fingerpost"

# put_completions SHELL FOLDER FILE
put_completions() {
  mkdir -p "$destination/share/$2"
  "$program" --generate-completion-script "$1" >"$destination/share/$2/$3"
  chmod 644 "$destination/share/$2/$3"
}
put_completions bash bash-completion/completions fingerpost
put_completions zsh zsh/site-functions _fingerpost
put_completions fish fish/vendor_completions.d fingerpost.fish

say "Installed $destination/bin/fingerpost, with completions for bash, zsh and fish."
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) say "$prefix/bin is not on your PATH: add it to run 'fingerpost' by its name." ;;
esac

say ""
say "It needs no Swift to run. It still needs these shared libraries:"
if has_command ldd; then
  ldd "$program" | awk '$2 == "=>" { print $1 }' | LC_ALL=C sort | sed 's/^/  /'
else
  otool -L "$program" | sed -n 's/^[[:space:]]\(.*\) (.*/  \1/p'
fi
say "and, to draw, Graphviz's plug-ins and the font family Liberation Sans."
say "(On Debian and Ubuntu: apt-get install libgvc6 libyaml-0-2 fonts-liberation)"
