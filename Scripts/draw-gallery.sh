#!/bin/sh
# Draws again the pictures that are kept in the repository, and writes the page that shows them.
#
#   Maps/pictures/   every map of Maps/, shown by Maps/README.md
#   docs/pictures/   the maps of Examples/ and the architecture, for the pages in docs/
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

program=.build/release/fingerpost
new=.build/gallery

# draw FOLDER: draws every map of FOLDER into a new folder.
draw() {
  rm -rf "$new"
  mkdir -p "$new"
  "$program" draw "$1" --output "$new" --format svg,png,text >/dev/null ||
    stop "A map in $1 could not be drawn, so the pictures were left as they were."
}

# keep FOLDER: puts what was drawn in place of FOLDER.
keep() {
  mkdir -p "$(dirname "$1")"
  rm -rf "$1"
  mv "$new" "$1"
  say "Drew the pictures in $1."
}

draw Maps
keep Maps/pictures
draw Examples
swift build --configuration release --product draw-architecture >/dev/null
.build/release/draw-architecture "$new" >/dev/null
keep docs/pictures

# words_of KEY MAP: what a map file says after a top-level key that stands on one line or is folded
# over several.
words_of() {
  awk -v key="$1" '
    $0 ~ "^" key ":" { sub("^" key ":[ >|-]*", ""); text = $0; found = 1; next }
    found && /^[ \t]+[^ \t]/ { sub(/^[ \t]+/, ""); text = text (text == "" ? "" : " ") $0; next }
    found { exit }
    END { gsub(/^"|"$/, "", text); print text }' "$2"
}

# The gallery: each map with its title, its summary and its pictures.
{
  cat <<'PAGE'
# The maps

Each map says only what its sources say; what they leave out is left out here too, and the pictures
say so. Beside each picture lies the same in words, for people who cannot see it. `make gallery`
draws the pictures and writes this page.
PAGE
  for map in Maps/*.yaml; do
    name=$(basename "$map" .yaml)
    title=$(words_of title "$map")
    printf '\n## %s\n\n%s\n\nThe map: [%s](%s)\n' "$title" "$(words_of summary "$map")" \
      "$(basename "$map")" "$(basename "$map")"
    for view in system board training links flow; do
      [ -f "Maps/pictures/$name/$view.png" ] || continue
      printf '\n[![%s: the %s picture](pictures/%s/%s.png)](pictures/%s/%s.svg)\n' \
        "$title" "$view" "$name" "$view" "$name" "$view"
      printf '\n[The %s picture in words](pictures/%s/%s.md)\n' "$view" "$name" "$view"
    done
  done
} >.build/new-page
mv .build/new-page Maps/README.md
say "Wrote Maps/README.md."
