# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns the tables of a sample's draw.py into a plan: DXF per storey, indoor GeoJSON and a room list.

Metres in the tables, whole millimetres inside. Walls are what is left of the outline after rooms, doors and windows
are taken out, so nothing gaps or overlaps.
"""
import dataclasses
import json
import math
from collections import Counter

FAR = 10_000

# block: width, depth, seats, blocks the way. The front of a block looks along +y.
BLOCKS = {"STOEL": (500, 500, 1, False), "FAUTEUIL": (800, 800, 1, True), "BANK_2P": (1600, 800, 2, True),
          "TAFEL_ROND": (800, 800, 0, True), "TAFEL_80": (800, 800, 0, True), "TAFEL_180": (1800, 900, 0, True),
          "BUREAU_160": (1600, 800, 0, True), "KAST_100": (1000, 400, 0, True), "TOESTEL": (1000, 2000, 0, True),
          "BEHANDELBANK": (700, 2000, 0, True), "TOILET": (400, 700, 0, True), "WASTAFEL": (500, 450, 0, True),
          "AANRECHT_180": (1800, 600, 0, True)}
FIXED = {"TOILET", "WASTAFEL", "AANRECHT_180"}  # layer 73, the others 75
FOUR = [(0, -0.7), (0, 0.7), (-0.7, 0), (0.7, 0)]  # chairs around a table


@dataclasses.dataclass
class Building:
    name: str
    stage: str  # of the design, with its date
    size: tuple  # width, depth, thickness of the facade
    origin: tuple  # RD New, south-west corner
    storeys: dict  # level: (file, title)
    grid: tuple  # axes: the xs and the ys
    space_table: str
    door_table: str
    leaves: dict  # leaf: block, opening in the wall, clear width (vrije doorgang)
    flights: dict  # "trap": two flights with a landing at the north end; others: one straight flight
    no_window: set  # uses and numbers
    wide_windows: set  # uses
    glass_walls: dict  # level: [rectangle]
    desks: list = ()  # level, space, points (x, y, bulge)
    stamp_at: dict = dataclasses.field(default_factory=dict)  # stamps that would fall on furniture
    mtext_stamps: set = frozenset()
    text_stamps: set = frozenset()
    use_drawn: set = frozenset()  # spaces whose use stands in the drawing itself
    units: list = ()  # as the GeoJSON states them
    blocks: dict = dataclasses.field(default_factory=lambda: BLOCKS)
    also_draw: object = lambda dxf, level: None
    ifc: str = ""  # name of the IFC file; empty: none
    pdf: dict = dataclasses.field(default_factory=dict)  # level: file
    use_in_ifc: set = frozenset()  # spaces whose use the IFC states

    def __post_init__(self):
        self.w, self.d, self.f = mm(*self.size)
        self.outside = {"Z": (0, -FAR, self.w, 0), "N": (0, self.d, self.w, self.d + FAR),
                        "W": (-FAR, 0, 0, self.d), "O": (self.w, 0, self.w + FAR, self.d)}
        self.spaces = {s.number: s for s in map(Space, self.space_table.strip().splitlines())}
        self.doors, seen = [], Counter()
        for row in self.door_table.strip().splitlines():
            room = row.split(";")[0]
            self.doors.append(Door(self, row, seen[room]))
            seen[room] += 1
        self.furniture = {level: [] for level in self.storeys}  # level: [(block, x, y, rotation)]

    def place(self, level, block, x, y, rotation=0):
        self.furniture[level].append((block, *mm(x, y), rotation))

    def table(self, level, block, x, y, chairs):
        """A table with chairs at its sides: chairs is a list of (dx, dy) in metres; each chair looks at the table."""
        self.place(level, block, x, y)
        for dx, dy in chairs:
            self.place(level, "STOEL", x + dx, y + dy,
                       (180 if dy > 0 else 0) if abs(dy) > abs(dx) else (90 if dx > 0 else 270))

    def row(self, level, x, y, dx, dy, count, rotation):
        for k in range(count):
            self.place(level, "STOEL", x + k * dx, y + k * dy, rotation)

    def lifts(self, level):
        return [s for s in self.spaces.values() if s.level == level and s.use == "lift"]


def mm(*metres):
    return tuple(round(1000 * m) for m in metres)


class Space:
    def __init__(self, row):
        self.number, self.name, self.use, self.unit, self.access, *rects = [cell.strip() for cell in row.split(";")]
        self.level = int(self.number[0])
        self.rects = [mm(*map(float, r.split())) for r in rects]
        self.area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in self.rects) / 1e6

    def centre(self):
        x0, y0, x1, y1 = max(self.rects, key=lambda r: (r[2] - r[0]) * (r[3] - r[1]))
        return (x0 + x1) // 2, (y0 + y1) // 2


def wall_between(plan, a, b):
    """The wall between two rooms: (x0, y0, x1, y1, runs along x). The first rectangles that face each other decide."""
    for p in plan.spaces[a].rects:
        for q in plan.spaces[b].rects if b in plan.spaces else [plan.outside[b]]:
            for axis in (0, 1):  # the axis across the wall
                lo, hi = (p, q) if p[axis] < q[axis] else (q, p)
                gap0, gap1 = lo[axis + 2], hi[axis]
                along0, along1 = max(p[1 - axis], q[1 - axis]), min(p[3 - axis], q[3 - axis])
                if 0 < gap1 - gap0 <= plan.f and along1 - along0 > 500:
                    return (gap0, along0, gap1, along1, False) if axis == 0 else (along0, gap0, along1, gap1, True)
    raise ValueError(f"no wall between {a} and {b}")


class Door:
    """rect: the opening; along: wall runs along x; swing: +1 or -1 across the wall; hinge: 'lo' or 'hi' end."""

    def __init__(self, plan, row, serial):
        a, b, place, leaf, options = [cell.strip() for cell in row.split(";")]
        self.rooms, self.level, self.leaf, self.options = (a, b), int(a[0]), leaf, options.split()
        self.block, opening, self.clear = plan.leaves[leaf]
        x0, y0, x1, y1, self.along = wall_between(plan, a, b)
        lo, hi = (x0, x1) if self.along else (y0, y1)
        end, _, extra = place.partition("+")
        margin = 200 + round(1000 * float(extra or 0))
        start = lo + margin if end == "lo" else hi - margin - opening if end == "hi" else round(1000 * float(end))
        self.hinge = "hi" if end == "hi" else "lo"
        assert lo <= start and start + opening <= hi, row
        self.rect = (start, y0, start + opening, y1) if self.along else (x0, start, x1, start + opening)
        room = plan.spaces[a].centre()[1 if self.along else 0]
        self.swing = 1 if room > self.rect[1 if self.along else 0] else -1
        if "out" in self.options:
            self.swing = -self.swing
        if self.leaf.isdigit() and b in plan.outside:
            self.block = "BUITEN" + self.block
        self.number = f"D{a}" + "abc"[serial]

    def insert(self):
        """Where the block goes: point, x scale, rotation. Block: x along the wall from the hinge, leaf towards +y."""
        x0, y0, x1, y1 = self.rect
        if self.along:  # unmirrored: hinge at the low end when the leaf turns up, at the high end when it turns down
            rotation, plain = (0, "lo") if self.swing > 0 else (180, "hi")
            point = (x0 if self.hinge == "lo" else x1, y1 if self.swing > 0 else y0)
        else:
            rotation, plain = (270, "hi") if self.swing > 0 else (90, "lo")
            point = (x1 if self.swing > 0 else x0, y0 if self.hinge == "lo" else y1)
        return point, 1 if self.hinge == plain else -1, rotation

    def swept(self):
        """The square the leaf needs, as a rectangle; none for sliding doors."""
        if not self.leaf.isdigit() and self.leaf != "dubbel":
            return None
        x0, y0, x1, y1 = self.rect
        size = 965 if self.leaf == "dubbel" else int(self.leaf) + 35
        if self.along:
            return (x0, y1, x1, y1 + size) if self.swing > 0 else (x0, y0 - size, x1, y0)
        return (x1, y0, x1 + size, y1) if self.swing > 0 else (x0 - size, y0, x0, y1)


def make_windows(plan, level):
    """One window per three metres of facade, wider where people meet; never across an outside door."""
    found = []
    blocked = [d.rect for d in plan.doors if d.level == level and d.rooms[1] in plan.outside]
    for s in plan.spaces.values():
        if s.level != level or {s.use, s.number} & plan.no_window:
            continue
        for x0, y0, x1, y1 in s.rects:
            for touches, along, fixed in ((y0 == plan.f, True, (0, plan.f)),
                                          (y1 == plan.d - plan.f, True, (plan.d - plan.f, plan.d)),
                                          (x0 == plan.f, False, (0, plan.f)),
                                          (x1 == plan.w - plan.f, False, (plan.w - plan.f, plan.w))):
                lo, hi = (x0, x1) if along else (y0, y1)
                if not touches:
                    continue
                count = max(1, round((hi - lo) / 3200))
                wide = s.use in plan.wide_windows
                width = min(2600 if wide else 1800, (hi - lo) // count - (400 if wide else 900)) // 100 * 100
                for k in range(count):
                    start = round((lo + (hi - lo) * (k + 0.5) / count - width / 2) / 100) * 100
                    rect = (start, fixed[0], start + width, fixed[1]) if along else (fixed[0], start, fixed[1], start + width)
                    if not any(overlap(rect, b) for b in blocked):
                        found.append(rect)
    return found


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


# ---------------------------------------------------------------- from rooms to polygons


def partition(plan, level):
    """Every polygon of a storey: {kind: [(ring, thing)]} and the boundary lines, by labelling the cells of one grid."""
    layers = [("space", s, s.rects) for s in plan.spaces.values() if s.level == level]
    layers += [("door", d, [d.rect]) for d in plan.doors if d.level == level]
    layers += [("window", k, [r]) for k, r in enumerate(make_windows(plan, level))]
    glass = [mm(*r) for r in plan.glass_walls[level]]
    rects = [r for _, _, rs in layers for r in rs] + glass
    rects += [(0, 0, plan.w, plan.d), (plan.f, plan.f, plan.w - plan.f, plan.d - plan.f)]
    xs = sorted({x for r in rects for x in (r[0], r[2])})
    ys = sorted({y for r in rects for y in (r[1], r[3])})
    label = {}
    for kind, thing, rs in layers:
        for x0, y0, x1, y1 in rs:
            for i in range(xs.index(x0), xs.index(x1)):
                for j in range(ys.index(y0), ys.index(y1)):
                    assert (i, j) not in label, f"{thing} overlaps {label[i, j]}"
                    label[i, j] = (kind, thing)
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            if (i, j) not in label:
                x, y = xs[i], ys[j]
                inside = plan.f <= x < plan.w - plan.f and plan.f <= y < plan.d - plan.f
                see_through = any(g[0] <= x < g[2] and g[1] <= y < g[3] for g in glass)
                label[i, j] = ("glass" if see_through else "inner" if inside else "outer", None)

    groups = {}
    for cell, (kind, thing) in label.items():
        if kind in ("space", "door", "window"):
            groups.setdefault((kind, thing), []).append(cell)
    for kind in ("outer", "inner", "glass"):  # connected pieces of wall
        rest = {c for c, l in label.items() if l[0] == kind}
        while rest:
            piece, todo = [], [min(rest)]
            rest.discard(todo[0])
            while todo:
                i, j = todo.pop()
                piece.append((i, j))
                for n in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                    if n in rest:
                        rest.discard(n)
                        todo.append(n)
            groups[kind, min(piece)] = piece
    out = {}
    for (kind, thing), cells in groups.items():
        out.setdefault(kind, []).append((trace(cells, xs, ys), thing))

    shared = {}  # edges between two rooms without a wall
    for (i, j), (kind, thing) in label.items():
        for other, edge in (((i + 1, j), (xs[i + 1], ys[j], xs[i + 1], ys[j + 1])),
                            ((i, j + 1), (xs[i], ys[j + 1], xs[i + 1], ys[j + 1]))):
            neighbour = label.get(other, (None, None))
            if kind == "space" == neighbour[0] and thing is not neighbour[1]:
                pair = tuple(sorted((thing.number, neighbour[1].number)))
                shared.setdefault(pair, []).append(edge)
    lines = {}
    for pair, edges in shared.items():
        (x0, y0), (x1, y1) = min((e[0], e[1]) for e in edges), max((e[2], e[3]) for e in edges)
        assert x0 == x1 or y0 == y1, f"boundary between {pair} is not one straight line"
        lines[pair] = [(x0, y0), (x1, y1)]
    return out, lines


def trace(cells, xs, ys):
    """The one ring around a set of cells, counter-clockwise, without needless points."""
    edges = set()
    for i, j in cells:
        x0, y0, x1, y1 = xs[i], ys[j], xs[i + 1], ys[j + 1]
        for a, b in (((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)), ((x0, y1), (x0, y0))):
            edges.discard((b, a)) if (b, a) in edges else edges.add((a, b))
    follow = dict(edges)
    assert len(follow) == len(edges), "ring touches itself"
    first = min(follow)
    ring, at = [], first
    while True:
        ring.append(at)
        at = follow.pop(at)
        if at == first:
            break
    assert not follow, "polygon with a hole"
    turn = lambda p, q, r: (q[0] - p[0]) * (r[1] - q[1]) != (q[1] - p[1]) * (r[0] - q[0])
    return [q for p, q, r in zip(ring[-1:] + ring, ring, ring[1:] + ring[:1]) if turn(p, q, r)]


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2e6


# ---------------------------------------------------------------- furniture


class Room:
    """A frame to furnish by: u along the wall of the (first) door from its hinge corner, v from the far wall to it."""

    def __init__(self, plan, number):
        self.plan = plan
        door = next(d for d in plan.doors if d.rooms[0] == number)
        x0, y0, x1, y1 = max(plan.spaces[number].rects, key=lambda r: (r[2] - r[0]) * (r[3] - r[1]))
        towards = 1 if door.rect[1 if door.along else 0] > plan.spaces[number].centre()[1 if door.along else 0] else -1
        near, far = ((y1, y0) if door.along else (x1, x0)) if towards > 0 else ((y0, y1) if door.along else (x0, x1))
        lo, hi = (x0, x1) if door.along else (y0, y1)
        start, side = (lo, 1) if door.hinge == "lo" else (hi, -1)
        self.number, self.door, self.start, self.far = number, door, start, far
        self.side, self.towards = side, towards
        self.width, self.depth = (hi - lo) / 1000, abs(near - far) / 1000

    def put(self, block, u, v, look):
        """look: the way the front faces, 'u+', 'u-', 'v+' or 'v-'."""
        a, b = self.start + self.side * round(1000 * u), self.far + self.towards * round(1000 * v)
        x, y = (a, b) if self.door.along else (b, a)
        sign = (self.side if look[0] == "u" else self.towards) * (1 if look[1] == "+" else -1)
        along_x = (look[0] == "u") == self.door.along
        rotation = {(True, 1): 270, (True, -1): 90, (False, 1): 0, (False, -1): 180}[along_x, sign]
        self.plan.place(self.plan.spaces[self.number].level, block, x / 1000, y / 1000, rotation)


def flat(points):
    """Points with bulges as a plain ring in millimetres; a bulge of 1 is a half circle to the right of travel."""
    ring = []
    for (x0, y0, bulge), (x1, y1, _) in zip(points, points[1:] + points[:1]):
        ring.append(mm(x0, y0))
        if bulge:
            cx, cy, r = (x0 + x1) / 2, (y0 + y1) / 2, math.hypot(x1 - x0, y1 - y0) / 2
            begin = math.atan2(y0 - cy, x0 - cx)
            ring += [mm(cx + r * math.cos(begin + math.pi * k / 8), cy + r * math.sin(begin + math.pi * k / 8))
                     for k in range(1, 8)]
    return ring


def footprint(plan, block, x, y, rotation):
    w, d, _, _ = plan.blocks[block]
    if block == "TAFEL_ROND":
        corners = [(w / 2 * math.cos(math.pi * k / 8), w / 2 * math.sin(math.pi * k / 8)) for k in range(16)]
    else:
        corners = [(-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2)]
    c, s = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    return [(round(x + c * u - s * v), round(y + s * u + c * v)) for u, v in corners]


def box(ring):
    return (min(p[0] for p in ring), min(p[1] for p in ring), max(p[0] for p in ring), max(p[1] for p in ring))


def space_at(plan, level, x, y):
    return next((s for s in plan.spaces.values() if s.level == level
                 and any(r[0] <= x <= r[2] and r[1] <= y <= r[3] for r in s.rects)), None)


# ---------------------------------------------------------------- GeoJSON


def rd_to_wgs84(x, y):
    """RD New to lon, lat: oblique stereographic on Bessel, then EPSG's shift 'Amersfoort to WGS 84 (4)' (0.25 m)."""
    a, f = 6377397.155, 1 / 299.1528128
    e2 = f * (2 - f)
    e = math.sqrt(e2)
    phi0, lam0, k0 = math.radians(52.1561605555556), math.radians(5.38763888888889), 0.9999079
    ratio = lambda phi, power: ((1 - e * math.sin(phi)) / (1 + e * math.sin(phi))) ** power
    c = math.sqrt(1 + e2 * math.cos(phi0) ** 4 / (1 - e2))
    chi0 = math.asin(math.sin(phi0) / c)
    radius = math.sqrt(1 - e2) / (1 - e2 * math.sin(phi0) ** 2)
    k = math.tan(chi0 / 2 + math.pi / 4) / (math.tan(phi0 / 2 + math.pi / 4) ** c * ratio(phi0, c * e / 2))
    u, v = (x - 155000) / a / k0, (y - 463000) / a / k0
    rho = math.hypot(u, v)
    arc = 2 * math.atan2(rho, 2 * radius)
    chi = math.asin(math.cos(arc) * math.sin(chi0) + v * math.sin(arc) * math.cos(chi0) / rho)
    lam = lam0 + math.atan2(u * math.sin(arc), rho * math.cos(chi0) * math.cos(arc) - v * math.sin(chi0) * math.sin(arc)) / c
    base, phi = (math.tan(chi / 2 + math.pi / 4) / k) ** (1 / c), chi
    for _ in range(12):
        phi = 2 * math.atan(base * ratio(phi, -e / 2)) - math.pi / 2
    n = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    p = (n * math.cos(phi) * math.cos(lam), n * math.cos(phi) * math.sin(lam), n * (1 - e2) * math.sin(phi))
    rx, ry, rz = (math.radians(s / 3600) for s in (0.398957388243134, -0.343987817378283, 1.87740163998045))
    m = 1 + 4.0725e-6
    px = 565.4171 + m * (p[0] + rz * p[1] - ry * p[2])
    py = 50.3319 + m * (-rz * p[0] + p[1] + rx * p[2])
    pz = 465.5524 + m * (ry * p[0] - rx * p[1] + p[2])
    a, f = 6378137.0, 1 / 298.257223563
    e2, flat_r = f * (2 - f), math.hypot(px, py)
    phi = math.atan2(pz, flat_r * (1 - e2))
    for _ in range(12):
        phi = math.atan2(pz + e2 * a * math.sin(phi) / math.sqrt(1 - e2 * math.sin(phi) ** 2), flat_r)
    return math.degrees(math.atan2(py, px)), math.degrees(phi)


