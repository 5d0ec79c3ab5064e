#!/bin/sh
# Makes every picture of the icon from the two drawings: postroom.svg, and postroom-small.svg for the sizes in
# which the first one's lines would blur. Needs rsvg-convert (librsvg) and ImageMagick. Its results are kept in
# the repository, so that building Postroom needs neither.
set -eu
cd "$(dirname "$0")"

for tool in rsvg-convert /usr/bin/convert; do
  command -v "$tool" >/dev/null || {
    echo "$tool is missing. No icon was changed. On Debian: apt-get install librsvg2-bin imagemagick" >&2
    exit 1
  }
done

for size in 16 24; do rsvg-convert -w $size -h $size postroom-small.svg -o postroom-$size.png; done
for size in 32 48 64 128 256 512; do rsvg-convert -w $size -h $size postroom.svg -o postroom-$size.png; done

# Windows: one file with all sizes.
/usr/bin/convert postroom-16.png postroom-24.png postroom-32.png postroom-48.png postroom-64.png \
  postroom-128.png postroom-256.png postroom.ico

# macOS: "icns", the length of the whole, then for each picture its type, its length with these eight bytes, and
# the PNG. Numbers are four bytes, the highest first.
number() {
  printf "\\$(printf %03o $(($1 >> 24 & 255)))\\$(printf %03o $(($1 >> 16 & 255)))"
  printf "\\$(printf %03o $(($1 >> 8 & 255)))\\$(printf %03o $(($1 & 255)))"
}
pictures=$(mktemp)
trap 'rm -f "$pictures"' EXIT
for entry in icp4:16 icp5:32 icp6:64 ic07:128 ic08:256 ic09:512 ic11:32 ic12:64 ic13:256 ic14:512; do
  file=postroom-${entry#*:}.png
  {
    printf %s "${entry%:*}"
    number $(($(wc -c < "$file") + 8))
    cat "$file"
  } >> "$pictures"
done
{
  printf icns
  number $(($(wc -c < "$pictures") + 8))
  cat "$pictures"
} > postroom.icns
