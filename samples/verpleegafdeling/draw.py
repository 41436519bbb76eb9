#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample ward and writes its DXF, GeoJSON, room list and mapping file.

Usage: python3 draw.py [FOLDER]     (default: the folder of this file)

Everything follows from the tables below; ../drawing.py makes a plan of them.
"""
import functools
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.dont_write_bytecode = True
import drawing
from drawing import DUTCH_ACCESS, DUTCH_USE, FOUR, dutch

# ---------------------------------------------------------------- the building

DEPTH = 28.8
UNIT = {0: "Longgeneeskunde", 1: "Geriatrie"}

# number; beds; facade; first and last axis in steps of 3.7 m. Its wet room has the number plus 0.70.
BEDROOMS = """
0.01; 1; Z; 0 1
0.02; 1; Z; 1 2
0.03; 4; Z; 2 4
0.04; 1; Z; 4 5
0.05; 1; Z; 5 6
0.06; 1; Z; 10 11
0.07; 4; Z; 11 13
0.08; 1; Z; 13 14
0.09; 1; Z; 14 15
0.10; 1; Z; 15 16
0.11; 1; N; 0 1
0.12; 1; N; 1 2
0.13; 4; N; 2 4
0.14; 2; N; 4 5.5
0.15; 2; N; 5.5 7
0.16; 1; N; 8 9
0.17; 2; N; 9 10.5
0.18; 2; N; 10.5 12
0.19; 4; N; 12 14
0.20; 1; N; 14 15
0.21; 1; N; 15 16
1.01; 1; Z; 0 1
1.02; 1; Z; 1 2
1.03; 1; Z; 2 3
1.04; 1; Z; 3 4
1.05; 1; Z; 4 5
1.06; 1; Z; 5 6
1.07; 1; Z; 10 11
1.08; 4; Z; 11 13
1.09; 1; Z; 13 14
1.10; 1; N; 0 1
1.11; 1; N; 1 2
1.12; 1; N; 2 3
1.13; 1; N; 3 4
1.14; 2; N; 4 5.5
1.15; 2; N; 5.5 7
1.16; 1; N; 10 11
1.17; 1; N; 11 12
1.18; 1; N; 12 13
1.19; 1; N; 13 14
1.20; 1; N; 14 15
1.21; 1; N; 15 16
"""

# number; name; use; unit (- is that of the storey); access; rectangles x0 y0 x1 y1.
# Rooms that touch without a gap share a line that is no wall.
SPACES = """
0.30; Tochtportaal; entrance; Algemeen; public; 28.2 0.4 31.8 3.0
0.31; Entreehal; entrance; Algemeen; public; 26.3 3.1 33.6 9.3
0.32; Receptie; reception; Algemeen; staff; 22.6 3.1 26.2 6.8
0.33; Kantoor teamleider; office; -; staff; 22.6 0.4 26.2 3.0
0.34; Berging rolstoelen; storage; Algemeen; public; 26.3 0.4 28.1 3.0
0.35; Koffiehoek; third_place; Algemeen; public; 33.6 0.4 37.3 6.8
0.36; Lifthal; corridor; Algemeen; public; 29.0 9.3 31.4 19.4
0.37; Trappenhuis; stairs; Algemeen; public; 26.2 9.4 28.9 15.15
0.38; Beddenlift; lift; Algemeen; staff; 31.5 9.4 34.5 12.0
0.39; Bezoekerslift; lift; Algemeen; public; 31.5 12.1 34.5 14.35
0.40; Toilet MIVA; accessible_toilet; Algemeen; public; 26.2 15.25 28.9 17.25
0.41; Toilet; toilet; Algemeen; public; 26.2 17.35 28.9 19.4
0.42; Berging bedden; storage; Algemeen; staff; 31.5 14.45 34.5 19.4
0.43; Gang zuidwest; corridor; -; ; 0.4 6.9 26.2 9.3
0.44; Gang zuidoost; corridor; -; ; 33.7 6.9 53.1 9.3
0.45; Gang noord; corridor; -; public; 0.4 19.5 59.6 21.9
0.46; Gang west; corridor; -; public; 6.9 9.3 9.3 19.5
0.47; Gang oost; corridor; -; public; 50.7 9.3 53.1 19.5
0.48; Vluchttrap; stairs; -; staff; 9.4 9.4 12.3 17.4
0.49; Toilet bezoek; toilet; -; public; 9.4 17.5 12.3 19.4
0.50; Verpleegpost zuid; staff_room; -; staff; 12.4 9.3 17.9 14.35
0.51; Medicijnruimte; storage; -; staff; 18.0 9.4 21.0 14.35
0.52; Behandelkamer 1; treatment; -; appointment; 21.1 9.4 26.1 14.35
0.53; Spoelkeuken; storage; -; staff; 12.4 14.45 15.9 19.4
0.54; Linnenkamer; storage; -; staff; 16.0 14.45 19.4 19.4
0.55; Pantry; pantry; -; staff; 19.5 14.45 22.7 19.4
0.56; Berging zuurstof; storage; -; staff; 22.8 14.45 26.1 19.4
0.57; Gesprekskamer; consulting; -; appointment; 34.6 9.4 38.2 14.35
0.58; Teamkamer; staff_room; -; staff; 38.3 9.4 43.9 14.35
0.59; Artsenkamer; staff_room; -; staff; 44.0 9.4 47.4 14.35
0.60; Toilet personeel; toilet; -; staff; 47.5 9.4 50.6 11.8
0.61; Toilet MIVA lounge; accessible_toilet; -; public; 47.5 11.9 50.6 14.35
0.62; Verpleegpost noord; staff_room; -; staff; 34.6 14.45 41.1 19.5
0.63; Behandelkamer 2; treatment; -; appointment; 41.2 14.45 45.6 19.4
0.64; Berging hulpmiddelen; storage; -; staff; 45.7 14.45 50.6 19.4
0.65; Familiekamer; family_room; -; public; 26.3 22.0 29.9 28.4
0.66; Dagverblijf; dayroom; -; public; 0.4 9.4 6.8 16.2
0.67; Rustige hoek; quiet; -; public; 0.4 16.3 6.9 19.4
0.68; Lounge; lounge; -; public; 53.1 6.9 59.6 14.35
0.69; Groepsruimte; group_room; -; appointment; 53.2 14.45 59.6 19.4
0.70; Meterkast; technical; Algemeen; staff; 31.9 0.4 33.5 3.0
1.30; Huiskamer; living; -; public; 26.3 0.4 33.6 6.8
1.31; Leefkeuken; kitchen; -; public; 33.6 0.4 37.3 6.8
1.32; Familiekamer; family_room; -; public; 22.6 0.4 26.2 6.8
1.33; Kantoor teamleider; office; -; staff; 33.7 22.0 37.3 28.4
1.36; Lifthal; corridor; Algemeen; public; 29.0 9.4 31.4 19.4
1.37; Trappenhuis; stairs; Algemeen; public; 26.2 9.4 28.9 15.15
1.38; Beddenlift; lift; Algemeen; staff; 31.5 9.4 34.5 12.0
1.39; Bezoekerslift; lift; Algemeen; public; 31.5 12.1 34.5 14.35
1.40; Toilet MIVA; accessible_toilet; Algemeen; public; 26.2 15.25 28.9 17.25
1.41; Toilet; toilet; Algemeen; public; 26.2 17.35 28.9 19.4
1.42; Techniekruimte; technical; Algemeen; staff; 31.5 14.45 34.5 19.4
1.44; Gang zuid; corridor; -; public; 0.4 6.9 53.1 9.3
1.45; Gang noord; corridor; -; public; 0.4 19.5 59.6 21.9
1.46; Gang west; corridor; -; public; 6.9 9.3 9.3 19.5
1.47; Gang oost; corridor; -; public; 50.7 9.3 53.1 19.5
1.48; Vluchttrap; stairs; -; staff; 9.4 9.4 12.3 17.4
1.49; Werkkast; storage; -; staff; 9.4 17.5 12.3 19.4
1.50; Verpleegpost zuid; staff_room; -; staff; 12.4 9.3 17.9 14.35
1.51; Medicijnruimte; storage; -; staff; 18.0 9.4 21.0 14.35
1.52; Behandelkamer; treatment; -; appointment; 21.1 9.4 26.1 14.35
1.53; Spoelkeuken; storage; -; staff; 12.4 14.45 15.9 19.4
1.54; Linnenkamer; storage; -; staff; 16.0 14.45 19.4 19.4
1.55; Badkamer; bathroom; -; appointment; 19.5 14.45 22.7 19.4
1.56; Pantry; pantry; -; staff; 22.8 14.45 26.1 19.4
1.57; Gesprekskamer; consulting; -; appointment; 34.6 9.4 38.2 14.35
1.58; Teamkamer; staff_room; -; staff; 38.3 9.4 43.9 14.35
1.59; Artsenkamer; staff_room; -; staff; 44.0 9.4 47.4 14.35
1.60; Toilet personeel; toilet; -; staff; 47.5 9.4 50.6 11.8
1.61; Toilet MIVA lounge; accessible_toilet; -; public; 47.5 11.9 50.6 14.35
1.62; Verpleegpost noord; staff_room; -; staff; 34.6 14.45 41.1 19.5
1.63; Stilteruimte; quiet; -; public; 41.2 14.45 45.6 19.4
1.64; Berging hulpmiddelen; storage; -; staff; 45.7 14.45 50.6 19.4
1.65; Activiteitenruimte; activity; -; public; 26.3 22.0 33.6 28.4
1.66; Dagverblijf; dayroom; -; public; 0.4 9.4 6.8 16.2
1.67; Rustige hoek; quiet; -; public; 0.4 16.3 6.9 19.4
1.68; Lounge; lounge; -; public; 53.1 6.9 59.6 14.35
1.69; Gespreksruimte familie; consulting; -; appointment; 53.2 14.45 59.6 19.4
1.70; Dakterras; outdoor; -; public; 52.2 0.4 59.6 6.8
"""
USE_DRAWN = set("0.35 0.68 1.68 1.70".split())  # spaces whose use stands in the drawing itself
USE_MAPPED = "0.67 1.31 1.67".split()  # names that no dictionary can be asked to guess

# room; neighbour (Z N O W: outside); place along the wall (lo, hi or metres); leaf; options
# A leaf turns into the first room with its hinges at the nearest corner; `out` turns it into the neighbour.
# Bedrooms and their wet rooms have theirs from the table above.
DOORS = """
0.30; Z; 29.0; schuif; public free
0.31; 0.30; 29.0; schuif; free
0.32; 0.31; lo; 980; controlled
0.33; 0.32; lo; 980; controlled
0.34; 0.31; lo; 980; free
0.70; 0.31; hi; 980; controlled
0.37; 0.36; lo; 1030; free glass
0.38; 0.36; 9.9; beddenlift; controlled
0.39; 0.36; 12.7; lift; free
0.40; 0.36; hi; 980; free out
0.41; 0.36; hi; 980; free
0.42; 0.36; lo; 1180; controlled
0.43; 0.31; 7.1; dubbel; nolock glass
0.44; 0.31; 7.1; dubbel; nolock glass
0.45; 0.36; 29.2; dubbel; controlled glass
0.45; W; 20.0; 1030; staff controlled threshold=0.02 out
0.48; 0.46; lo; 1030; free
0.49; 0.45; lo; 980; free
0.51; 0.43; lo; 980; controlled
0.52; 0.43; lo; 1180; free
0.53; 0.45; lo; 1030; controlled
0.54; 0.45; lo; 1030; controlled
0.55; 0.45; hi; 1030; controlled
0.56; 0.45; lo; 1180; controlled
0.57; 0.44; lo; 980; free
0.58; 0.44; hi; 980; controlled
0.59; 0.44; lo; 980; controlled
0.60; 0.47; lo; 980; controlled
0.61; 0.47; hi; 980; free out
0.63; 0.45; lo; 1180; free
0.64; 0.45; lo; 1180; controlled
0.65; 0.45; lo; 980; free
0.66; 0.46; lo; dubbel; free glass
0.69; 0.47; lo; 1180; free
1.32; 1.44; lo; 980; free
1.30; 1.44; lo; dubbel; free glass
1.33; 1.45; lo; 980; controlled
1.36; 1.44; 29.2; dubbel; controlled glass
1.36; 1.45; 29.2; dubbel; controlled glass
1.37; 1.36; lo; 1030; free glass
1.38; 1.36; 9.9; beddenlift; controlled
1.39; 1.36; 12.7; lift; free
1.40; 1.36; hi; 980; free out
1.41; 1.36; hi; 980; free
1.42; 1.36; lo; 1030; controlled
1.48; 1.46; lo; 1030; controlled
1.49; 1.45; lo; 980; controlled
1.51; 1.44; lo; 980; controlled
1.52; 1.44; lo; 1180; free
1.53; 1.45; lo; 1030; controlled
1.54; 1.45; lo; 1030; controlled
1.55; 1.45; hi; 1180; free
1.56; 1.45; lo; 1030; controlled
1.57; 1.44; lo; 980; free
1.58; 1.44; hi; 980; controlled
1.59; 1.44; lo; 980; controlled
1.60; 1.47; lo; 980; controlled
1.61; 1.47; hi; 980; free out
1.63; 1.45; lo; 980; free
1.64; 1.45; lo; 1180; controlled
1.65; 1.45; lo; dubbel; free
1.66; 1.46; lo; dubbel; free glass
1.69; 1.47; lo; 980; free
1.70; 1.68; 54.0; dubbel; controlled glass threshold=0.02
"""
# leaf: block, opening in the wall, clear width (vrije doorgang)
LEAVES = {"980": ("DEUR_980", 1050, 900), "1030": ("DEUR_1030", 1100, 950), "1180": ("DEUR_1180", 1250, 1100),
          "dubbel": ("DEUR_DUBBEL_1860", 1950, 1700), "schuif": ("SCHUIFDEUR_2000", 2000, 1800),
          "sanitair": ("SCHUIFDEUR_1000", 1000, 900), "lift": ("LIFTDEUR_900", 1000, 900),
          "beddenlift": ("LIFTDEUR_1400", 1500, 1400)}
BLOCKS = {**drawing.BLOCKS, "BED": (1000, 2100, 0, True), "NACHTKAST": (500, 500, 0, True),
          "SLAAPBANK": (1900, 850, 2, True), "DOUCHE": (900, 900, 0, False),
          "BAD": (800, 2000, 0, True)}


def bedroom(row):
    """The rows of a bedroom and its wet room, for the tables of spaces and doors."""
    number, beds, side, axes = [cell.strip() for cell in row.split(";")]
    first, last = map(float, axes.split())
    x0, x1 = round(0.4 + 3.7 * first, 2), round(0.4 + 3.7 * last - (0 if last == 16 else 0.1), 2)
    wide = 1.9 if beds == "1" else 2.4
    low = first % 2 >= 1  # the door is at the low end; doors and wet rooms of neighbours lie side by side
    wet, way = ((x0, x0 + wide), (x0 + wide + 0.1, x1)) if not low else ((x1 - wide, x1), (x0, x1 - wide - 0.1))

    def rect(xs, y0, y1):
        y0, y1 = (y0, y1) if side == "Z" else (DEPTH - y1, DEPTH - y0)
        return f"{xs[0]:.3f} {y0:.3f} {xs[1]:.3f} {y1:.3f}"

    unit, wet_number = UNIT[int(number[0])], f"{number[0]}.{int(number[2:]) + 70}"
    kind = {"1": "Eenpersoonskamer", "2": "Tweepersoonskamer", "4": "Vierpersoonskamer"}[beds]
    corridor = "1.44" if number[0] == "1" else "0.43" if x1 < 27 else "0.68" if x0 > 52 else "0.44"
    if side == "N":
        corridor = number[0] + ".45"
    spaces = [f"{number}; {kind} {number}; bedroom; {unit}; appointment; {rect(way, 4.5, 6.8)}; {rect((x0, x1), 0.4, 4.5)}",
              f"{wet_number}; Sanitair {number}; bathroom; {unit}; appointment; {rect(wet, 4.6, 6.8)}"]
    doors = [f"{number}; {corridor}; {'lo' if low else 'hi'}; 1180; free",
             f"{wet_number}; {number}; {'lo' if side == 'Z' else 'hi'}; sanitair; free"]
    return spaces, doors


BED_ROWS = [bedroom(row) for row in BEDROOMS.strip().splitlines()]
BEDS = {row.split(";")[0]: int(row.split(";")[1]) for row in BEDROOMS.strip().splitlines()}


def unit_rows(table):
    """`-` stands for the unit of the storey."""
    return [row.replace("; -;", f"; {UNIT[int(row[0])]};") for row in table.strip().splitlines()]


def unit(level):
    return {"name": UNIT[level], "kind": "verpleegafdeling", "beds": sum(b for n, b in BEDS.items() if n[0] == str(level)),
            "overnight": True}


# A desk with a rounded end at each nurse station: level, space, points (x, y, bulge).
DESKS = [(level, f"{level}.{room}", [(x0, y, 0), (x1, y, 1), (x1, y + 0.6, 0), (x0, y + 0.6, 0)])
         for level in (0, 1) for room, x0, x1, y in (("50", 13.6, 16.4, 9.8), ("62", 36.0, 39.4, 18.4))]
DESKS += [(0, "0.32", [(23.2, 4.2, 0), (24.8, 4.2, 1), (24.8, 4.8, 0), (23.2, 4.8, 0)])]

PLAN = drawing.Building(
    name="Verpleeggebouw De Lindehof", stage="Voorlopig ontwerp, 12 mei 2026", size=(60.0, DEPTH, 0.4),
    origin=(130700.0, 450900.0),  # a meadow in the Rijnenburg polder, nothing stands there
    storeys={0: ("bg.dxf", "BEGANE GROND"), 1: ("verdieping-1.dxf", "EERSTE VERDIEPING")},
    grid=((0.2, 11.45, 22.55, 33.65, 44.75, 59.8), (0.2, 6.85, 21.95, 28.6)),
    space_table="\n".join([r for rows, _ in BED_ROWS for r in rows] + unit_rows(SPACES)),
    door_table="\n".join([r for _, rows in BED_ROWS for r in rows] + DOORS.strip().splitlines()),
    leaves=LEAVES, blocks=BLOCKS, desks=DESKS,
    flights={"trap": (26.2, 11.15, 28.9, 15.15), "vluchttrap": (9.4, 11.2, 10.8, 16.2)},
    no_window={"storage", "technical", "lift", "bathroom", "toilet", "accessible_toilet", "outdoor", "0.30"},
    wide_windows={"lounge", "living", "dayroom", "third_place", "activity", "group_room"},
    glass_walls={0: [(6.8, 9.4, 6.9, 16.2), (28.1, 0.4, 28.2, 3.1), (28.2, 3.0, 31.9, 3.1), (31.8, 0.4, 31.9, 3.1)],
                 1: [(6.8, 9.4, 6.9, 16.2), (53.2, 6.8, 59.6, 6.9), (26.3, 6.8, 33.6, 6.9)]},
    use_drawn=USE_DRAWN, units=[unit(level) for level in UNIT])
place, table, row, Room = PLAN.place, PLAN.table, PLAN.row, functools.partial(drawing.Room, PLAN)


# ---------------------------------------------------------------- furniture


def furnish():
    for s in PLAN.spaces.values():
        if s.use == "bedroom":
            furnish_bedroom(s)
        elif s.use in SERVICE:
            furnish_service(s)
    for level in PLAN.storeys:
        furnish_shared(level)

    # Ground floor: coffee corner, hall, office of the manager, family room, group room with a ring of chairs.
    for y in (1.7, 4.1):
        table(0, "TAFEL_80", 35.6, y, FOUR)
    place(0, "AANRECHT_180", 36.2, 6.5, 180)
    place(0, "BANK_2P", 26.8, 6.2, 270)
    row(0, 23.7, 3.75, 0.8, 0, 2, 0)
    place(0, "BUREAU_160", 24.8, 0.8)
    place(0, "STOEL", 24.8, 1.5, 180)
    place(0, "SLAAPBANK", 28.6, 27.9, 180)
    place(0, "SLAAPBANK", 29.4, 25.4, 90)
    table(0, "TAFEL_80", 27.5, 25.0, FOUR[:2])
    place(0, "AANRECHT_180", 28.9, 22.35)
    for k in range(12):
        angle = 2 * math.pi * k / 12
        place(0, "STOEL", 56.9 + 1.9 * math.cos(angle), 16.9 + 1.9 * math.sin(angle), 30 * k + 90)
    place(0, "KAST_100", 59.4, 15.1, 90)

    # First floor: living room with its kitchen, family room, activity room, office, quiet room, room for families, terrace.
    for y in (1.9, 4.4):
        table(1, "TAFEL_180", 31.5, y, SIX)
    place(1, "BANK_2P", 28.2, 0.85)
    place(1, "TAFEL_ROND", 28.2, 2.1)
    place(1, "FAUTEUIL", 26.9, 2.1, 270)
    place(1, "FAUTEUIL", 29.5, 2.1, 90)
    place(1, "AANRECHT_180", 36.95, 1.5, 90)
    place(1, "AANRECHT_180", 36.95, 3.4, 90)
    place(1, "KAST_100", 36.5, 6.6, 180)
    table(1, "TAFEL_ROND", 35.1, 2.0, FOUR[:3])
    place(1, "SLAAPBANK", 23.9, 0.85)
    place(1, "SLAAPBANK", 25.75, 3.0, 90)
    table(1, "TAFEL_80", 23.6, 3.4, FOUR[:2])
    place(1, "AANRECHT_180", 25.2, 6.5, 180)
    for x in (28.2, 31.7):
        table(1, "TAFEL_180", x, 26.0, SIX)
    for x in (30.4, 31.5):
        place(1, "KAST_100", x, 22.2)
    place(1, "AANRECHT_180", 32.6, 28.1, 180)
    place(1, "BUREAU_160", 35.5, 27.9, 180)
    place(1, "STOEL", 35.5, 27.2, 0)
    place(1, "STOEL", 35.0, 25.6, 180)
    for x, y, turn in ((41.9, 15.3, 270), (41.9, 16.6, 270), (44.9, 16.0, 90)):
        place(1, "FAUTEUIL", x, y, turn)
    table(1, "TAFEL_180", 56.6, 16.6, SIX)
    place(1, "BANK_2P", 58.0, 18.95, 180)
    for x in (54.2, 57.6):
        table(1, "TAFEL_80", x, 2.6, FOUR)
    place(1, "BANK_2P", 59.1, 5.2, 90)


def furnish_shared(level):
    """What both storeys have at the same place: lounge, day room, quiet corner, nurse stations, a seat by the window."""
    for y in (9.2, 12.2):
        place(level, "BANK_2P", 59.15, y, 90)
        place(level, "TAFEL_ROND", 58.0, y)
        place(level, "FAUTEUIL", 56.9, y - 0.5, 270)
        place(level, "FAUTEUIL", 56.9, y + 0.5, 270)
    table(level, "TAFEL_80", 54.9, 12.9, FOUR)
    for x in (1.7, 3.6):
        table(level, "TAFEL_180", x, 11.4, FOUR[:2])
    place(level, "BANK_2P", 0.85, 14.6, 270)
    place(level, "TAFEL_ROND", 2.0, 14.6)
    place(level, "FAUTEUIL", 3.1, 14.1, 90)
    place(level, "FAUTEUIL", 3.1, 15.1, 90)
    place(level, "AANRECHT_180", 5.5, 15.9, 180)
    place(level, "FAUTEUIL", 0.9, 17.0, 270)
    place(level, "FAUTEUIL", 0.9, 18.7, 270)
    place(level, "TAFEL_ROND", 0.9, 17.85)
    place(level, "BANK_2P", 3.4, 18.95, 180)
    row(level, 14.3, 11.0, 1.3, 0, 2, 180)
    place(level, "BUREAU_160", 15.2, 13.9, 180)
    place(level, "STOEL", 15.2, 13.2, 0)
    row(level, 37.0, 17.8, 1.4, 0, 2, 0)
    place(level, "BUREAU_160", 37.8, 14.9)
    place(level, "STOEL", 37.8, 15.6, 180)
    place(level, "FAUTEUIL", 59.1, 20.1, 90)
    place(level, "FAUTEUIL", 59.1, 21.3, 90)
    table(level, "TAFEL_80", 36.4, 11.6, FOUR)
    for x in (39.6, 42.0):
        table(level, "TAFEL_180", x, 11.4, FOUR[:2])
    place(level, "AANRECHT_180", 40.0, 14.0, 180)
    for y in (10.9, 12.9):
        place(level, "BUREAU_160", 46.9, y, 90)
        place(level, "STOEL", 46.2, y, 270)


SIX = [(dx, dy) for dy in (-0.75, 0.75) for dx in (-0.5, 0.5)] + [(-1.2, 0), (1.2, 0)]
SERVICE = {"bathroom", "toilet", "accessible_toilet", "treatment", "storage", "pantry"}


def furnish_service(s):
    r = Room(s.number)
    if s.name.startswith("Sanitair"):
        r.put("DOUCHE", 0.45, 0.45, "v+")
        r.put("TOILET", 1.35, 0.35, "v+")
        r.put("WASTAFEL", r.width - 0.225, r.depth - 0.5, "u-")
    elif s.use == "bathroom":
        r.put("BAD", 1.6, 1.5, "v+")
        r.put("WASTAFEL", r.width - 0.225, 3.0, "u-")
    elif s.use == "toilet":
        r.put("TOILET", 0.55, 0.35, "v+")
        r.put("TOILET", r.width - 0.55, 0.35, "v+")
        r.put("WASTAFEL", r.width - 0.225, 1.5, "u-")
    elif s.use == "accessible_toilet":
        r.put("TOILET", r.width - 0.9, 0.35, "v+")
        r.put("WASTAFEL", r.width - 0.225, 2.2, "u-")
    elif s.use == "treatment":
        r.put("BEHANDELBANK", 1.7, 1.5, "v+")
        r.put("BUREAU_160", r.width - 0.4, r.depth - 1.7, "u-")
        r.put("STOEL", r.width - 1.1, r.depth - 1.7, "u+")
        r.put("STOEL", r.width - 0.35, 1.0, "u-")
        r.put("WASTAFEL", 0.225, r.depth - 1.9, "u+")
    elif s.use == "pantry":
        r.put("AANRECHT_180", 1.0, 0.3, "v+")
        r.put("KAST_100", 2.5, 0.2, "v+")
    else:
        for k in range(int((r.width - 0.3) // 1.1)):
            r.put("KAST_100", 0.7 + 1.1 * k, 0.2, "v+")


def furnish_bedroom(s):
    r, beds = Room(s.number), BEDS[s.number]
    if beds == 4:
        for u in (2.4, 3.5):
            r.put("KAST_100", u, 6.2, "v-")
    else:
        r.put("KAST_100", 0.2, 3.5, "u+")
    if beds == 1:  # a family member can stay the night
        r.put("BED", r.width - 1.05, 2.3, "u-")
        r.put("NACHTKAST", r.width - 0.25, 3.1, "u-")
        r.put("SLAAPBANK", 1.2, 0.45, "v+")
        r.put("STOEL", 2.9, 0.6, "v+")
        return
    for v in (2.0,) if beds == 2 else (0.9, 2.6):
        for u, look, near in ((1.05, "u+", 0.25), (r.width - 1.05, "u-", r.width - 0.25)):
            r.put("BED", u, v, look)
            r.put("NACHTKAST", near, v - 0.8 if beds == 2 else v + 0.8, look)
    if beds == 2:
        r.put("STOEL", r.width / 2 - 0.4, 0.5, "v+")
        r.put("STOEL", r.width / 2 + 0.4, 0.5, "v+")
    else:
        r.put("TAFEL_80", r.width / 2, 1.2, "v+")
        for du in (-0.7, 0.7):
            r.put("STOEL", r.width / 2 + du, 1.2, "u+" if du < 0 else "u-")


# ---------------------------------------------------------------- room list and mapping


MEETING = {"lounge", "third_place", "activity", "group_room", "dayroom", "living", "family_room", "meeting", "staff_room"}


def opening_hours(s):
    if s.use == "outdoor":
        return "dagelijks 8.00-21.00"
    if s.use == "third_place":
        return "ma-vr 9.00-17.00; za-zo 13.00-17.00"
    if s.use in ("lounge", "dayroom", "living", "quiet", "family_room"):
        return "dag en nacht"
    return "ma-vr 9.00-17.00" if s.use in ("treatment", "consulting", "group_room", "activity") else ""


def room_list():
    rows = [["Ruimtenummer", "Ruimtenaam", "Afdeling", "Gebruik", "Oppervlakte m2", "Bedden", "Soort afdeling", "Bedden afdeling",
             "Overnachting", "Gebruiksfunctie", "Toegang", "Openingstijden"]]
    for s in PLAN.spaces.values():
        ward = next((u for u in PLAN.units if u["name"] == s.unit), None)
        function = "Bijeenkomstfunctie" if s.use in MEETING else "Overige gebruiksfunctie" if s.use in ("storage", "technical") \
            else "Gezondheidszorgfunctie"
        rows.append([s.number, s.name, s.unit, DUTCH_USE[s.use] if s.number not in USE_MAPPED else "", dutch(s.area),
                     str(BEDS.get(s.number, "")), *((ward["kind"], str(ward["beds"]), "ja") if ward else ("", "", "")),
                     function, DUTCH_ACCESS[s.access], opening_hours(s)])
    return rows


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for s in PLAN.spaces.values():
        if s.use == "bedroom":  # the stamp stands inside the door, clear of the beds
            x0, y0, x1, y1 = s.rects[0]
            PLAN.stamp_at[s.number] = ((x0 + x1) / 2000, (y0 + y1) / 2000)
    furnish()
    drawing.draw(PLAN, folder, "verpleegafdeling.geojson")
    drawing.write_room_list(folder / "ruimtestaat.csv", room_list())
    drawing.write_uses(PLAN, folder / "uses.json", USE_MAPPED)


if __name__ == "__main__":
    main()
