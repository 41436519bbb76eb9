// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the area of every space that trefpunt read with a slice of the triangles that web-ifc
// makes of it: at 1 m above the lowest point, or just above it where that is larger.
//
//   node check.mjs PLAN.json MODEL.ifc
//
// PLAN.json is what `trefpunt show --json` printed. Exits 1 with the spaces that differ by more
// than 1 % and of which it does not say so (finding 136).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { IfcAPI, IFCSPACE } = createRequire(import.meta.url)('web-ifc');

// Twice the area of what lies inside the cut, whichever way the triangles turn: along lines in x the
// cut's pieces are crossed, and every second stretch lies inside.
function sliceArea(triangles, height) {
  const cuts = [];
  for (const t of triangles) {
    const at = [];
    for (let i = 0; i < 3; ++i) {
      const a = t[i], b = t[(i + 1) % 3];
      if ((a[2] < height) === (b[2] < height)) continue;
      const s = (height - a[2]) / (b[2] - a[2]);
      at.push([a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])]);
    }
    if (at.length === 2) cuts.push(at);
  }
  if (cuts.length === 0) return 0;
  // Between two neighbouring corners the width is linear in y: its middle tells the area exactly.
  const ys = [...new Set(cuts.flat().map((p) => p[1]))].sort((a, b) => a - b);
  let area = 0;
  for (let i = 0; i + 1 < ys.length; ++i) {
    const high = ys[i + 1] - ys[i];
    if (high < 1e-7) continue;
    const y = (ys[i] + ys[i + 1]) / 2;
    const xs = [];
    for (const [a, b] of cuts) {
      if ((a[1] < y) === (b[1] < y)) continue;
      xs.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
    xs.sort((a, b) => a - b);
    for (let k = 0; k + 1 < xs.length; k += 2) area += high * (xs[k + 1] - xs[k]);
  }
  return area;
}

function floorArea(triangles) {
  let low = Infinity, high = -Infinity;
  for (const p of triangles.flat()) {
    low = Math.min(low, p[2]);
    high = Math.max(high, p[2]);
  }
  // Off the heights at which corners lie.
  const at = (h) => sliceArea(triangles, Math.min(low + h, (low + high) / 2) + 0.000271);
  return Math.max(at(1), at(0.1));
}

const [plan, model] = process.argv.slice(2);
const api = new IfcAPI();
await api.Init();
const id = api.OpenModel(new Uint8Array(readFileSync(model)), { COORDINATE_TO_ORIGIN: false });
const triangles = new Map();
api.StreamAllMeshesWithTypes(id, [IFCSPACE], (mesh) => {
  const list = [];
  for (let g = 0; g < mesh.geometries.size(); ++g) {
    const placed = mesh.geometries.get(g);
    const geometry = api.GetGeometry(id, placed.geometryExpressID);
    const points = api.GetVertexArray(geometry.GetVertexData(), geometry.GetVertexDataSize());
    const index = api.GetIndexArray(geometry.GetIndexData(), geometry.GetIndexDataSize());
    const m = placed.flatTransformation;
    // Six numbers a corner, y up: back to z up.
    const corner = (i) => {
      const [x, y, z] = [points[6 * i], points[6 * i + 1], points[6 * i + 2]];
      return [
        m[0] * x + m[4] * y + m[8] * z + m[12],
        -(m[2] * x + m[6] * y + m[10] * z + m[14]),
        m[1] * x + m[5] * y + m[9] * z + m[13],
      ];
    };
    for (let i = 0; i + 2 < index.length; i += 3) {
      list.push([corner(index[i]), corner(index[i + 1]), corner(index[i + 2])]);
    }
  }
  triangles.set(mesh.expressID, list);
});

const read = new Map();
const shown = JSON.parse(readFileSync(plan, 'utf8'));
const told = new Set(shown.findings.filter((f) => f.code === 136).map((f) => f.where.object));
for (const storey of shown.storeys) {
  for (const space of storey.spaces) if (space.source_key) read.set(space.source_key, space);
}
const wrong = [];
let worst = 0;
for (const express of triangles.keys()) {
  const line = api.GetLine(id, express);
  const key = line.GlobalId.value;
  const name = line.LongName?.value ?? line.Name?.value ?? key;
  const space = read.get(key);
  if (!space) {
    wrong.push(`${name}: not read`);
    continue;
  }
  const area = floorArea(triangles.get(express));
  const off = Math.abs(space.area_m2 - area) / area;
  if (told.has(key)) {
    console.log(`${name}: said to differ, ${space.area_m2} m2 against ${area} m2`);
    continue;
  }
  worst = Math.max(worst, off);
  if (!(off <= 0.01)) wrong.push(`${name}: ${space.area_m2} m2, web-ifc ${area} m2`);
}
if (triangles.size === 0) wrong.push('web-ifc finds no spaces');
console.log(`${triangles.size} spaces, ${(100 * worst).toFixed(3)} % at most`);
for (const line of wrong) console.log(line);
process.exit(wrong.length === 0 ? 0 : 1);
