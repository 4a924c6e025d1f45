#!/bin/sh
# Draws again the pictures that are kept in the repository, and writes the pages that show them.
#
#   Maps/pictures/   every map of Maps/, shown by Maps/README.md
#   docs/pictures/   the maps of Examples/, for the pages in docs/
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

program=.build/release/fingerpost
new=.build/gallery

# draw FOLDER TARGET: draws every map of FOLDER; TARGET is replaced only when all were drawn.
draw() {
  rm -rf "$new"
  mkdir -p "$new"
  "$program" draw "$1" --output "$new" --format svg,png ||
    stop "A map in $1 could not be drawn, so $2 was left as it was."
  rm -rf "$2"
  mkdir -p "$(dirname "$2")"
  mv "$new" "$2"
  say "Drew the maps of $1 into $2."
}
draw Maps Maps/pictures
draw Examples docs/pictures

# title_of MAP: what a map file, or a folder of them, says after 'title:'.
title_of() {
  grep -h '^title:' -r "$1" | head -n 1 | sed -e 's/^title:[[:space:]]*//' -e 's/^"\(.*\)"$/\1/'
}

# The gallery: each map with its title and the pictures whose names begin with its name.
{
  cat <<'PAGE'
# The maps

Each map says only what its sources say; what they leave out is left out here too.
The pictures are drawn by `make gallery`, which also writes this page.
PAGE
  for map in Maps/*; do
    name=$(basename "$map" .yaml)
    case $name in README.md | pictures) continue ;; esac
    printf '\n## %s\n\n[%s](%s)\n' "$(title_of "$map")" "$(basename "$map")" "$(basename "$map")"
    for picture in $(find Maps/pictures -name '*.svg' | LC_ALL=C sort); do
      file=${picture#Maps/}
      case $file in
        pictures/"$name"-*.svg | pictures/"$name".svg | pictures/"$name"/*.svg)
          view=$(basename "$file" .svg)
          printf '\n![%s: %s](%s)\n' "$(title_of "$map")" "${view#"$name"-}" "$file"
          ;;
      esac
    done
  done
} >.build/new-page
mv .build/new-page Maps/README.md
say "Wrote Maps/README.md."