def write_geojson(plan, path, storeys):
    features = []

    def add(level, kind, geometry, points, **properties):
        ring = [[round(c, 11) for c in rd_to_wgs84(plan.origin[0] + x / 1000, plan.origin[1] + y / 1000)] for x, y in points]
        coordinates = {"Polygon": [ring + ring[:1]], "LineString": ring, "Point": ring[0]}[geometry]
        features.append({"type": "Feature", "id": f"{kind}-{level}-{len(features) + 1}",
                         "properties": {"type": kind, "level": level,
                                        **{k: v for k, v in properties.items() if v not in (None, "")}},
                         "geometry": {"type": geometry, "coordinates": coordinates}})

    for level, (parts, lines) in storeys.items():
        corners = {p for items in parts.values() for ring, _ in items for p in ring} | {p for l in lines.values() for p in l}

        def dense(points, closed=True):  # every corner that lies on an edge becomes a point of it: neighbours share all points
            out = []
            for a, b in zip(points, points[1:] + points[:1]) if closed else zip(points, points[1:]):
                on = [p for p in corners if p != b and min(a[0], b[0]) <= p[0] <= max(a[0], b[0])
                      and min(a[1], b[1]) <= p[1] <= max(a[1], b[1])]
                out += sorted(set(on) | {a}, key=lambda p: abs(p[0] - a[0]) + abs(p[1] - a[1]))
            return out if closed else out + points[-1:]

        add(level, "outline", "Polygon", dense([(0, 0), (plan.w, 0), (plan.w, plan.d), (0, plan.d)]), name=plan.name)
        for ring, s in parts["space"]:
            add(level, "space", "Polygon", dense(ring), number=s.number, name=s.name, unit=s.unit, access=s.access,
                use=s.use if s.number in plan.use_drawn else None)
        for kind in ("outer", "inner", "glass"):
            for ring, _ in parts[kind]:
                add(level, "wall", "Polygon", dense(ring), material="glass" if kind == "glass" else None)
        for ring, d in parts["door"]:
            option = {o.partition("=")[0]: o.partition("=")[2] for o in d.options}
            add(level, "door", "Polygon", dense(ring), number=d.number, width=d.clear / 1000,
                threshold=None if "nothreshold" in option else float(option.get("threshold") or 0),
                lock="free" if "free" in option else "controlled" if "controlled" in option else None,
                entrance="public" if "public" in option else "staff" if "staff" in option else None,
                material="glass" if "glass" in option or d.leaf == "schuif" else None)
        for ring, _ in parts["window"]:
            add(level, "window", "Polygon", dense(ring), material="glass")
        for line in lines.values():
            add(level, "boundary", "LineString", dense(line, closed=False))
        for name, rect in plan.flights.items():
            x0, y0, x1, y1 = mm(*rect)
            add(level, "stairs", "Polygon", [(x0, y0), (x1, y0), (x1, y1), (x0, y1)], name=name)
        for lift in plan.lifts(level):
            x0, y0, x1, y1 = lift.rects[0]
            add(level, "lift", "Polygon", [(x0, y0), (x1, y0), (x1, y1), (x0, y1)], name="lift")
        for lev, _, points in plan.desks:
            if lev == level:
                add(level, "furniture", "Polygon", flat(points), name="BALIE", blocks=True)
        for block, x, y, rotation in plan.furniture[level]:
            if plan.blocks[block][3]:
                add(level, "furniture", "Polygon", footprint(plan, block, x, y, rotation), name=block, blocks=True)
            if plan.blocks[block][2]:
                add(level, "seat", "Point", [(x, y)], name=block, count=plan.blocks[block][2])
    rows = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    units = f'"units":{json.dumps(plan.units, ensure_ascii=False)},' if plan.units else ""
    path.write_text(f'{{"type":"FeatureCollection","name":"{path.stem}",{units}"features":[\n' + rows + "\n]}\n", encoding="utf-8")


