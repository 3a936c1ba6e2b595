#!/usr/bin/env bash
# Signs Fasthold.app, puts it into a disk image, and has Apple notarise it.
#
#   make_dmg.sh DIST VERSION OUT     DIST holds Fasthold.app, as PyInstaller made it
#
# FASTHOLD_SIGNING_IDENTITY   "Developer ID Application: …"; without it the app is signed for this Mac alone
# FASTHOLD_NOTARY_PROFILE     what `xcrun notarytool store-credentials` was given; without it nothing is sent
set -eu

dist=$1 version=$2 out=$3
here=$(cd "$(dirname "$0")" && pwd)
app=$dist/Fasthold.app
identifier=dk.fasthold.Fasthold
identity=${FASTHOLD_SIGNING_IDENTITY:--}
image=$out/Fasthold-$version-$(uname -m).dmg

say() { echo "== $*"; }

# The keychain trusts an identifier signed by one identity: with another, it asks for the key anew.
found=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleIdentifier' "$app/Contents/Info.plist")
[ "$found" = "$identifier" ] || { echo "the bundle calls itself $found" >&2; exit 1; }

say "signing as $identity"
hardened=(--options runtime --timestamp)
[ "$identity" = - ] && hardened=()
# From the inside out: a signature covers what lies within.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 1 codesign --force ${hardened[@]+"${hardened[@]}"} --sign "$identity"
find "$app/Contents" -type d -name '*.framework' -print0 |
    xargs -0 -n 1 codesign --force ${hardened[@]+"${hardened[@]}"} --sign "$identity"
codesign --force ${hardened[@]+"${hardened[@]}"} --entitlements "$here/entitlements.plist" \
    --identifier "$identifier" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

say "trying it"
"$app/Contents/MacOS/fasthold" --selftest

say "making $image"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname Fasthold -srcfolder "$folder" -fs HFS+ -format ULFO -ov "$image"
if [ "$identity" != - ]; then
    codesign --timestamp --sign "$identity" "$image"
fi

if [ -n "${FASTHOLD_NOTARY_PROFILE:-}" ]; then
    say "asking Apple"
    xcrun notarytool submit "$image" --keychain-profile "$FASTHOLD_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature "$image"
fi
