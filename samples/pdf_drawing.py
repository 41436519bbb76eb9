# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a storey of ../drawing.py as a PDF on A2 at 1:100: what is left of a drawing when only a print of it is sent."""
import math

from drawing import BLOCKS, flat, footprint, mm, stamp_point

SCALE, PAGE, MARGIN = 100, (594, 420), (60, 90)  # mm on paper


class Page:
    """Draws in millimetres of the building."""

    def __init__(self):
        self.lines = ["2.83464567 0 0 2.83464567 0 0 cm"]

    def at(self, x, y):
        return f"{x / SCALE + MARGIN[0]:.3f} {y / SCALE + MARGIN[1]:.3f}"

    def pen(self, width, colour=(0, 0, 0)):
        self.lines.append(f"{width} w {' '.join(f'{c:g}' for c in colour)} RG")

    def fill(self, ring, grey=0):
        self.lines.append(f"{grey:g} g " + self.path(ring) + " h f")

    def path(self, points):
        return " ".join(f"{self.at(*p)} {'l' if k else 'm'}" for k, p in enumerate(points))

    def line(self, *points, closed=False):
        self.lines.append(self.path(points) + (" s" if closed else " S"))

    def rect(self, x0, y0, x1, y1):
        self.line((x0, y0), (x1, y0), (x1, y1), (x0, y1), closed=True)

    def curve(self, start, b, c, end):
        self.lines.append(f"{self.at(*start)} m {self.at(*b)} {self.at(*c)} {self.at(*end)} c S")

    def text(self, x, y, size, words):
        raw = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("latin-1")
        self.lines.append(f"BT /F1 {size:g} Tf {self.at(x, y)} Td ({raw}) Tj ET")

    def write(self, path):
        content = "\n".join(["0 g", *self.lines]).encode("latin-1")
        size = " ".join(f"{side * 72 / 25.4:.3f}" for side in PAGE)
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                   f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
                   b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
                   b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
        out, places = b"%PDF-1.4\n", []
        for k, body in enumerate(objects):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (k + 1, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
            len(objects) + 1, table, len(objects) + 1, len(out))
        path.write_bytes(out)


def draw_door(page, d):
    (x, y), side, rotation = d.insert()
    c, s = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    put = lambda u, v: (x + c * side * u - s * v, y + s * side * u + c * v)
    opening = d.rect[2] - d.rect[0] if d.along else d.rect[3] - d.rect[1]
    k = 0.5522847  # a quarter of a circle as one Bezier curve
    leaves = [(0, 1, opening)] if d.leaf.isdigit() else [(0, 1, opening / 2), (opening, -1, opening / 2)] if d.leaf == "dubbel" else []
    for hinge, way, r in leaves:
        page.line(put(hinge, 0), put(hinge, r))
        page.curve(put(hinge, r), put(hinge + way * k * r, r), put(hinge + way * r, k * r), put(hinge + way * r, 0))
    if not leaves:
        page.line(put(0, -40), put(opening, -40))


def write_pdf(plan, path, level, title, parts):
    page = Page()
    for kind in ("outer", "inner"):
        for ring, _ in parts[kind]:
            page.fill(ring)
    page.pen(0.25, (0, 0.4, 0.8))
    for ring, _ in parts["glass"]:
        page.line(*ring, closed=True)
    page.pen(0.18, (0, 0, 0.6))
    for ring, _ in parts["window"]:
        page.line(*ring, closed=True)
    page.pen(0.18, (0, 0.5, 0))
    for _, d in parts["door"]:
        draw_door(page, d)
    page.pen(0.13, (0.6, 0, 0.6))
    for rect in plan.flights.values():
        x0, y0, x1, y1 = mm(*rect)
        page.rect(x0, y0, x1, y1)
        for k in range(1, (y1 - y0) // 260):
            page.line((x0, y0 + 260 * k), (x1, y0 + 260 * k))
    page.pen(0.13, (0.5, 0.5, 0.5))
    for lev, _, points in plan.desks:
        if lev == level:
            page.line(*flat(points), closed=True)
    for block, x, y, rotation in plan.furniture[level]:
        if block in BLOCKS:
            page.line(*footprint(plan, block, x, y, rotation), closed=True)
    for _, s in parts["space"]:
        x, y = stamp_point(plan, s)
        page.text(x - 600, y + 130, 2.5, s.number)
        page.text(x - 600, y - 200, 2.5, s.name)
    page.pen(0.5)
    x, y = plan.w + 2000, -6000
    page.rect(x, y, x + 9000, y + 4000)
    for k, words in enumerate((plan.name, title, f"Schaal 1:{SCALE}   formaat A2", plan.stage)):
        page.text(x + 300, y + 3200 - 800 * k, 4, words)
    page.write(path)