# ---------------------------------------------------------------- DXF

LAYERS = {"21_BUITENWANDEN": 7, "22_BINNENWANDEN": 8, "31_KOZIJNEN": 5, "32_DEUREN": 3, "GLASWAND": 4, "24_TRAPPEN": 6,
          "66_LIFT": 6, "73_VASTE_INRICHTING": 30, "75_MEUBILAIR": 40, "RUIMTESTEMPELS": 2, "RUIMTEGRENZEN": 9,
          "MAATVOERING": 1, "STRAMIEN": 253, "TEKENINGHOOFD": 7}


class Dxf:
    """Writes AC1015 (AutoCAD 2000) text with handles and owners, as CAD programs want it."""

    def __init__(self):
        self.handle = 0x20
        self.blocks = {}  # name -> (handle of its record, [(tag, default)], entity lines)
        self.into(None)
        self.entities = self.lines
        self.dimensions = 0

    def next(self):
        self.handle += 1
        return f"{self.handle:X}"

    def into(self, block):
        """Following entities go into this block; None: model space."""
        if block is None:
            self.lines, self.owner = getattr(self, "entities", []), "1F"
            return
        if block not in self.blocks:
            self.blocks[block] = (self.next(), [], [])
        self.owner, _, self.lines = self.blocks[block]

    def entity(self, kind, layer, *pairs, owner=None):
        handle = self.next()
        self.lines += [0, kind, 5, handle, 330, owner or self.owner, 100, "AcDbEntity", 8, layer, *pairs]
        return handle

    def line(self, layer, x0, y0, x1, y1, *extra):
        self.entity("LINE", layer, *extra, 100, "AcDbLine", 10, x0, 20, y0, 30, 0, 11, x1, 21, y1, 31, 0)

    def circle(self, layer, x, y, r):
        self.entity("CIRCLE", layer, 100, "AcDbCircle", 10, x, 20, y, 30, 0, 40, r)

    def arc(self, layer, x, y, r, begin, end):
        self.entity("ARC", layer, 100, "AcDbCircle", 10, x, 20, y, 30, 0, 40, r, 100, "AcDbArc", 50, begin, 51, end)

    def polygon(self, layer, ring, *extra):
        pairs = [c for x, y, *b in ring for c in (10, x, 20, y, *((42, b[0]) if b and b[0] else ()))]
        self.entity("LWPOLYLINE", layer, *extra, 100, "AcDbPolyline", 90, len(ring), 70, 1, 43, 0, *pairs)

    def rect(self, layer, x0, y0, x1, y1):
        self.polygon(layer, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)])

    def hatch(self, layer, ring):
        pairs = [c for x, y in ring for c in (10, x, 20, y)]
        self.entity("HATCH", layer, 62, 252, 100, "AcDbHatch", 10, 0, 20, 0, 30, 0, 210, 0, 220, 0, 230, 1, 2, "SOLID", 70, 1,
                    71, 0, 91, 1, 92, 3, 72, 0, 73, 1, 93, len(ring), *pairs, 97, 0, 75, 0, 76, 1, 98, 1, 10, ring[0][0], 20, ring[0][1])

    def text(self, layer, x, y, height, value, centred=False):
        align = (72, 1, 11, x, 21, y, 31, 0) if centred else ()
        self.entity("TEXT", layer, 100, "AcDbText", 10, x, 20, y, 30, 0, 40, height, 1, value, *align, 100, "AcDbText",
                    *((73, 2) if centred else ()))

    def mtext(self, layer, x, y, height, value):
        self.entity("MTEXT", layer, 100, "AcDbMText", 10, x, 20, y, 30, 0, 40, height, 41, 4000, 71, 5, 72, 5, 1, value)

    def attribute_definitions(self, block, height, tags):
        """tags: [(tag, x, y, hidden)]."""
        self.into(block)
        for tag, x, y, hidden in tags:
            self.blocks[block][1].append((tag, x, y, height, hidden))
            self.entity("ATTDEF", "0", 100, "AcDbText", 10, x, 20, y, 30, 0, 40, height, 1, "", 100, "AcDbAttributeDefinition",
                        3, tag, 2, tag, 70, 1 if hidden else 0)
        self.into(None)

    def insert(self, layer, block, x, y, rotation=0, mirrored=False, values=()):
        tags = self.blocks[block][1]
        flag = (66, 1) if values else ()
        scale = (41, -1, 42, 1, 43, 1) if mirrored else ()
        owner = self.entity("INSERT", layer, 100, "AcDbBlockReference", *flag, 2, block, 10, x, 20, y, 30, 0, *scale,
                            *((50, rotation) if rotation else ()))
        c, s = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
        for (tag, u, v, height, hidden), value in zip(tags, values):
            u = -u if mirrored else u
            self.entity("ATTRIB", layer, 100, "AcDbText", 10, x + c * u - s * v, 20, y + s * u + c * v, 30, 0, 40, height,
                        1, value, *((50, rotation % 180) if rotation % 180 else ()), 100, "AcDbAttribute",
                        2, tag, 70, 1 if hidden else 0, owner=owner)
        if values:
            self.entity("SEQEND", layer, owner=owner)

    def dimension(self, layer, p, q, offset):
        """A horizontal or vertical dimension with its drawn block, offset millimetres beside the points."""
        flat_line = p[1] == q[1]
        a, b = ((p[0], p[1] + offset), (q[0], q[1] + offset)) if flat_line else ((p[0] + offset, p[1]), (q[0] + offset, q[1]))
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        length = abs(q[0] - p[0]) + abs(q[1] - p[1])
        self.dimensions += 1
        name = f"*D{self.dimensions}"
        self.into(name)
        self.line("0", *a, *b)
        self.line("0", *p, *a)
        self.line("0", *q, *b)
        for x, y in (a, b):
            self.line("0", x - 100, y - 100, x + 100, y + 100)
        self.text("0", middle[0] - (0 if flat_line else 300), middle[1] + (100 if flat_line else 0), 250, str(length), True)
        self.into(None)
        self.entity("DIMENSION", layer, 100, "AcDbDimension", 2, name, 10, b[0], 20, b[1], 30, 0, 11, middle[0], 21, middle[1], 31, 0,
                    70, 32, 1, "", 3, "Standard", 100, "AcDbAlignedDimension", 13, p[0], 23, p[1], 33, 0, 14, q[0], 24, q[1], 34, 0,
                    *(() if flat_line else (50, 90)), 100, "AcDbRotatedDimension")

    def write(self, path, low, high):
        out = []

        def table(name, handle, rows, special=()):
            out.extend([0, "TABLE", 2, name, 5, handle, 330, 0, 100, "AcDbSymbolTable", 70, len(rows), *special])
            for fields in rows:
                out.extend(fields)
            out.extend([0, "ENDTAB"])

        def record(name, kind, owner, entry, *pairs, handle=None):
            return [0, name, 105 if name == "DIMSTYLE" else 5, handle or self.next(), 330, owner, 100, "AcDbSymbolTableRecord",
                    100, kind, 2, entry, *pairs]

        body = []
        names = [("*Model_Space", "1F", [], []), ("*Paper_Space", "1E", [], [])]
        names += [(n, *v) for n, v in self.blocks.items()]
        for name, owner, tags, lines in names:
            flags = (1 if name.startswith("*D") else 0) + (2 if tags else 0)
            body += [0, "BLOCK", 5, self.next(), 330, owner, 100, "AcDbEntity", 8, "0", 100, "AcDbBlockBegin", 2, name, 70, flags,
                     10, 0, 20, 0, 30, 0, 3, name, 1, "", *lines, 0, "ENDBLK", 5, self.next(), 330, owner, 100, "AcDbEntity", 8, "0",
                     100, "AcDbBlockEnd"]
        ltype = lambda n, text, *dashes: record("LTYPE", "AcDbLinetypeTableRecord", "5", n, 70, 0, 3, text, 72, 65, 73, len(dashes),
                                                40, sum(map(abs, dashes)), *[c for d in dashes for c in (49, d, 74, 0)])
        table("VPORT", "8", [record("VPORT", "AcDbViewportTableRecord", "8", "*Active", 70, 0, 10, 0, 20, 0, 11, 1, 21, 1,
                                    12, (low[0] + high[0]) / 2, 22, (low[1] + high[1]) / 2, 40, high[1] - low[1], 41, 1.7)])
        table("LTYPE", "5", [ltype("ByBlock", ""), ltype("ByLayer", ""), ltype("Continuous", "Solid line"),
                             ltype("STREEP", "Streeplijn", 300, -150), ltype("STREEPPUNT", "Streeppuntlijn", 600, -150, 50, -150)])
        table("LAYER", "2", [record("LAYER", "AcDbLayerTableRecord", "2", n, 70, 0, 62, colour, 6,
                                    {"STRAMIEN": "STREEPPUNT", "RUIMTEGRENZEN": "STREEP"}.get(n, "Continuous"))
                             for n, colour in {"0": 7, **LAYERS}.items()])
        table("STYLE", "3", [record("STYLE", "AcDbTextStyleTableRecord", "3", "Standard", 70, 0, 40, 0, 41, 1, 50, 0, 71, 0,
                                    42, 2.5, 3, "arial.ttf", 4, "")])
        table("VIEW", "6", [])
        table("UCS", "7", [])
        table("APPID", "9", [record("APPID", "AcDbRegAppTableRecord", "9", "ACAD", 70, 0)])
        table("DIMSTYLE", "A", [record("DIMSTYLE", "AcDbDimStyleTableRecord", "A", "Standard", 70, 0)], (100, "AcDbDimStyleTable"))
        table("BLOCK_RECORD", "1", [record("BLOCK_RECORD", "AcDbBlockTableRecord", "1", n, handle=h) for n, h, _, _ in names])
        tables = out
        objects = [0, "DICTIONARY", 5, "C", 330, 0, 100, "AcDbDictionary", 281, 1, 3, "ACAD_GROUP", 350, "D",
                   0, "DICTIONARY", 5, "D", 330, "C", 100, "AcDbDictionary", 281, 1]
        header = [9, "$ACADVER", 1, "AC1015", 9, "$DWGCODEPAGE", 3, "ANSI_1252", 9, "$INSUNITS", 70, 4, 9, "$MEASUREMENT", 70, 1,
                  9, "$EXTMIN", 10, low[0], 20, low[1], 30, 0, 9, "$EXTMAX", 10, high[0], 20, high[1], 30, 0,
                  9, "$HANDSEED", 5, f"{self.handle + 1:X}"]
        codes = []
        for name, content in (("HEADER", header), ("CLASSES", []), ("TABLES", tables), ("BLOCKS", body),
                              ("ENTITIES", self.entities), ("OBJECTS", objects)):
            codes += [0, "SECTION", 2, name, *content, 0, "ENDSEC"]
        codes += [0, "EOF"]
        text = "".join(f"{c:>3}\r\n{show(v)}\r\n" for c, v in zip(codes[::2], codes[1::2]))
        path.write_bytes(text.encode("cp1252"))


