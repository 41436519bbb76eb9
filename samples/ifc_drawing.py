# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the plan of ../drawing.py as IFC4: what a BIM program of an architect would deliver, in millimetres."""
import math
import uuid

from drawing import DUTCH_USE, area, flat, footprint, mm

STOREY, WALL, ROOM, DOOR, SILL, WINDOW = 3600, 3300, 2700, 2300, 900, 1500  # heights
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$"
STOREYS = {0: "00 begane grond", 1: "01 eerste verdieping"}  # as the BIM basis ILS asks
# block: name, height
NAMES = {"STOEL": ("Stoel", 850), "FAUTEUIL": ("Fauteuil", 800), "BANK_2P": ("Zitbank 2 personen", 800),
         "TAFEL_ROND": ("Tafel rond", 750), "TAFEL_80": ("Tafel 80", 750), "TAFEL_180": ("Tafel 180", 750),
         "BUREAU_160": ("Bureau 160", 750), "KAST_100": ("Kast 100", 2000), "TOESTEL": ("Oefentoestel", 1500),
         "BEHANDELBANK": ("Behandelbank", 750), "TOILET": ("Toiletpot", 450), "WASTAFEL": ("Wastafel", 850),
         "AANRECHT_180": ("Aanrecht 180", 900), "BED": ("Bed ", 600)}


def global_id(name):
    """The same name has the same GlobalId each time: 128 bits in 22 letters."""
    number = uuid.uuid5(uuid.NAMESPACE_URL, "https://trefpunt.example/" + name).int
    return "".join(LETTERS[(number >> (6 * k)) & 63] for k in range(21, -1, -1))


def text(value):
    """A string of STEP: what is no ASCII becomes \\X2\\...\\X0\\."""
    out = ""
    for c in value.replace("\\", "\\\\").replace("'", "''"):
        out += c if " " <= c <= "~" else f"\\X2\\{ord(c):04X}\\X0\\"
    return f"'{out}'"


class Ifc:
    def __init__(self):
        self.lines, self.shared = [], {}

    def add(self, entity, *values):
        self.lines.append(f"{entity}({','.join(map(str, values))})")
        return f"#{len(self.lines)}"

    def once(self, entity, *values):
        """The same thing only once."""
        key = (entity, *values)
        if key not in self.shared:
            self.shared[key] = self.add(entity, *values)
        return self.shared[key]

    def refs(self, items):
        return f"({','.join(items)})"

    def point(self, *at):
        return self.once("IFCCARTESIANPOINT", f"({','.join(f'{float(c):g}.' if float(c).is_integer() else f'{c}' for c in at)})")

    def direction(self, *at):
        return self.once("IFCDIRECTION", f"({','.join(f'{c:g}.' if float(c).is_integer() else f'{c:.9f}' for c in at)})")

    def axes(self, x, y, z, turn=0):
        if not turn % 360:
            return self.once("IFCAXIS2PLACEMENT3D", self.point(x, y, z), "$", "$")
        c, s = round(math.cos(math.radians(turn)), 9), round(math.sin(math.radians(turn)), 9)
        return self.once("IFCAXIS2PLACEMENT3D", self.point(x, y, z), self.direction(0, 0, 1), self.direction(c, s, 0))

    def profile(self, ring):
        points = ",".join(f"({x}.,{y}.)" for x, y in [*ring, ring[0]])
        curve = self.add("IFCINDEXEDPOLYCURVE", self.add("IFCCARTESIANPOINTLIST2D", f"({points})"), "$", ".F.")
        return self.add("IFCARBITRARYCLOSEDPROFILEDEF", ".AREA.", "$", curve)

    def solid(self, ring, height, z=0):
        return self.add("IFCEXTRUDEDAREASOLID", self.profile(ring), self.axes(0, 0, z), self.direction(0, 0, 1), f"{height}.")

    def shape(self, solids):
        body = self.add("IFCSHAPEREPRESENTATION", self.body, "'Body'", "'SweptSolid'", self.refs(solids))
        return self.add("IFCPRODUCTDEFINITIONSHAPE", "$", "$", self.refs([body]))

    def thing(self, entity, key, name, place, shape, *values, kind="$", described="$"):
        return self.add(entity, f"'{global_id(key)}'", "$", text(name), described, kind, place, shape, *values)

    def relate(self, entity, key, *values):
        self.add(entity, f"'{global_id(key)}'", "$", "$", "$", *values)

    def property_set(self, key, of, name, properties):
        values = [self.once("IFCPROPERTYSINGLEVALUE", text(n), "$", v, "$") for n, v in properties]
        one = self.add("IFCPROPERTYSET", f"'{global_id(key)}'", "$", text(name), "$", self.refs(values))
        self.relate("IFCRELDEFINESBYPROPERTIES", key + "/rel", self.refs(of), one)

    def write(self, path, title):
        head = ["ISO-10303-21;", "HEADER;", "FILE_DESCRIPTION(('ViewDefinition [ReferenceView_V1.2]'),'2;1');",
                f"FILE_NAME({text(path.name)},'2026-09-01T00:00:00',({text(title)}),('Trefpunt'),'','samples/ifc_drawing.py','');",
                "FILE_SCHEMA(('IFC4'));", "ENDSEC;", "DATA;"]
        body = [f"#{k + 1}={line};" for k, line in enumerate(self.lines)]
        path.write_bytes(("\n".join(head + body + ["ENDSEC;", "END-ISO-10303-21;"]) + "\n").encode("ascii"))


