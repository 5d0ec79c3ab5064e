#!/bin/sh
# Makes the program for Linux from target/postroom, which `mvn -q -DskipTests package` leaves:
#   target/installer/postroom                the program with its own Java; runs from any folder
#   target/installer/postroom_VERSION_ARCH.deb   the same as a Debian package
# Needs a JDK 25 or newer (jdeps, jlink, jmod, jpackage) and dpkg-deb; with Xvfb the start-up cache knows the window.
set -eu
cd "$(dirname "$0")/.."

stop() {
  echo "$1" >&2
  exit 1
}

# --- What is needed

[ -f target/postroom/lib/postroom.jar ] || stop "target/postroom is missing. Nothing was made. Run first: mvn -q -DskipTests package"
jdk=
for found in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
  [ -x "$found/bin/jpackage" ] && [ -r "$found/release" ] || continue
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$found/release")
  if [ "${version:-0}" -ge 25 ]; then
    jdk=$found
    break
  fi
done
[ -n "$jdk" ] || stop "A JDK 25 or newer with jpackage is missing. Nothing was made. Install one, for example Eclipse Temurin 25, or set JAVA_HOME."
command -v dpkg-deb >/dev/null || stop "dpkg-deb is missing. Nothing was made. On Debian: apt-get install dpkg"

version=$(sed -n 's,.*<artifactId>postroom</artifactId><version>\([0-9.]*\).*,\1,p' pom.xml)
[ -n "$version" ] || stop "pom.xml does not say Postroom's version. Nothing was made."
lib=target/postroom/lib
work=target/installer/work
image=target/installer/postroom
rm -rf target/installer
mkdir -p "$work"

# --- JavaFX as modules of the JDK: classes from the jars, native files beside the JDK's own

for jar in "$lib"/javafx-*-linux*.jar "$lib"/jdk-jsobject-*-linux*.jar; do
  module=$("$jdk/bin/jar" --describe-module --file "$jar" | sed -n 's/^\([a-z.]*\)@.*/\1/p;s/^\([a-z.]*\) jar:.*/\1/p' | head -n 1)
  mkdir -p "$work/$module/classes" "$work/$module/native"
  (cd "$work/$module/classes" && "$jdk/bin/jar" -xf "$OLDPWD/$jar")
  find "$work/$module/classes" -maxdepth 1 -name '*.so' -exec mv {} "$work/$module/native" \;
  mkdir -p "$work/jmods"
  "$jdk/bin/jmod" create --compress zip-0 --class-path "$work/$module/classes" --libs "$work/$module/native" "$work/jmods/$module.jmod"
done

mkdir "$work/input"
for jar in "$lib"/*.jar; do
  case ${jar##*/} in
    javafx-* | jdk-jsobject-*) ;;
    *) cp -p "$jar" "$work/input" ;;
  esac
done

# --- Java: all of Java SE, since libraries look classes up by name, and what lists, DNS and screen readers need

"$jdk/bin/jlink" --module-path "$work/jmods" \
  --add-modules java.se,javafx.controls,javafx.web,jdk.unsupported,jdk.charsets,jdk.localedata,jdk.naming.dns \
  --add-modules jdk.accessibility,jdk.crypto.cryptoki,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$work/runtime"

# --- The program

# ControlsFX uses what JavaFX keeps to itself.
"$jdk/bin/jpackage" --type app-image --name postroom --app-version "$version" --vendor Postroom \
  --description "From a list to delivered letters, one letter each" --icon icons/postroom-256.png \
  --runtime-image "$work/runtime" --input "$work/input" --main-jar postroom.jar --main-class org.postroom.app.Main \
  --java-options "-XX:+UseSerialGC" --java-options "-XX:TieredStopAtLevel=1" \
  --java-options "-Xms32m" --java-options "-XX:MaxNewSize=16m" --java-options "-XX:TrimNativeHeapInterval=5000" --java-options "-XX:MinHeapFreeRatio=10" \
  --java-options "-XX:MaxHeapFreeRatio=20" --java-options "-XX:-ShrinkHeapInSteps" \
  --java-options "--enable-native-access=javafx.graphics,javafx.media,javafx.web,ALL-UNNAMED" \
  --java-options "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED" \
  --java-options "--add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED" \
  --java-options "--add-exports=javafx.controls/com.sun.javafx.scene.control.inputmap=ALL-UNNAMED" \
  --java-options "--add-exports=javafx.graphics/com.sun.javafx.scene.traversal=ALL-UNNAMED" \
  --java-options "-XX:AOTCache=\$APPDIR/postroom.aot" --java-options "-Xlog:aot=off" --java-options "-Xlog:cds=off" \
  --dest target/installer