def show(value):
    if not isinstance(value, float):
        return str(value)
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def define_blocks(plan, dxf):
    for leaf, (name, opening, _) in plan.leaves.items():
        for block in (name, "BUITEN" + name) if leaf.isdigit() else (name,):
            dxf.into(block)
            if leaf.isdigit():
                size = int(leaf)
                dxf.line("0", 35, 0, 35, size)
                dxf.line("0", 35, size, 75, size)
                dxf.line("0", 75, size, 75, 0)
                dxf.arc("0", 35, 0, size, 0, 90)
            elif leaf == "dubbel":
                for hinge, way, begin in ((45, 1, 0), (opening - 45, -1, 90)):
                    dxf.line("0", hinge, 0, hinge, 930)
                    dxf.line("0", hinge, 930, hinge + way * 40, 930)
                    dxf.line("0", hinge + way * 40, 930, hinge + way * 40, 0)
                    dxf.arc("0", hinge, 0, 930, begin, begin + 90)
            else:  # sliding and lift doors: two leaves in the wall
                dxf.line("0", 0, -40, opening / 2, -40)
                dxf.line("0", opening / 2, -60, opening, -60)
            dxf.attribute_definitions(block, 100, [("NUMMER", 150, 120, False), ("BREEDTE", 150, 260, False)])
    for name, (w, d, seats, _) in plan.blocks.items():
        dxf.into(name)
        if name == "TAFEL_ROND":
            dxf.circle("0", 0, 0, w / 2)
        else:
            dxf.rect("0", -w / 2, -d / 2, w / 2, d / 2)
        if seats:  # the back
            dxf.line("0", -w / 2, -d / 2 + 100, w / 2, -d / 2 + 100)
        if name == "BANK_2P":
            dxf.line("0", 0, -d / 2 + 100, 0, d / 2)
        if name in ("TOILET", "WASTAFEL"):
            dxf.circle("0", 0, d / 8, w / 3)
        if name == "KAST_100":
            dxf.line("0", -w / 2, -d / 2, w / 2, d / 2)
        if name in ("BEHANDELBANK", "BED"):
            dxf.line("0", -w / 2, d / 2 - 400, w / 2, d / 2 - 400)
        dxf.into(None)
    dxf.attribute_definitions("RUIMTESTEMPEL", 180, [("NUMMER", -600, 130, False), ("NAAM", -600, -140, False),
                                                     ("OPP", -600, -380, False)])
    dxf.into("RUIMTESTEMPEL")
    dxf.line("0", -600, 90, 600, 90)
    dxf.into(None)


