// Writes knowledge/actors/states.txt from the npm package world-countries (ODbL 1.0), joined with tools/facts/states.extra.json
// (short and former names, metonyms, historical and contested states).
// usage: node tools/facts/states.mjs FOLDER-WITH-node_modules > knowledge/actors/states.txt
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[2], 'package.json'));
const countries = require('world-countries');
const extra = JSON.parse(readFileSync(new URL('./states.extra.json', import.meta.url)));
const list = values => [...new Set(values.filter(Boolean))].join(' | ');
const line = (name, value) => value ? `  ${name}: ${value}\n` : '';

function plural(demonym) {
  if (/(ese|ss|sh|ch|Swiss|Thai|people)$/.test(demonym)) return demonym;
  if (/(man)$/.test(demonym) && !/(German|Oman)$/.test(demonym)) return demonym.replace(/man$/, 'men');
  return demonym.endsWith('s') ? demonym : demonym + 's';
}

let out = '# States and territories. Made by tools/facts/states.mjs from world-countries (ODbL 1.0); see NOTICE.\n'
  + '# Edit tools/facts/states.extra.json, not this file.\n';
const used = new Set();
for (const c of [...countries].sort((a, b) => a.cca3 < b.cca3 ? -1 : 1)) {
  const id = c.cca3 === 'UNK' ? 'XKX' : c.cca3;
  const x = extra[id] ?? {};
  used.add(id);
  const name = x.name ?? c.name.common;
  const demonym = c.demonyms?.eng?.m;
  const demonyms = x.demonyms ?? (demonym ? [demonym, plural(demonym)] : []);
  const adjectives = x.adjectives ?? (demonym ? [demonym] : []);
  const capitals = x.capital ?? c.capital;
  const borders = c.borders.map(b => b === 'UNK' ? 'XKX' : b);
  out += `\nstate ${id} "${name}"\n`
    + line('names', list([name, c.name.common, c.name.official, ...(x.names ?? [])]))
    + (x.dated ?? []).map(d => `  ${d}\n`).join('')
    + line('adjectives', list(adjectives)) + line('demonyms', list(demonyms))
    + line('capital', list(capitals)) + line('metonyms', list(x.metonyms ?? [])) + line('borders', borders.join(' '))
    + line('code2', c.cca2) + line('position', c.latlng?.join(' '))
    + line('exists', x.exists) + line('part-of', x.partOf);
}
for (const [id, x] of Object.entries(extra)) {
  if (used.has(id)) continue;
  out += `\nstate ${id} "${x.name}"\n` + line('names', list([x.name, ...(x.names ?? [])])) + (x.dated ?? []).map(d => `  ${d}\n`).join('')
    + line('adjectives', list(x.adjectives ?? [])) + line('demonyms', list(x.demonyms ?? [])) + line('capital', list(x.capital ?? []))
    + line('metonyms', list(x.metonyms ?? [])) + line('borders', x.borders) + line('position', x.position)
    + line('exists', x.exists) + line('part-of', x.partOf);
}
process.stdout.write(out);
