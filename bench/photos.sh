# Photos of 12 megapixels taken in per second (both sizes made, stored and synced), and the memory of the program
# that does it, against vipsthumbnail making the same two sizes of the same files. Sourced by bin/bench; needs no shop.
if ! command -v vipsthumbnail >/dev/null; then
  echo "bench: installing vipsthumbnail ..." >&2
  apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libvips-tools >/dev/null ||
    { echo "bench: vipsthumbnail is needed; it is in Debian's libvips-tools package" >&2; exit 1; }
fi
"$root/bin/tukar" --version >&2
program="$root/target/program/tukar.jar:$root/target/program/lib/*"
mkdir "$shop/classes" "$shop/photos" "$shop/sizes"
"$(dirname "$java")/javac" -d "$shop/classes" -cp "$program" "$bench/photos/PhotoBench.java"
threads="$(nproc)"
echo "bench: drawing photos ..." >&2
"$java" -Xmx256m -XX:+UseSerialGC -cp "$shop/classes:$program" PhotoBench draw "$shop/photos" 12

# Each core its own files, one thread each; both sizes of each.
cat >"$shop/sizes.sh" <<'SIZES'
printf '%s\n' "$1"/*.jpg | VIPS_CONCURRENCY=1 xargs -P "$3" -n "$4" sh -c \
  'for side in 2400 320; do vipsthumbnail --size ${side}x$side -o "$0/%s-$side.jpg[Q=85,strip]" "$@"; done' "$2"
SIZES
echo "bench: measuring, a minute and a half ..." >&2
# The settings of the program, so that its memory is what it has.
"$java" -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -cp "$shop/classes:$program" \
  PhotoBench take "$shop/photos" "$shop/store" "$threads" 12 \
  sh "$shop/sizes.sh" "$shop/photos" "$shop/sizes" "$threads" "$(((12 + threads - 1) / threads))"