def dutch(value):
    return f"{math.floor(10 * value + 0.5 + 1e-9) / 10:.1f}".replace(".", ",")


def write_dxf(plan, path, level, title, parts, lines):
    dxf = Dxf()
    define_blocks(plan, dxf)
    for kind, layer in (("outer", "21_BUITENWANDEN"), ("inner", "22_BINNENWANDEN")):
        for ring, _ in parts[kind]:
            dxf.hatch(layer, ring)
            dxf.polygon(layer, ring)
    for ring, _ in parts["glass"]:
        dxf.polygon("GLASWAND", ring)
    for ring, _ in parts["window"]:
        x0, y0, x1, y1 = box(ring)
        dxf.polygon("31_KOZIJNEN", ring)
        if y1 - y0 == plan.f and (y0 == 0 or y1 == plan.d):
            dxf.line("31_KOZIJNEN", x0, (y0 + y1) // 2, x1, (y0 + y1) // 2)
        else:
            dxf.line("31_KOZIJNEN", (x0 + x1) // 2, y0, (x0 + x1) // 2, y1)
    for _, d in parts["door"]:
        layer = "31_KOZIJNEN" if d.rooms[1] in plan.outside else "66_LIFT" if d.leaf.startswith("lift") else "32_DEUREN"
        (x, y), side, rotation = d.insert()
        dxf.insert(layer, d.block, x, y, rotation, side < 0, (d.number, str(d.clear)))
    for line in lines.values():
        dxf.line("RUIMTEGRENZEN", *line[0], *line[1])
    stairs(plan, dxf, level)
    for lev, _, points in plan.desks:
        if lev == level:
            dxf.polygon("73_VASTE_INRICHTING", [(*mm(x, y), bulge) for x, y, bulge in points])
    for block, x, y, rotation in plan.furniture[level]:
        dxf.insert("73_VASTE_INRICHTING" if block in FIXED else "75_MEUBILAIR", block, x, y, rotation % 360)
    plan.also_draw(dxf, level)
    for _, s in parts["space"]:
        x, y = stamp_point(plan, s)
        size = f"{dutch(s.area)} m²"
        name = s.name.replace("é", "\\U+00E9")  # as some CAD programs write it
        if s.number in plan.mtext_stamps:
            dxf.mtext("RUIMTESTEMPELS", x, y, 180, f"{s.number}\\P{name}\\P{size}")
        elif s.number in plan.text_stamps:
            for k, line in enumerate((s.number, name, size)):
                dxf.text("RUIMTESTEMPELS", x, y + 240 - 240 * k, 180, line)
        else:
            dxf.insert("RUIMTESTEMPELS", "RUIMTESTEMPEL", x, y, values=(s.number, name, size))
    xs, ys = (mm(*axis) for axis in plan.grid)
    for k, x in enumerate(xs):
        dxf.line("STRAMIEN", x, -2600, x, plan.d + 1400)
        dxf.circle("STRAMIEN", x, -3000, 400)
        dxf.text("STRAMIEN", x, -3000, 300, str(k + 1), True)
    for k, y in enumerate(ys):
        dxf.line("STRAMIEN", -2600, y, plan.w + 1400, y)
        dxf.circle("STRAMIEN", -3000, y, 400)
        dxf.text("STRAMIEN", -3000, y, 300, "ABCD"[k], True)
    for a, b in zip(xs, xs[1:]):
        dxf.dimension("MAATVOERING", (a, 0), (b, 0), -1000)
    for a, b in zip(ys, ys[1:]):
        dxf.dimension("MAATVOERING", (0, a), (0, b), -1000)
    dxf.dimension("MAATVOERING", (0, 0), (plan.w, 0), -1800)
    dxf.dimension("MAATVOERING", (0, 0), (0, plan.d), -1800)
    x, y = plan.w + 3000, 0
    dxf.rect("TEKENINGHOOFD", x, y, x + 9000, y + 5000)
    for k, line in enumerate((plan.name, title, "Schaal 1:100   formaat A1   maten in mm",
                              plan.stage, "Voorbeeldtekening, g\\U+00E9\\U+00E9n bestaand gebouw")):
        dxf.text("TEKENINGHOOFD", x + 300, y + 4300 - 900 * k, 350 if k < 2 else 250, line)
    dxf.write(path, (-3400, -3400), (plan.w + 12000, plan.d + 1400))


def stamp_point(plan, s):
    return mm(*plan.stamp_at[s.number]) if s.number in plan.stamp_at else s.centre()


def stairs(plan, dxf, level):
    for name, rect in plan.flights.items():
        (return_stair if name == "trap" else straight_stair)(dxf, *mm(*rect))
    for lift in plan.lifts(level):
        x0, y0, x1, y1 = lift.rects[0]
        dxf.rect("66_LIFT", x0 + 200, y0 + 300, x1 - 300, y1 - 300)
        dxf.line("66_LIFT", x0 + 200, y0 + 300, x1 - 300, y1 - 300)
        dxf.line("66_LIFT", x0 + 200, y1 - 300, x1 - 300, y0 + 300)


def return_stair(dxf, x0, y0, x1, y1):
    middle, steps = (x0 + x1) // 2, 10
    for k in range(steps + 1):
        y = y0 + 270 * k
        dxf.line("24_TRAPPEN", x0, y, middle - 50, y)
        dxf.line("24_TRAPPEN", middle + 50, y, x1, y)
    dxf.rect("24_TRAPPEN", middle - 50, y0, middle + 50, y0 + 270 * steps)
    dxf.line("24_TRAPPEN", x0 + 650, y0, x0 + 650, y0 + 270 * steps)
    dxf.line("24_TRAPPEN", x0 + 550, y0 + 2500, x0 + 650, y0 + 2700)
    dxf.line("24_TRAPPEN", x0 + 750, y0 + 2500, x0 + 650, y0 + 2700)


def straight_stair(dxf, x0, y0, x1, y1):
    for k in range(20):
        dxf.line("24_TRAPPEN", x0, y0 + 250 * k, x1, y0 + 250 * k)
    dxf.line("24_TRAPPEN", x0, y1, x1, y1)
    dxf.line("24_TRAPPEN", x1, y0, x1, y1)
    dxf.line("24_TRAPPEN", (x0 + x1) // 2, y0, (x0 + x1) // 2, y1)


# ---------------------------------------------------------------- room list and checks

DUTCH_USE = {"consulting": "spreekkamer", "treatment": "behandelkamer", "waiting": "wachtruimte", "lounge": "lounge",
             "group_room": "groepsruimte", "meeting": "vergaderkamer", "quiet": "stilteruimte", "toilet": "toilet",
             "accessible_toilet": "miva-toilet", "reception": "balie", "entrance": "entree", "corridor": "gang",
             "stairs": "trap", "lift": "lift", "office": "kantoor", "staff_room": "personeelskamer", "pantry": "pantry",
             "pharmacy": "apotheek", "third_place": "koffieplek", "activity": "activiteitenruimte", "storage": "berging",
             "technical": "techniek", "bedroom": "patiëntenkamer", "bathroom": "badkamer", "dayroom": "dagverblijf",
             "living": "huiskamer", "family_room": "familiekamer", "kitchen": "keuken", "outdoor": "buitenruimte", "other": ""}
DUTCH_ACCESS = {"public": "openbaar", "appointment": "op afspraak", "staff": "personeel", "": ""}


def check(plan, level, parts):
    wrong = []
    total = sum(area(ring) for items in parts.values() for ring, _ in items)
    outline = plan.w * plan.d / 1e6
    assert abs(total - outline) < 0.001 * outline, f"level {level}: {total} m2 drawn of {outline}"
    solid = [(block, box(footprint(plan, block, x, y, r))) for block, x, y, r in plan.furniture[level]]
    solid += [("BALIE", box(flat(points))) for lev, _, points in plan.desks if lev == level]
    keep_free = [(d.number, d.swept()) for d in plan.doors if d.level == level and d.swept()]
    for k, (name, rect) in enumerate(solid):
        s = space_at(plan, level, (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2)
        covered = sum(max(0, min(r[2], rect[2]) - max(r[0], rect[0])) * max(0, min(r[3], rect[3]) - max(r[1], rect[1]))
                      for r in s.rects) if s else 0
        if covered != (rect[2] - rect[0]) * (rect[3] - rect[1]):
            wrong.append(f"level {level}: {name} at {rect} stands in a wall")
        for other, free in solid[k + 1:] + keep_free:
            if overlap(rect, free):
                wrong.append(f"level {level}: {name} at {rect} hits {other} at {free}")
    assert not wrong, "\n".join(wrong)


def write_room_list(path, rows):
    quoted = lambda cell: f'"{cell}"' if ";" in cell else cell
    path.write_bytes(("\ufeff" + "".join(";".join(map(quoted, r)) + "\r\n" for r in rows)).encode("utf-8"))


def write_uses(plan, path, numbers):
    rows = ",\n".join(f'  {{"number": "{n}", "use": "{plan.spaces[n].use}"}}' for n in numbers)
    path.write_text('{"schema": 1, "spaces": [\n' + rows + "\n]}\n", encoding="utf-8")


def draw(plan, folder, geojson):
    storeys = {level: partition(plan, level) for level in plan.storeys}
    for level, (parts, lines) in storeys.items():
        check(plan, level, parts)
        name, title = plan.storeys[level]
        write_dxf(plan, folder / name, level, title, parts, lines)
    write_geojson(plan, folder / geojson, storeys)
    if plan.ifc:
        import ifc_drawing
        ifc_drawing.write_ifc(plan, folder / plan.ifc, storeys, plan.use_in_ifc)
    for level, name in plan.pdf.items():
        import pdf_drawing
        pdf_drawing.write_pdf(plan, folder / name, level, plan.storeys[level][1], storeys[level][0])
    for level, (parts, _) in storeys.items():
        sums = {kind: sum(area(ring) for ring, _ in items) for kind, items in parts.items()}
        print(f"level {level}: {len(parts['space'])} spaces, " + ", ".join(f"{k} {v:.2f} m2" for k, v in sums.items()))