# --- The start-up cache: what the JDK loaded and linked until the window stood, for the next start

app=$image/lib/app
set -- "$image/lib/runtime/bin/java" "-XX:AOTCacheOutput=$app/postroom.aot"
# The launcher's own options and class path, in its order: a cache made with others is not used.
while IFS= read -r line; do
  case $line in
    *AOTCache* | *-Xlog*) ;;
    java-options=*) set -- "$@" "${line#*=}" ;;
  esac
done < "$app/postroom.cfg"
classpath=$(sed -n 's,^app.classpath=$APPDIR/,'"$app"'/,p' "$app/postroom.cfg" | paste -s -d :)
set -- "$@" -cp "$classpath"

# Whether the window of the training run stands, or $1 half seconds have passed.
wait_for_window() {
  turns=$1
  while [ "$turns" -gt 0 ] && kill -0 "$training" 2>/dev/null; do
    [ -n "$display" ] && command -v xdotool >/dev/null && DISPLAY=$display xdotool search --onlyvisible --name Postroom >/dev/null 2>&1 && break
    sleep 0.5
    turns=$((turns - 1))
  done
}

export POSTROOM_WORKSPACE="$PWD/$work/workspace"
display=
if command -v Xvfb >/dev/null; then
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3> "$work/display" 2>/dev/null &
  screen=$!
  turns=50
  until [ -s "$work/display" ] || [ "$turns" -eq 0 ]; do
    sleep 0.1
    turns=$((turns - 1))
  done
  display=:$(cat "$work/display")
  DISPLAY=$display "$@" org.postroom.app.Main > "$work/training.log" 2>&1 &
else
  "$@" -Dglass.platform=Headless -Dprism.order=sw org.postroom.app.Main > "$work/training.log" 2>&1 &
fi
training=$!
wait_for_window 60
sleep 3 # what the window loads just after it stands
kill "$training" 2>/dev/null || true
wait "$training" || true
[ -z "$display" ] || kill "$screen"
[ -s "$app/postroom.aot" ] || stop "The start-up cache was not made; target/installer/work/training.log says why. Nothing else is missing from $image."

# --- The Debian package

root=$work/deb
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" "$root/usr/share/doc/postroom"
cp -a "$image" "$root/opt/postroom"
ln -s /opt/postroom/bin/postroom "$root/usr/bin/postroom"
cp installer/postroom.desktop "$root/usr/share/applications/postroom.desktop"
cp installer/postroom-mime.xml "$root/usr/share/mime/packages/postroom.xml"
cp LICENSE "$root/usr/share/doc/postroom/copyright"
for size in 16 24 32 48 64 128 256 512; do
  install -D -m 644 "icons/postroom-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/postroom.png"
done
install -D -m 644 icons/postroom.svg "$root/usr/share/icons/hicolor/scalable/apps/postroom.svg"
chmod -R u=rwX,go=rX "$root"

architecture=$(dpkg --print-architecture)
cat > "$root/DEBIAN/control" <<CONTROL
Package: postroom
Version: $version
Architecture: $architecture
Maintainer: Postroom <postroom@localhost>
Installed-Size: $(du -sk "$root/opt" | cut -f 1)
Depends: libc6, libgtk-3-0 | libgtk-3-0t64, libgl1, libx11-6, libxtst6, libxxf86vm1, libfreetype6, libfontconfig1
Recommends: libasound2 | libasound2t64
Section: mail
Priority: optional
Description: mail merge, one letter each
 From a list to delivered letters: reads a list of people, merges a text for each of
 them, shows the letters as they will arrive, reviews them and sends them one by one.
CONTROL
# zstd: a tenth larger than xz and made in seconds instead of minutes.
dpkg-deb --root-owner-group -Zzstd -z9 --build "$root" "target/installer/postroom_${version}_$architecture.deb" >/dev/null
rm -rf "$work"
echo "$image"
ls target/installer/*.deb
