#!/bin/sh
# Draws again the pictures that are kept in the repository, and writes the page that shows the maps.
#
#   Maps/pictures/   every map of Maps/, shown by Maps/README.md
#   docs/pictures/   the maps of Examples/ and the modules of the project, for the pages in docs/
#
# Everything is drawn aside; nothing is replaced until all of it is there.
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

program=.build/release/fingerpost
architecture=.build/release/draw-architecture
new=.build/gallery

rm -rf "$new"
mkdir -p "$new"

# draw FOLDER: draws every map of FOLDER aside, one folder a map. The cards, of which there is one a
# service, are kept as SVG and in words only, since pictures lead to them. The list of what was drawn
# is of no use where everything is drawn anew.
draw() {
  "$program" draw "$1" --output "$new/$1" --format svg,png,text >"$new/drawn" ||
    stop "A map in $1 could not be drawn, so all pictures were left as they were."
  find "$new/$1" -name 'card-*.png' -exec rm {} +
  find "$new/$1" -name .fingerpost-made -exec rm {} +
  say "Drew the maps of $1: $(find "$new/$1" -name '*.svg' | wc -l) pictures are kept."
}
draw Maps
draw Examples
"$architecture" "$new/Examples" ||
  stop "The modules could not be drawn, so all pictures were left as they were."
say "Drew the modules of the project."

# ---- The page

# title_of MAP: what a map file says after 'title:'.
title_of() {
  sed -n -e 's/^title:[[:space:]]*//' -e t1 -e d -e :1 -e 's/^"\(.*\)"$/\1/' -e p -e q "$1"
}

# summary_of MAP: what a map file says after 'summary:', on one line.
summary_of() {
  awk '
    /^summary:/ { found = 1; sub(/^summary:[[:space:]]*/, ""); if ($0 !~ /^[>|]/) text = $0; next }
    found && /^[[:space:]]/ { sub(/^[[:space:]]+/, ""); text = text (text == "" ? "" : " ") $0; next }
    found { exit }
    END { gsub(/^"|"$/, "", text); print text }
  ' "$1"
}

# words_of PICTURE.md: the sentences that stand under title and question of a picture in words.
words_of() {
  awk 'NF && ++paragraph == 3 { print; exit }' "$1"
}

# service_of CARD.md: the service that a card is about.
service_of() {
  awk 'NF && ++paragraph == 2 { sub(/^[^:]*: /, ""); print; exit }' "$1"
}

# views_of FOLDER: the pictures that are drawn there, but for cards; services and boards come first.
views_of() {
  for view in system board; do
    [ ! -f "$1/$view.md" ] || echo "$view"
  done
  find "$1" -name '*.md' | sed -e 's|.*/||' -e 's/\.md$//' | LC_ALL=C sort |
    grep -v -x -e system -e board -e 'card-.*' || true
}

# page_of FOLDER: the page that shows the maps of FOLDER and the pictures drawn of them.
page_of() {
  cat <<'PAGE'
# The maps

Each map says only what its sources say, and cites them ([the sources](../docs/sources.md)); what they
leave out is left out here too. `make gallery` draws the pictures and writes this page. To see a
picture large, choose it; "in words" is the same for people who listen or search.

PAGE
  for map in "$1"/*.yaml; do
    printf '%s\n' "- [$(title_of "$map")](#$(basename "$map" .yaml))"
  done
  for map in "$1"/*.yaml; do
    name=$(basename "$map" .yaml)
    title=$(title_of "$map")
    printf '\n<a id="%s"></a>\n\n## %s\n\n%s\n\n' "$name" "$title" "$(summary_of "$map")"
    printf 'The map: [%s.yaml](%s.yaml)\n' "$name" "$name"
    for view in $(views_of "$new/$1/$name"); do
      words=$new/$1/$name/$view.md
      picture=pictures/$name/$view
      printf '\n[![%s, %s: %s](%s.svg)](%s.svg)\n' \
        "$title" "$view" "$(words_of "$words")" "$picture" "$picture"
      printf '\nThe %s picture [in words](%s.md), [as PNG](%s.png)\n' "$view" "$picture" "$picture"
    done
    set -- "$1" "$new/$1/$name"/card-*.md
    [ -f "$2" ] || continue
    printf '\nOne service on a page:\n\n'
    for words in "$@"; do
      [ "$words" != "$1" ] || continue
      printf -- '- [%s](pictures/%s/%s.svg)\n' "$(service_of "$words")" "$name" "$(basename "$words" .md)"
    done
  done
}
page_of Maps >"$new/page"

# ---- Putting it in place

rm -rf Maps/pictures docs/pictures
mv "$new/Maps" Maps/pictures
mv "$new/Examples" docs/pictures
mv "$new/page" Maps/README.md
rm -rf "$new"
say "Replaced Maps/pictures and docs/pictures, and wrote Maps/README.md."
