#!/bin/sh
# Writes the English dictionary of src/main/resources/org/postroom/spelling from the npm package dictionary-en-gb 3.0.0
# (SCOWL, en_GB-ise, size 60; licence beside it), unchanged.
set -e
to=src/main/resources/org/postroom/spelling
npm pack dictionary-en-gb@3.0.0
tar xzf dictionary-en-gb-3.0.0.tgz
mkdir -p $to
cp package/index.aff $to/en-GB.aff
cp package/index.dic $to/en-GB.dic
cp package/license $to/en-GB.licence.txt
rm -r package dictionary-en-gb-3.0.0.tgz
