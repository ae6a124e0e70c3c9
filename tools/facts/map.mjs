// The desk's world map: node tools/facts/map.mjs WORLD_ATLAS TOPOJSON_CLIENT WORLD_COUNTRIES > src/Demarche.Web/wwwroot/maps/world.json
// WORLD_ATLAS, TOPOJSON_CLIENT and WORLD_COUNTRIES are the unpacked npm packages world-atlas 2.0.2, topojson-client 3.1.0 and world-countries 5.1.0.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [atlas, client, countries] = process.argv.slice(2);
const { feature } = createRequire(import.meta.url)(`${client}/dist/topojson-client.js`);
const world = JSON.parse(readFileSync(`${atlas}/countries-110m.json`));
const known = JSON.parse(readFileSync(`${countries}/countries.json`));
const alpha3 = new Map(known.map(c => [c.ccn3, c.cca3]));
const names = new Map(known.map(c => [c.cca3, c.name.common]));
// Shapes without an ISO number. Somaliland and Northern Cyprus are drawn with the state whose code events there carry.
const unnumbered = { 'Kosovo': 'XKX', 'Somaliland': 'SOM', 'N. Cyprus': 'CYP' };
const round = x => Array.isArray(x) ? x.map(round) : Math.round(x * 100) / 100;

// A ring that crosses the antimeridian is unrolled, then cut there into a part on either side.
function unrolled(ring) {
    let shift = 0;
    return ring.map(([x, y], i) => {
        if (i > 0) {
            const step = x - ring[i - 1][0];
            if (step > 180) shift -= 360;
            if (step < -180) shift += 360;
        }
        return [x + shift, y];
    });
}
function side(ring, inside) {
    const kept = [];
    ring.forEach(([x, y], i) => {
        const [px, py] = ring[(i + ring.length - 1) % ring.length];
        if (inside(x) !== inside(px)) {
            const edge = Math.max(x, px) > 180 ? 180 : -180;
            kept.push([edge, py + (y - py) * (edge - px) / (x - px)]);
        }
        if (inside(x)) kept.push([x, y]);
    });
    return kept;
}
function cut(polygon) {
    const rings = polygon.map(unrolled);
    const all = rings.flat().map(([x]) => x);
    const over = Math.max(...all) > 180 ? 1 : Math.min(...all) < -180 ? -1 : 0;
    if (over === 0) return [rings];
    const within = x => over > 0 ? x <= 180 : x >= -180;
    const beyond = rings.map(r => side(r, x => !within(x)).map(([x, y]) => [x - over * 360, y]));
    return [rings.map(r => side(r, within)), beyond].map(p => p.filter(r => r.length > 3)).filter(p => p.length > 0);
}

const shapes = new Map();
for (const f of feature(world, world.objects.countries).features) {
    const code = alpha3.get(f.id) ?? unnumbered[f.properties.name];
    if (!code) throw new Error(`no code for ${f.properties.name}`);
    if (code === 'ATA') continue;
    const polygons = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
    const shape = shapes.get(code) ?? { name: names.get(code) ?? f.properties.name, polygons: [] };
    shape.polygons.push(...round(polygons.flatMap(cut)));
    shapes.set(code, shape);
}
console.log(JSON.stringify({
    type: 'FeatureCollection',
    features: [...shapes].sort(([a], [b]) => a < b ? -1 : 1).map(([code, s]) => ({
        type: 'Feature',
        properties: { name: code, label: s.name },
        geometry: { type: 'MultiPolygon', coordinates: s.polygons },
    })),
}));
