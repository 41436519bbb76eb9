# SPDX-License-Identifier: GPL-3.0-or-later
"""Helps a draw.py to draw a neighbourhood: streets that meet, houses along them, and a GeoPackage of it all.

Drawn in metres on a straight sheet; `Sheet.bend` lays the sheet in the land: turned, and bent so that angles stay right.
"""
import cmath
import math
import sqlite3
import struct
from collections import defaultdict

CELL = 25  # m, of the search grid


def along(a, b, t):
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def distance(a, b):
    return math.hypot(b[0] - a[0], b[1] - a[1])


def length(line):
    return sum(distance(a, b) for a, b in zip(line, line[1:]))


def nearest_on(a, b, p):
    """The point of segment ab nearest to p."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
    return along(a, b, min(1, max(0, t)))


def crossing(a, b, c, d):
    """Where segments ab and cd cross inside both, or None."""
    r, s = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    det = r[0] * s[1] - r[1] * s[0]
    if abs(det) < 1e-9:
        return None
    t = ((c[0] - a[0]) * s[1] - (c[1] - a[1]) * s[0]) / det
    u = ((c[0] - a[0]) * r[1] - (c[1] - a[1]) * r[0]) / det
    return along(a, b, t) if 1e-6 < t < 1 - 1e-6 and 1e-6 < u < 1 - 1e-6 else None


def arc(centre, radius, from_degrees, to_degrees, step=10):
    count = max(2, round(abs(math.radians(to_degrees - from_degrees)) * radius / step))
    angles = [math.radians(from_degrees + (to_degrees - from_degrees) * k / count) for k in range(count + 1)]
    return [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles]


def ellipse(centre, rx, ry, count=28):
    return [(centre[0] + rx * math.cos(2 * math.pi * k / count), centre[1] + ry * math.sin(2 * math.pi * k / count))
            for k in range(count)]


def rounded(points, rounds=2, closed=False):
    """Cuts the corners of a line (Chaikin)."""
    for _ in range(rounds):
        pairs = list(zip(points, points[1:] + points[:1] if closed else points[1:]))
        cut = [q for a, b in pairs for q in (along(a, b, 0.25), along(a, b, 0.75))]
        points = cut if closed else [points[0], *cut[1:-1], points[-1]]
    return points


def beside(line, offset):
    """The line at `offset` m to its left, corners mitred."""
    normals = [((a[1] - b[1]) / distance(a, b), (b[0] - a[0]) / distance(a, b)) for a, b in zip(line, line[1:])]
    moved = []
    for k, p in enumerate(line):
        n, m = normals[max(0, k - 1)], normals[min(k, len(normals) - 1)]
        scale = offset / max(0.4, (1 + n[0] * m[0] + n[1] * m[1]) / 2)
        moved.append((p[0] + (n[0] + m[0]) / 2 * scale, p[1] + (n[1] + m[1]) / 2 * scale))
    return moved


def strip(line, lo, hi):
    """The ground between two offsets of a line, which loses vertices that lie within 3 m of another."""
    thinned = [p for k, p in enumerate(line[:-1]) if k == 0 or distance(p, line[k - 1]) > 3 and distance(p, line[-1]) > 3]
    line = thinned + [line[-1]]
    if line[0] == line[-1]:  # a round ends just before its beginning, so that it does not cross itself
        line[-1] = along(line[-1], line[-2], min(0.9, max(abs(lo), abs(hi)) / 2 / distance(line[-1], line[-2])))
    return beside(line, lo) + beside(line, hi)[::-1]


def rect(x0, y0, x1, y1):
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def inside(polygon, p):
    odd = False
    for a, b in zip(polygon, polygon[1:] + polygon[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < (b[0] - a[0]) * (p[1] - a[1]) / (b[1] - a[1]) + a[0]:
            odd = not odd
    return odd


def area(polygon):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, polygon[1:] + polygon[:1]))) / 2


def centre(polygon):
    return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)


def apart(p, q):
    """Whether two convex polygons do not overlap."""
    for polygon in (p, q):
        for a, b in zip(polygon, polygon[1:] + polygon[:1]):
            n = (a[1] - b[1], b[0] - a[0])
            ps, qs = ([n[0] * v[0] + n[1] * v[1] for v in r] for r in (p, q))
            if max(ps) <= min(qs) or max(qs) <= min(ps):
                return True
    return False


class Site:
    """What stands and lies on the sheet, so that nothing is built on a street or through a neighbour."""

    def __init__(self):
        self.ways, self.reserved = defaultdict(list), []
        self.built = defaultdict(list)

    @staticmethod
    def cells(points, margin=0.0):
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        for i in range(math.floor((min(xs) - margin) / CELL), math.floor((max(xs) + margin) / CELL) + 1):
            for j in range(math.floor((min(ys) - margin) / CELL), math.floor((max(ys) + margin) / CELL) + 1):
                yield i, j

    def keep_free(self, line, half):
        for a, b in zip(line, line[1:]):
            for cell in self.cells((a, b), half):
                self.ways[cell].append((a, b, half))

    def reserve(self, polygon):
        self.reserved.append(polygon)

    def is_free(self, polygon, margin=0.0):
        edges = list(zip(polygon, polygon[1:] + polygon[:1]))
        probes = [along(a, b, k / n) for a, b in edges for n in [max(2, math.ceil(distance(a, b) / 3))] for k in range(n)]
        probes.append(centre(polygon))
        for cell in self.cells(polygon, margin):
            for a, b, half in self.ways[cell]:
                if any(distance(nearest_on(a, b, p), p) < half + margin for p in probes):
                    return False
            if any(not apart(polygon, other) for other in self.built[cell]):
                return False
        return not any(inside(r, p) for r in self.reserved for p in probes)

    def build(self, polygon):
        for cell in self.cells(polygon):
            self.built[cell].append(polygon)


def houses_along(site, line, side, setback, width, depth, per_row, gap, pattern=lambda k: 0.0):
    """Rows of houses along a line, as (outline, front door), left (1) or right (-1) of it; what has no room is left out."""
    placed, k = [], 0
    for a, b in zip(line, line[1:]):
        whole, s, in_row = distance(a, b), 0.0, 0
        u = ((b[0] - a[0]) / whole, (b[1] - a[1]) / whole)
        n = (-u[1] * side, u[0] * side)

        def at(s, d):
            return a[0] + u[0] * s + n[0] * d, a[1] + u[1] * s + n[1] * d
        while s + width <= whole + 0.3 * width:
            d = setback + pattern(k)
            outline = [at(s, d), at(s + width, d), at(s + width, d + depth), at(s, d + depth)]
            if not site.is_free(outline, 0.4):
                s, in_row = s + 1.0, 0
                continue
            placed.append((outline, at(s + width * 0.3, d + 0.8)))
            site.build([along(p, centre(outline), 0.001) for p in outline])
            s, in_row, k = s + width, in_row + 1, k + 1
            if in_row == per_row:
                s, in_row = s + gap, 0
    return placed


def join(lines, snaps, bridges=(), loose=()):
    """Gives lines that cross or touch a common vertex; ends are moved by at most `snaps` of their line. Bridges meet
    others only at their own ends; a loose end stays."""
    free = set(bridges)
    for i, line in enumerate(lines):
        for end in (0, -1):
            if (i, end) in loose:
                continue
            p, best = line[end], (snaps[i], None)
            for j, other in enumerate(lines):
                for a, b in zip(other, other[1:]) if j != i else []:
                    q = nearest_on(a, b, p)
                    if j in free:
                        q = min((other[0], other[-1]), key=lambda e: distance(e, p))
                    near = min((a, b), key=lambda e: distance(e, p))
                    q = near if distance(near, p) < 0.7 else q
                    if distance(q, p) < best[0]:
                        best = (distance(q, p), q)
            if best[1]:
                line[end] = best[1]
    extra = defaultdict(list)  # (line, segment): points
    for i, line in enumerate(lines):
        for j in range(i):
            other = lines[j]
            for s, (a, b) in enumerate(zip(line, line[1:])):
                for t, (c, d) in enumerate(zip(other, other[1:])):
                    if max(a[0], b[0]) < min(c[0], d[0]) - 1 or max(c[0], d[0]) < min(a[0], b[0]) - 1:
                        continue
                    if max(a[1], b[1]) < min(c[1], d[1]) - 1 or max(c[1], d[1]) < min(a[1], b[1]) - 1:
                        continue
                    q = crossing(a, b, c, d) if i not in free and j not in free else None
                    if q:
                        extra[i, s].append(q)
                        extra[j, t].append(q)
                    for p, on, key, ends in ((a, (c, d), (j, t), 0), (b, (c, d), (j, t), 0),
                                             (c, (a, b), (i, s), 0), (d, (a, b), (i, s), 0)):
                        if key[0] not in free and p not in on and distance(nearest_on(*on, p), p) < 1e-6:
                            extra[key].append(p)
    joined = []
    for i, line in enumerate(lines):
        points = [line[0]]
        for s, (a, b) in enumerate(zip(line, line[1:])):
            for q in sorted(extra[i, s], key=lambda p: distance(a, p)) + [b]:
                if distance(points[-1], q) > 1e-3:
                    points.append(q)
                elif q == b:
                    points[-1] = b
        joined.append(points)
    return joined


class Sheet:
    """From the drawing sheet to RD New: z -> origin + turn * (z + c z^2), which keeps angles; rounded to millimetres."""

    def __init__(self, middle, origin, turn_degrees, c):
        self.middle, self.origin, self.c = complex(*middle), origin, c
        self.turn = cmath.exp(1j * math.radians(turn_degrees))

    def bend(self, p):
        z = complex(*p) - self.middle
        w = self.turn * (z + self.c * z * z)
        return round(self.origin[0] + w.real, 3), round(self.origin[1] + w.imag, 3)

    def angle(self, p):
        """How the sheet is turned at p, in degrees."""
        return math.degrees(cmath.phase(self.turn * (1 + 2 * self.c * (complex(*p) - self.middle))))


# ---------------------------------------------------------------- GeoPackage

RD_NEW = (
    'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,'
    '299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
    'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],'
    'PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],'
    'PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],'
    'PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],'
    'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]')
WGS84 = ('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
         'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]')
TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""


def points_of(kind, shape):
    return [shape] if kind == "POINT" else shape if kind == "LINESTRING" else [p for ring in shape for p in ring]


def geometry(kind, shape):
    def run(points):
        return struct.pack("<I", len(points)) + b"".join(struct.pack("<2d", *p) for p in points)
    head = b"GP\0\1" + struct.pack("<i", 28992)
    if kind == "POINT":
        return head + struct.pack("<BI2d", 1, 1, *shape)
    if kind == "LINESTRING":
        return head + struct.pack("<BI", 1, 2) + run(shape)
    return head + struct.pack("<BII", 1, 3, len(shape)) + b"".join(run(ring + ring[:1]) for ring in shape)


def write_geopackage(path, layers, date):
    """layers: name -> (POINT, LINESTRING, POLYGON or None, {column: type}, description, [(shape, *values)])."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript("PRAGMA page_size=4096; PRAGMA application_id=1196444487; PRAGMA user_version=10300;" + TABLES)
    db.execute("BEGIN")
    for row in (("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", None),
                ("Undefined geographic SRS", 0, "NONE", 0, "undefined", None),
                ("WGS 84", 4326, "EPSG", 4326, WGS84, None), ("Amersfoort / RD New", 28992, "EPSG", 28992, RD_NEW, None)):
        db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", row)
    for name, (kind, columns, description, rows) in layers.items():
        fields = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"] + ([f"geom {kind}"] if kind else [])
        db.execute(f"CREATE TABLE {name} ({', '.join(fields + [f'{c} {t}' for c, t in columns.items()])})")
        box = [None] * 4
        if kind:
            points = [p for row in rows for p in points_of(kind, row[0])]
            box = [f(p[k] for p in points) for f in (min, max) for k in (0, 1)]
        db.execute("INSERT INTO gpkg_contents VALUES (?,?,?,?,?,?,?,?,?,?)",
                   (name, "features" if kind else "attributes", name, description, date + "T00:00:00.000Z", *box,
                    28992 if kind else None))
        if kind:
            db.execute("INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,28992,0,0)", (name, kind))
        for k, row in enumerate(rows):
            values = ([geometry(kind, row[0])] if kind else []) + list(row[1:] if kind else row)
            assert len(values) == len(columns) + bool(kind), (name, row)
            db.execute(f"INSERT INTO {name} VALUES ({','.join('?' * (len(values) + 1))})", (k + 1, *values))
    db.execute("COMMIT")
    db.execute("VACUUM")
    db.close()
