// Writes src/main/resources/org/postroom/engine/mail-clients.tsv from the data of caniemail.com.
//
//   npm pack caniemail@2.0.2 && tar xzf caniemail-2.0.2.tgz
//   node src/build/mail-clients.mjs package/dist/data/caniemail.json \
//     > src/main/resources/org/postroom/engine/mail-clients.tsv
//
// A line says what three families of mail programs do not show at all, by their newest test. What
// is shown in part is left out, and so is what nobody misses where it is not shown.

import { readFileSync } from 'node:fs';

const all = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const CLIENTS = [
  ['Outlook for Windows', [['outlook', 'windows']]],
  ['Gmail', [['gmail', 'desktop-webmail'], ['gmail', 'android'], ['gmail', 'ios']]],
  ['Apple Mail', [['apple-mail', 'macos'], ['apple-mail', 'ios']]],
];

// A letter without them reads the same: lines are longer, corners of words break elsewhere,
// a pointer looks otherwise, an assistive name that the words beside it say as well.
const NOT_MISSED = new Set([
  'abbr', 'acronym', 'bdi', 'rp', 'wbr', 'max-block-size', 'max-inline-size', 'min-block-size',
  'min-inline-size', 'min-height', 'media', 'table-layout', 'text-align-last', 'text-justify',
  'text-overflow', 'user-select', 'white-space-collapse', 'widows', 'word-wrap', 'box-sizing', 'color-scheme', 'cursor', 'font-kerning', 'font-size-adjust', 'font-stretch',
  'hyphens', 'hyphenate-character', 'hyphenate-limit-chars', 'inert', 'max-width', 'min-width',
  'orphans', 'outline', 'outline-offset', 'overflow-wrap', 'resize', 'scroll-snap', 'tab-size',
  'text-decoration-skip-ink', 'text-underline-offset', 'text-underline-position', 'text-wrap',
  'transition', 'lang', 'loading', 'popover', 'required', 'role', 'target',
]);

function feature({ category, title }) {
  let found;
  if (category === 'css') {
    if ((found = /^([a-z-]+)(?: CSS)?(?: property)?$/.exec(title))) return ['property', found[1], ''];
    if ((found = /^([a-z-]+):\s*([a-z-]+)$/.exec(title))) return ['property', found[1], found[2]];
    if ((found = /^@([a-z-]+)$/.exec(title))) return ['rule', found[1], ''];
  } else if (category === 'html') {
    if ((found = /^<([a-z0-9]+)> element$/.exec(title))) return ['element', found[1], ''];
    if ((found = /^([a-z-]+) attribute$/.exec(title))) return ['attribute', found[1], ''];
    if (title === 'Embedded <svg> image') return ['element', 'svg', ''];
  }
  return null;
}

const newest = (versions) => Object.values(versions ?? {}).at(-1) ?? '';
const lines = [];
for (const one of all.data) {
  const what = feature(one);
  if (what === null || NOT_MISSED.has(what[1]) || what[1].startsWith('aria-')) continue;
  const without = CLIENTS
    .filter(([, kinds]) => kinds.some(([family, kind]) => /^n\b/.test(newest(one.stats[family]?.[kind]))))
    .map(([name]) => name);
  if (without.length > 0) lines.push([...what, without.join(', ')].join('\t'));
}
lines.sort();
process.stdout.write(
  `# What mail programs do not show: kind, name, value (empty: any), programs.
# From the data of caniemail.com, ${all.last_update_date.slice(0, 10)}, npm package caniemail 2.0.2 (MIT License,
# Copyright Avi Goldman, Copyright Andrew Powell). Written by src/build/mail-clients.mjs.
${lines.join('\n')}
`);
