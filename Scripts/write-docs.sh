#!/bin/sh
# Writes the pages in docs/ that are made from code, and the API's pages into .build/docs.
#
# A page is written aside and moved into place, so that a failure leaves the old one as it was.
set -eu
cd "$(dirname "$0")/.."
. Scripts/common.sh

program=.build/release/fingerpost

# write_page FILE ARGUMENT...: what `fingerpost ARGUMENT...` prints becomes FILE.
write_page() {
  page=$1
  shift
  "$program" "$@" >".build/new-page" || stop "'fingerpost $*' failed, so $page was left as it was."
  mv ".build/new-page" "$page"
  say "Wrote $page."
}
write_page docs/fingerpost.schema.json schema
write_page docs/map-format.md schema --markdown
write_page docs/rules.md rules --markdown
write_page docs/profiles.md profiles --markdown

libraries=""
for folder in Sources/Fingerpost* Sources/GraphvizRendering; do
  libraries="$libraries --target ${folder#Sources/}"
done

say "Writing the API's pages; a warning stops it."
# shellcheck disable=SC2086
swift package --allow-writing-to-directory .build/docs generate-documentation $libraries \
  --enable-experimental-combined-documentation --warnings-as-errors --output-path .build/docs \
  >.build/docs.log 2>&1 || {
  grep -E -A 8 'error:|warning:' .build/docs.log >&2 || tail -n 30 .build/docs.log >&2
  stop "The API's pages could not be written. The whole report is in .build/docs.log."
}
say "Wrote the API's pages. To read them:"
say "  python3 -m http.server --directory .build/docs 8000    then http://localhost:8000/documentation"