def box_ring(rect):
    x0, y0, x1, y1 = rect
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def straight_walls(plan, level, parts):
    """Walls as they are built: rectangles that run on past doors and windows. [(kind, rectangle)], long ones first."""
    solid = [(kind, ring) for kind in ("outer", "inner", "glass") for ring, _ in parts[kind]]
    holes = [ring for kind in ("door", "window") for ring, _ in parts[kind]]
    rings = [ring for _, ring in solid] + holes
    xs, ys = sorted({p[0] for r in rings for p in r}), sorted({p[1] for r in rings for p in r})

    def inside(ring, x, y):
        odd = False
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
            if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
                odd = not odd
        return odd

    kinds = {}
    for kind, ring in [*solid, *[("hole", h) for h in holes]]:
        x0, y0 = min(p[0] for p in ring), min(p[1] for p in ring)
        x1, y1 = max(p[0] for p in ring), max(p[1] for p in ring)
        for i in range(xs.index(x0), xs.index(x1)):
            for j in range(ys.index(y0), ys.index(y1)):
                if inside(ring, (xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2):
                    kinds[i, j] = kind
    glassy = lambda c: kinds.get(c) == "glass"
    for _ in range(8):  # an opening is of what stands beside it
        for (i, j), kind in list(kinds.items()):
            if kind == "hole" and any(glassy(n) for n in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))):
                kinds[i, j] = "glass"
    walls = []
    for is_glass in (True, False):
        rest = {c for c, kind in kinds.items() if (kind == "glass") == is_glass}
        while rest:
            best = None
            for along in (0, 1):
                for cell in rest:
                    before = (cell[0] - 1, cell[1]) if along == 0 else (cell[0], cell[1] - 1)
                    if before in rest:
                        continue
                    end = cell
                    while (nxt := (end[0] + 1, end[1]) if along == 0 else (end[0], end[1] + 1)) in rest:
                        end = nxt
                    size = (xs[end[0] + 1] - xs[cell[0]]) if along == 0 else (ys[end[1] + 1] - ys[cell[1]])
                    if best is None or (size, cell) > best[:2]:
                        best = (size, cell, along, end)
            _, (i0, j0), along, (i1, j1) = best
            row = lambda k: [(i, k) for i in range(i0, i1 + 1)] if along == 0 else [(k, j) for j in range(j0, j1 + 1)]
            low = high = j0 if along == 0 else i0
            while all(c in rest for c in row(low - 1)):
                low -= 1
            while all(c in rest for c in row(high + 1)):
                high += 1
            cells = [c for k in range(low, high + 1) for c in row(k)]
            rest -= set(cells)
            rect = (xs[min(c[0] for c in cells)], ys[min(c[1] for c in cells)],
                    xs[max(c[0] for c in cells) + 1], ys[max(c[1] for c in cells) + 1])
            outer = any(kinds[c] == "outer" for c in cells)
            walls.append(("glass" if is_glass else "outer" if outer else "inner", rect))
    return walls


def host_of(walls, rect):
    """The wall that an opening lies in, by the middle of the opening."""
    x, y = (rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2
    return next(k for k, (_, r) in enumerate(walls) if r[0] <= x <= r[2] and r[1] <= y <= r[3])


def steps(x0, y0, x1, y1, count, up, z, rise):
    """One flight as a pile of boxes, so that every reader of IFC understands it."""
    boxes = []
    for k in range(count):
        a, b = y0 + (y1 - y0) * k // count, y0 + (y1 - y0) * (k + 1) // count
        if not up:
            a, b = y0 + y1 - b, y0 + y1 - a
        boxes.append(((x0, a, x1, b), z + rise * k, rise))
    return boxes


def write_ifc(plan, path, storeys, use_said):
    ifc = Ifc()
    zero, up = ifc.axes(0, 0, 0), ifc.direction(0, 0, 1)
    del up
    model = ifc.add("IFCGEOMETRICREPRESENTATIONCONTEXT", "$", "'Model'", "3", "1.E-05", zero, ifc.direction(0, 1))
    ifc.body = ifc.add("IFCGEOMETRICREPRESENTATIONSUBCONTEXT", "'Body'", "'Model'", "*", "*", "*", "*", model, "$", ".MODEL_VIEW.", "$")
    metre = ifc.add("IFCSIUNIT", "*", ".LENGTHUNIT.", "$", ".METRE.")
    units = [ifc.add("IFCSIUNIT", "*", ".LENGTHUNIT.", ".MILLI.", ".METRE."), ifc.add("IFCSIUNIT", "*", ".AREAUNIT.", "$", ".SQUARE_METRE."),
             ifc.add("IFCSIUNIT", "*", ".VOLUMEUNIT.", "$", ".CUBIC_METRE."), ifc.add("IFCSIUNIT", "*", ".PLANEANGLEUNIT.", "$", ".RADIAN.")]
    assignment = ifc.add("IFCUNITASSIGNMENT", ifc.refs(units))
    project = ifc.add("IFCPROJECT", f"'{global_id('project')}'", "$", text(plan.name), "$", "$", "$", text(plan.stage),
                      ifc.refs([model]), assignment)
    crs = ifc.add("IFCPROJECTEDCRS", "'EPSG:28992'", "'Amersfoort / RD New'", "$", "'NAP'", "$", "$", metre)
    x, y = plan.origin
    ifc.add("IFCMAPCONVERSION", model, crs, f"{x:g}.", f"{y:g}.", "0.", "1.", "0.", "0.001")
    place = ifc.add("IFCLOCALPLACEMENT", "$", zero)
    site = ifc.add("IFCSITE", f"'{global_id('site')}'", "$", "'Terrein'", "$", "$", place, "$", "$", ".ELEMENT.", "$", "$", "0.", "$", "$")
    building = ifc.add("IFCBUILDING", f"'{global_id('building')}'", "$", text(plan.name), "$", "$", place, "$", "$", ".ELEMENT.", "$", "$", "$")
    ifc.relate("IFCRELAGGREGATES", "project/parts", project, ifc.refs([site]))
    ifc.relate("IFCRELAGGREGATES", "site/parts", site, ifc.refs([building]))

    classes = ifc.add("IFCCLASSIFICATION", "'BIM Loket'", "'2005'", "$", "'NL/SfB'", "$", "$", "$")
    sfb = {kind: (ifc.add("IFCCLASSIFICATIONREFERENCE", "$", text(code), text(name), classes, "$", "$"), [])
           for kind, code, name in (("outer", "21", "Buitenwanden"), ("inner", "22", "Binnenwanden"), ("glass", "22", "Binnenwanden"),
                                    ("window", "31", "Buitenwandopeningen"), ("door", "32", "Binnenwandopeningen"),
                                    ("stair", "24", "Trappen en hellingen"), ("slab", "23", "Vloeren"))}
    types, maps, of_type, zones = {}, {}, {}, {}
    for block in sorted({b for rows in plan.furniture.values() for b, *_ in rows}):
        name, height = NAMES[block]
        ring = footprint(plan, block, 0, 0, 0)
        body = ifc.add("IFCSHAPEREPRESENTATION", ifc.body, "'Body'", "'SweptSolid'", ifc.refs([ifc.solid(ring, height)]))
        maps[block] = ifc.add("IFCREPRESENTATIONMAP", zero, body)
        types[block] = ifc.add("IFCFURNITURETYPE", f"'{global_id('type/' + block)}'", "$", text(name.strip()), "$", "$", "$",
                               ifc.refs([maps[block]]), "$", text(block), ".NOTDEFINED.", ".NOTDEFINED.")
        plain = ifc.once("IFCCARTESIANTRANSFORMATIONOPERATOR3D", "$", "$", ifc.point(0, 0, 0), "$", "$")
        item = ifc.add("IFCMAPPEDITEM", maps[block], plain)
        shown = ifc.add("IFCSHAPEREPRESENTATION", ifc.body, "'Body'", "'MappedRepresentation'", ifc.refs([item]))
        maps[block] = ifc.add("IFCPRODUCTDEFINITIONSHAPE", "$", "$", ifc.refs([shown]))
    clear_widths = {}
    floors = []
    for level, (parts, _) in storeys.items():
        floor = ifc.add("IFCLOCALPLACEMENT", place, ifc.axes(0, 0, STOREY * level))
        storey = ifc.add("IFCBUILDINGSTOREY", f"'{global_id(f'storey/{level}')}'", "$", text(STOREYS[level]), "$", "$", floor, "$", "$",
                         ".ELEMENT.", f"{STOREY * level}.")
        floors.append(storey)
        inside, rooms = [], []
        for ring, s in parts["space"]:
            space = ifc.thing("IFCSPACE", f"space/{s.number}", s.number, floor, ifc.shape([ifc.solid(ring, ROOM)]), text(s.name),
                              ".ELEMENT.", ".INTERNAL.", "$")
            rooms.append(space)
            size = ifc.add("IFCQUANTITYAREA", "'NetFloorArea'", "$", "$", f"{area(ring):.4f}", "$")
            quantities = ifc.add("IFCELEMENTQUANTITY", f"'{global_id(f'quantity/{s.number}')}'", "$", "'Qto_SpaceBaseQuantities'", "$", "$",
                                 ifc.refs([size]))
            ifc.relate("IFCRELDEFINESBYPROPERTIES", f"quantity/{s.number}/rel", ifc.refs([space]), quantities)
            if s.number in use_said and DUTCH_USE[s.use]:
                ifc.property_set(f"use/{s.number}", [space], "Pset_SpaceOccupancyRequirements",
                                 [("OccupancyType", f"IFCLABEL({text(DUTCH_USE[s.use])})")])
            zones.setdefault(s.unit, []).append(space)
        ifc.relate("IFCRELAGGREGATES", f"storey/{level}/rooms", storey, ifc.refs(rooms))

        walls = straight_walls(plan, level, parts)
        built = []
        for k, (kind, rect) in enumerate(walls):
            entity = "IFCCURTAINWALL" if kind == "glass" else "IFCWALL"
            name = {"outer": "21 buitenwand", "inner": "22 binnenwand", "glass": "22 glaswand"}[kind]
            one = ifc.thing(entity, f"wall/{level}/{rect}", name, floor, ifc.shape([ifc.solid(box_ring(rect), WALL)]), f"'{level}W{k + 1}'",
                            ".NOTDEFINED." if kind == "glass" else ".SOLIDWALL.")
            built.append(one)
            sfb[kind][1].append(one)
        inside += built

        def opening(key, rect, height, z):
            shape = ifc.shape([ifc.solid(box_ring(rect), height, z)])
            hole = ifc.thing("IFCOPENINGELEMENT", f"opening/{key}", "opening", floor, shape, "$", ".OPENING.")
            ifc.relate("IFCRELVOIDSELEMENT", f"opening/{key}/in", built[host_of(walls, rect)], hole)
            return shape, hole

        for _, d in parts["door"]:
            shape, hole = opening(d.number, d.rect, DOOR, 0)
            width = d.rect[2] - d.rect[0] if d.along else d.rect[3] - d.rect[1]
            kind = "SLIDING_TO_LEFT" if d.leaf in ("schuif", "lift") else "DOUBLE_DOOR_SINGLE_SWING" if d.leaf == "dubbel" else "SINGLE_SWING_LEFT"
            one = ifc.thing("IFCDOOR", f"door/{d.number}", d.number, floor, shape, text(d.block), f"{DOOR}.", f"{width}.", ".DOOR.", f".{kind}.", "$")
            ifc.relate("IFCRELFILLSELEMENT", f"door/{d.number}/in", hole, one)
            clear_widths.setdefault(d.clear, []).append(one)
            sfb["door"][1].append(one)
            inside.append(one)
        for ring, k in parts["window"]:
            rect = (min(p[0] for p in ring), min(p[1] for p in ring), max(p[0] for p in ring), max(p[1] for p in ring))
            shape, hole = opening(f"window/{level}/{k}", rect, WINDOW, SILL)
            width = max(rect[2] - rect[0], rect[3] - rect[1]) if plan.f in (rect[2] - rect[0], rect[3] - rect[1]) else rect[2] - rect[0]
            one = ifc.thing("IFCWINDOW", f"window/{level}/{k}", f"R{level}.{k + 1:02}", floor, shape, "$", f"{WINDOW}.", f"{width}.", ".WINDOW.",
                            ".SINGLE_PANEL.", "$")
            ifc.relate("IFCRELFILLSELEMENT", f"window/{level}/{k}/in", hole, one)
            sfb["window"][1].append(one)
            inside.append(one)

        for k, (block, x, y, rotation) in enumerate(plan.furniture[level]):
            at = ifc.add("IFCLOCALPLACEMENT", floor, ifc.axes(x, y, 0, rotation % 360))
            one = ifc.thing("IFCFURNITURE", f"furniture/{level}/{block}/{x}/{y}", NAMES[block][0].strip(), at, maps[block], "$", ".NOTDEFINED.")
            of_type.setdefault(block, []).append(one)
            inside.append(one)
        for lev, number, points in plan.desks:
            if lev == level:
                inside.append(ifc.thing("IFCFURNITURE", f"desk/{number}", "Balie", floor, ifc.shape([ifc.solid(flat(points), 1100)]), "$",
                                        ".NOTDEFINED."))
        slab = ifc.thing("IFCSLAB", f"slab/{level}", "23 vloer", floor,
                         ifc.shape([ifc.solid(box_ring((0, 0, plan.w, plan.d)), STOREY - WALL, WALL - STOREY)]), "$", ".FLOOR.")
        sfb["slab"][1].append(slab)
        inside.append(slab)
        if level == 0:
            for name, rect in plan.flights.items():
                x0, y0, x1, y1 = mm(*rect)
                rise = STOREY // 20
                if name == "trap":
                    mid, far = (x0 + x1) // 2, y1 - 1300
                    flights = [steps(x0, y0, mid - 50, far, 9, True, 0, rise), [((x0, far, x1, y1), 9 * rise, rise)],
                               steps(mid + 50, y0, x1, far, 10, False, 10 * rise, rise)]
                else:
                    flights = [steps(x0, y0, x1, y1, 20, True, 0, rise)]
                stair = ifc.thing("IFCSTAIR", f"stair/{name}", name, floor, "$", "$",
                                  ".HALF_TURN_STAIR." if name == "trap" else ".STRAIGHT_RUN_STAIR.")
                pieces = []
                for k, flight in enumerate(flights):
                    solids = [ifc.solid(box_ring(r), height, z) for r, z, height in flight]
                    pieces.append(ifc.thing("IFCSTAIRFLIGHT", f"stair/{name}/{k}", f"{name} {k + 1}", floor, ifc.shape(solids), "$",
                                            len(flight), len(flight), f"{rise}.", "250.", ".STRAIGHT."))
                ifc.relate("IFCRELAGGREGATES", f"stair/{name}/parts", stair, ifc.refs(pieces))
                sfb["stair"][1].append(stair)
                inside.append(stair)
            for lift in plan.lifts(level):
                shape = ifc.shape([ifc.solid(box_ring(lift.rects[0]), STOREY + ROOM)])
                inside.append(ifc.thing("IFCTRANSPORTELEMENT", "lift", "lift", floor, shape, "$", ".ELEVATOR."))
        ifc.relate("IFCRELCONTAINEDINSPATIALSTRUCTURE", f"storey/{level}/inside", ifc.refs(inside), storey)
    ifc.relate("IFCRELAGGREGATES", "building/parts", building, ifc.refs(floors))
    for width, doors in sorted(clear_widths.items()):
        ifc.property_set(f"clear/{width}", doors, "Deur", [("VrijeDoorgang", f"IFCPOSITIVELENGTHMEASURE({width}.)")])
    for block, pieces in sorted(of_type.items()):
        ifc.relate("IFCRELDEFINESBYTYPE", f"type/{block}/rel", ifc.refs(pieces), types[block])
    for unit, rooms in sorted(zones.items()):
        zone = ifc.add("IFCZONE", f"'{global_id('zone/' + unit)}'", "$", text(unit), "$", "$", text(unit))
        ifc.relate("IFCRELASSIGNSTOGROUP", f"zone/{unit}/rel", ifc.refs(rooms), "$", zone)
    for kind, (reference, things) in sfb.items():
        if things:
            ifc.relate("IFCRELASSOCIATESCLASSIFICATION", f"sfb/{kind}", ifc.refs(things), reference)
    ifc.write(path, plan.name)
