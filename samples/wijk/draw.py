#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample neighbourhood and writes wijk.gpkg, ontmoetingsplekken.csv and eenzaamheid-verzonnen.csv.

Usage: python3 draw.py [FOLDER]     (default: the folder of this file)

Everything follows from the tables and coordinates below; ../map_drawing.py lays them in the land.
"""
import functools
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.dont_write_bytecode = True
import map_drawing as md
from map_drawing import along, arc, beside, distance, ellipse, inside, rect, rounded, strip

DATE = "2026-11-02"
# The middle of the campus falls where the other two samples have their buildings: a meadow in the Rijnenburg polder.
SHEET = md.Sheet(middle=(660, 150), origin=(130800, 450815), turn_degrees=0, c=complex(-6e-5, 2e-5))
SITE = md.Site()

# ---------------------------------------------------------------- buurten

# code; name; persons per home; % 0-15, 15-25, 25-45, 45-65, 65+; % living alone; % low income; lonely 18+, 65+.
# Invented. One figure is suppressed (-99997) and one buurt has no loneliness of 65+, as in real tables.
BUURTEN = """
BU99010101; Oude Ster; 1.75; 13 14 36 22 15; 49; 9.4; 48.2; 46.0
BU99010102; Noorderlicht; 1.85; 16 13 27 21 23; 53; 16.8; 53.9; 51.7
BU99010103; De Kometen; 2.25; 17 11 21 30 21; 33; 7.2; 44.6; 43.1
BU99010104; Zonnewende; 2.80; 24 12 25 30 9; 19; 3.9; 40.3; 38.8
BU99010105; Maanrand; 2.60; 17 12 14 35 22; 17; -99997; 36.9; .
BU99010106; Het Sterrenhof; 1.45; 6 6 21 18 49; 64; 12.1; 50.8; 52.4
"""
# name: the corners on the sheet
OUTLINES = {"Oude Ster": rect(466, 560, 905, 1150), "Noorderlicht": rect(905, 560, 1430, 1150),
            "De Kometen": rect(-30, 560, 466, 1150), "Zonnewende": rect(-30, -20, 466, 560),
            "Maanrand": rect(905, -20, 1430, 560), "Het Sterrenhof": rect(466, -20, 905, 560)}
WIJK = rect(-30, -20, 1430, 1150)

# ---------------------------------------------------------------- streets

# highway: half the carriageway, pavement on each side, surface; widths of what is walked on alone
KINDS = {"tertiary": (3.4, 2.4, "asphalt"), "residential": (2.5, 1.9, "paving_stones"),
         "living_street": (2.9, 0, "paving_stones"), "service": (2.2, 0, "paving_stones"),
         "pedestrian": (2.4, 0, "paving_stones"), "footway": (0.9, 0, "paving_stones"), "path": (0.75, 0, "fine_gravel"),
         "steps": (1.1, 0, "concrete")}
STREETS = []  # dicts


def street(points, highway, name=None, parking=0, bridge=False, loose=None, snap=0.7, **tags):
    """parking: 1 at the left, -1 at the right, 0 none."""
    half, pavement, _ = KINDS[highway]
    STREETS.append(dict(line=[(float(x), float(y)) for x, y in points], highway=highway, name=name, parking=parking,
                        bridge=bridge, loose=loose, snap=snap, **tags))
    SITE.keep_free(points, half + pavement + (1.9 if parking else 0))
    return points


CANAL = [(466, 1180), (466, 900), (468, 700), (466, 560), (464, 330), (466, -40)]
SUN = (30, 275)  # the middle of the rings of Zonnewende
RINGS = {"Ochtendgloren": (105, -88, 88), "Dageraad": (165, -84, 84), "Middagzon": (228, -82, 82),
         "Avondrood": (294, -62, 62), "Zonnewende": (362, -47, 47)}
RING_ROAD = rounded([(112, 640), (76, 700), (104, 770), (58, 840), (66, 920), (112, 950), (104, 1020), (168, 1062), (228, 1036),
                     (284, 1082), (350, 1040), (340, 970), (388, 920), (392, 850), (346, 810), (370, 740), (318, 676), (262, 690),
                     (206, 628)], closed=True)
RING_ROAD.append(RING_ROAD[0])
# Woonerven of De Kometen: name; points from the ring road; the first is moved onto it
ERVEN = """
Halley; 92 745; 130 752; 158 738; 184 752
Encke; 72 850; 112 846; 134 868; 160 866
Biela; 96 968; 130 950; 150 962; 176 944
Tempel; 172 1050; 186 1016; 210 1004; 208 978
Wild; 346 1020; 322 990; 296 984; 284 958
Faye; 380 930; 344 922; 326 898; 298 900
Brorsen; 372 830; 336 838; 318 818; 290 822
Tuttle; 356 738; 318 752; 302 738; 274 754
Olbers; 206 630; 214 668; 238 680; 234 706
Donati; 66 850; 36 862; 18 846
Swift; 96 970; 62 996; 40 990; 18 1008
Lexell; 110 995; 92 1036; 104 1062; 92 1096
Hale; 174 1052; 168 1090; 190 1112; 214 1108
Pons; 270 1072; 276 1104; 302 1112; 326 1102
Crommelin; 346 1022; 380 1050; 378 1080; 402 1100
Kohoutek; 382 930; 418 946; 424 974; 420 1010
Holmes; 374 832; 408 822; 422 842; 420 874
Borrelly; 356 736; 392 728; 406 706; 428 702
Giacobini; 296 662; 332 640; 366 648; 392 630
Neujmin; 90 742; 56 738; 38 758; 16 752
Perrine; 118 640; 84 634; 60 650; 30 640
"""


def erven():
    for row in ERVEN.strip().splitlines():
        name, *points = [cell.strip() for cell in row.split(";")]
        points = [tuple(map(float, p.split())) for p in points]
        points[0] = min((md.nearest_on(a, b, points[0]) for a, b in zip(RING_ROAD, RING_ROAD[1:])),
                        key=lambda q: distance(q, points[0]))
        yield name + "hof", rounded(points, 1)


def draw_streets():
    street([(-30, 560), (440, 560)], "tertiary", "Sterrenlaan")
    street([(440, 560), (492, 560)], "tertiary", "Sterrenlaan", bridge=True)
    street([(492, 560), (905, 560), (1430, 560)], "tertiary", "Sterrenlaan")
    street([(905, -20), (905, 560), (905, 1150)], "tertiary", "Melkweg")
    # along the canal; the western path passes under the bridge and does not meet it
    street([(450, 1140), (450, 900), (452, 700), (450, 560), (448, 330), (450, 10)], "footway", "Singelpad", width=1.8)
    street([(498, 1130), (498, 560)], "residential", "Singelkade", parking=1)
    street([(498, 560), (486, 538), (482, 330), (486, 10)], "footway", "Singelkade", width=1.8)
    street([(449.5, 546), (436, 560)], "steps", width=2.2, wheelchair="no")
    street([(450.3, 600), (430, 592), (424, 560)], "footway", width=1.8)
    street([(436, 852), (450.5, 852)], "footway", width=1.8)
    street([(450.5, 852), (484, 852)], "footway", "Sterrenbrug", bridge=True, width=2.5)
    street([(484, 852), (498, 852)], "footway", width=1.8)
    street([(386, 900), (410, 880), (436, 852)], "footway", width=1.8, snap=10)

    # Oude Ster, 1930s
    for x, name, pieces in ((580, "Orionstraat", ((560, 1130),)), (820, "Castorstraat", ((560, 1130),)),
                            (660, "Siriusstraat", ((560, 770), (870, 1130))), (740, "Vegastraat", ((560, 770), (870, 1045)))):
        for lo, hi in pieces:
            street([(x, lo), (x, hi)], "residential", name, parking=1)
    for y, name, x0, x1 in ((665, "Polluxstraat", 498, 905), (770, "Sterrenplein", 580, 820), (870, "Sterrenplein", 580, 905),
                            (960, "Capellastraat", 498, 905), (1045, "Denebstraat", 498, 820), (1130, "Altairstraat", 498, 905)):
        street([(x0, y), (x1, y)], "residential", name, parking=-1)
    for x in (660, 740):
        street([(x, 770), (x, 870)], "pedestrian", "Sterrenplein")
    street([(660, 770), (700, 820), (740, 870)], "pedestrian", "Sterrenplein")
    street([(660, 870), (700, 820), (740, 770)], "pedestrian", "Sterrenplein")
    street([(580, 820), (660, 820)], "pedestrian", "Kerkpad")

    # Noorderlicht, 1955-1968
    for x, name in ((1075, "Noorderlichtlaan"), (1240, "Aurorastraat"), (1408, "Poolrand")):
        street([(x, 560), (x, 1130)], "residential", name, parking=1)
    for y, name in ((705, "Magneetstraat"), (855, "Poolcirkel"), (1005, "Spectrumstraat"), (1130, "Zonnewindstraat")):
        street([(905, y), (1408, y)], "residential", name, parking=-1)
    for y, x0, x1 in ((660, 1075, 1240), (640, 1240, 1408), (768, 905, 1075), (768, 1240, 1408), (935, 905, 1075), (925, 1075, 1240),
                      (935, 1240, 1408), (1072, 905, 1075), (1048, 1075, 1240), (1072, 1240, 1408)):
        street([(x0, y), ((x0 + x1) / 2, y + 6), (x1, y)], "footway", width=1.5)
    for x, y0, y1 in ((1000, 705, 855), (1130, 855, 1005), (1330, 855, 1005), (1152, 560, 705)):
        street([(x, y0), (x + 8, (y0 + y1) / 2), (x, y1)], "footway", width=1.5)
    street([(1075, 764), (1130, 764), (1240, 764)], "footway", width=1.8)

    # De Kometen, 1976-1984
    street(RING_ROAD, "residential", "Kometenring")
    street([RING_ROAD[0], (112, 590), (112, 560)], "residential", "Kometenring")
    street([(306, 684), (314, 610), (314, 560)], "residential", "Kometenring", snap=15)
    for name, points in erven():
        street(points, "living_street", name)
    for points in ([(184, 752), (202, 790), (222, 820)], [(160, 866), (190, 852), (222, 850)],
                   [(176, 944), (196, 910), (216, 884)], [(208, 978), (216, 940), (222, 884)],
                   [(284, 958), (262, 920), (238, 884)], [(298, 900), (270, 876), (244, 862)],
                   [(290, 822), (262, 836), (244, 846)], [(274, 754), (252, 790), (234, 822)],
                   [(234, 706), (228, 760), (226, 820)], [(420, 874), (430, 862), (436, 852)],
                   [(18, 846), (10, 920), (18, 1008)], [(214, 1108), (250, 1122), (290, 1118), (301, 1111)]):
        street(points, "footway", width=1.5, snap=10)
    street(ellipse((230, 852), 17, 33) + [(247, 852)], "footway", "Komeetveld", width=1.8)

    # Zonnewende, 1994-1999
    street([(8, 560), (8, 275), (8, 10)], "residential", "Zonnewijzer", parking=-1)
    for name, (radius, lo, hi) in RINGS.items():
        line = arc(SUN, radius, lo, hi)
        if radius < 250:
            line = [(8, line[0][1]), *line, (8, line[-1][1])]
        street(line, "residential", name, parking=1)
    for degrees, outer in ((-56, 294), (-34, 362), (-11, 362), (11, 362), (34, 362), (56, 294)):
        a = math.radians(degrees)
        street([(SUN[0] + r * math.cos(a), SUN[1] + r * math.sin(a)) for r in (105, outer)], "residential", "Zonnestraal")
    street([(330, 477.4), (352, 520), (352, 560)], "residential", "Zonnestraal")
    street([(194.4, 518.7), (204, 560)], "residential", "Zonnestraal")
    for y in (206, 344):
        street([(385.4, y), (420, y + 4), (448.5, y + 8)], "footway", width=1.5)
    street([(8, 275), (60, 290), (134.9, 275)], "footway", "Zonneveld", width=1.8)
    street([(60, 290), (70, 340), (64, 374.4)], "footway", "Zonneveld", width=1.8)
    # where a bridge to the park is missing: the path stops at the western quay
    street([(385.4, 344), (420, 400), (448.6, 420)], "footway", width=1.5)
    street([(482.8, 420), (520, 415), (555, 440)], "path", "Sterrenparkpad", width=2.0, snap=6)

    # Maanrand, from 1988
    street(rounded([(905, 96), (1000, 84), (1120, 52), (1270, 66), (1372, 160), (1352, 280), (1210, 316), (1060, 292),
                    (905, 300)]), "residential", "Maanlaan")
    street(rounded([(1120, 57), (1134, 130), (1116, 210), (1150, 309)]), "residential", "Eclipslaan", snap=6)
    street(rounded([(1128, 170), (1200, 196), (1280, 176), (1360, 206)]), "residential", "Tijpad", snap=16)
    street([(1210, 313), (1206, 345), (1190, 352)], "footway", width=1.5, snap=8)

    # Het Sterrenhof, from 2021
    street([(905, 190), (800, 186), (690, 196), (560, 196), (534, 160), (534, 86), (560, 74), (712, 84), (800, 80), (905, 84)],
           "residential", "Kompaslaan", parking=-1)
    street([(690, 196), (700, 140), (712, 84)], "pedestrian", "Kompasplein")
    street([(590, 196), (590, 232)], "pedestrian", "Lindehof", wheelchair="yes")
    street([(534, 160), (500, 158), (483.9, 158)], "footway", width=1.8)
    street([(750, 82.3), (750, 27), (778, 27), (778, 33)], "pedestrian", "De Veldkers", wheelchair="yes")
    street([(720, 193), (716, 250), (700, 300), (692, 345)], "path", "Lindepad", width=2.0)
    street([(840, 187), (846, 260), (838, 345)], "footway", width=1.8)

    # Sterrenpark
    park = "Sterrenparkpad"
    street(rounded([(483.9, 500), (560, 522), (690, 500), (800, 520), (905, 498)], 1), "path", park, width=2.5, snap=5)
    street(rounded([(905, 498), (1000, 476), (1100, 500), (1190, 470)], 1), "path", park, width=2.5)
    street(ellipse((650, 432), 95, 52) + [(745, 432)], "path", park, width=2.0)
    street([(692, 345), (680, 382)], "path", park, width=2.0, snap=6)
    street([(690, 503), (688, 480)], "path", park, width=2.0, snap=6)
    street([(838, 345), (826, 430), (800, 517)], "path", park, width=2.0, snap=6)
    street([(745, 432), (826, 430)], "path", park, width=2.0)
    for x, y in ((580, 517), (740, 508), (850, 508)):
        street([(x, 560), (x, y)], "path", park, width=2.0, snap=10)
    street([(905, 440), (980, 450), (1040, 486)], "path", park, width=2.0, snap=8)
    street([(1100, 494), (1120, 560)], "path", park, width=2.0, snap=8)
    street([(1190, 470), (1192, 400), (1190, 352)], "footway", "Sportlaantje", width=1.8)
    street([(1190, 470), (1192, 520), (1190, 560)], "footway", "Sportlaantje", width=1.8)
    # a path that ends just short of the road
    street([(826, 430), (870, 394), (903.9, 396)], "path", park, width=1.5, loose=-1)


# ---------------------------------------------------------------- buildings

PANDEN, ADDRESSES = [], []  # dicts; addresses know their pand
NUMBERS = {}


def pand(outline, year, storeys, drawn=True, holes=(), in_rd=False):
    PANDEN.append(dict(outline=outline, holes=list(holes), year=year, storeys=storeys, in_rd=in_rd))
    if drawn:
        SITE.build([along(p, md.centre(outline), 0.001) for p in outline])
    return len(PANDEN) - 1


def address(building, at, street_name, area, use="woonfunctie", count=1, left=True, at_rd=None):
    """`count` addresses behind one door; even numbers at the left."""
    made = []
    for _ in range(count):
        number = NUMBERS.get((street_name, left), 2 if left else 1)
        NUMBERS[street_name, left] = number + 2
        made.append(dict(pand=building, at=at, at_rd=at_rd, street=street_name, number=number, area=area, use=use))
        ADDRESSES.append(made[-1])
    return made[0]


def terrace(line, name, years, width, depth, setback, storeys=2, per_row=99, gap=4.0, dwellings=1, area=110, sides=(1, -1),
            pattern=lambda k: 0.0):
    for side in sides:
        for k, (outline, door) in enumerate(md.houses_along(SITE, line, side, setback, width, depth, per_row, gap, pattern)):
            b = pand(outline, years[0] + (k // 9 * 2) % (years[1] - years[0] + 1), storeys, drawn=False)
            address(b, door, name, area, count=dwellings, left=side > 0)


def slab(x0, y0, x1, y1, name, year, storeys, doors, per_storey, area):
    """A block of flats with its doors along the longest side that has the smallest coordinate."""
    b = pand(rect(x0, y0, x1, y1), year, storeys)
    for k in range(doors):
        t = (k + 0.5) / doors
        at = (x0 + (x1 - x0) * t, y0 + 1) if x1 - x0 > y1 - y0 else (x0 + 1, y0 + (y1 - y0) * t)
        address(b, at, name, area, count=storeys * per_storey)
    return b


def public_building(outline, year, storeys, name, use, at, area, **more):
    b = pand(outline, year, storeys)
    return address(b, at, name, area, use, **more)


PUBLIC = {}  # key: address


def draw_public_buildings():
    for key, box, year, storeys, name, use, at, area in (
            ("kerk", (590, 828, 626, 846), 1932, 1, "Kerkpad", "bijeenkomstfunctie", (608, 829), 540),
            ("bibliotheek", (669, 888, 700, 912), 1934, 2, "Sterrenplein", "bijeenkomstfunctie", (685, 889), 820),
            ("supermarkt_ster", (755, 784, 795, 812), 1998, 1, "Sterrenplein", "winkelfunctie", (756, 798), 1120),
            ("buurthuis", (668, 728, 696, 752), 1936, 2, "Sterrenplein", "bijeenkomstfunctie", (682, 751), 460),
            ("school_ster", (598, 690, 642, 726), 1933, 2, "Siriusstraat", "onderwijsfunctie", (641, 708), 1900),
            ("cafe_beer", (755, 840, 775, 856), 1931, 3, "Sterrenplein", "bijeenkomstfunctie", (756, 848), 140),
            ("bakker", (705, 736, 716, 752), 1935, 3, "Sterrenplein", "winkelfunctie", (710, 751), 90),
            ("kapper_ster", (717, 736, 727, 752), 1935, 3, "Sterrenplein", "winkelfunctie", (722, 751), 70),
            ("huisarts", (506, 572, 530, 590), 1958, 1, "Sterrenlaan", "gezondheidszorgfunctie", (518, 573), 310),
            ("nova", (830, 888, 866, 916), 1938, 2, "Castorstraat", "bijeenkomstfunctie", (831, 902), 610),
            ("winkels_noord", (920, 574, 1010, 590), 1961, 2, "Sterrenlaan", "winkelfunctie", (965, 575), 980),
            ("moskee", (1092, 722, 1118, 748), 1996, 2, "Magneetstraat", "bijeenkomstfunctie", (1105, 723), 620),
            ("school_noord", (1140, 780, 1200, 826), 1964, 2, "Noorderlichtlaan", "onderwijsfunctie", (1141, 803), 2300),
            ("sporthal", (1145, 722, 1187, 750), 1979, 1, "Magneetstraat", "sportfunctie", (1166, 723), 1240),
            ("school_komeet", (176, 786, 208, 812), 1979, 1, "Halleyhof", "onderwijsfunctie", (196, 787), 1050),
            ("school_zon", (40, 200, 84, 234), 1997, 2, "Zonnewijzer", "onderwijsfunctie", (41, 217), 2100),
            ("supermarkt_zon", (22, 318, 56, 346), 1998, 1, "Zonnewijzer", "winkelfunctie", (23, 332), 900),
            ("clubhuis", (1196, 404, 1228, 418), 1992, 1, "Sportlaantje", "sportfunctie", (1197, 411), 380),
            ("eetcafe", (1022, 574, 1040, 590), 1961, 2, "Sterrenlaan", "bijeenkomstfunctie", (1031, 575), 130),
            ("opvang", (598, 732, 640, 748), 2004, 1, "Siriusstraat", "onderwijsfunctie", (639, 740), 420)):
        PUBLIC[key] = public_building(rect(*box), year, storeys, name, use, at, area)
    # De Lindehof and De Veldkers stand as the other samples draw them, straight in RD New.
    for key, (x, y, w, d), box, entry, year, name in (
            ("lindehof", (130700, 450900, 60, 28.8), (560, 235, 620, 264), (130730, 450900), 2027, "Lindehof"),
            ("veldkers", (130900, 450700, 40, 24), (760, 35, 800, 60), VELDKERS_DOOR, 2027, "De Veldkers")):
        SITE.build(rect(*box))
        b = pand(rect(x, y, x + w, y + d), year, 2, drawn=False, in_rd=True)
        PUBLIC[key] = address(b, md.centre(rect(*box)), name, round(2 * w * d), "gezondheidszorgfunctie", at_rd=entry)


VELDKERS_DOOR = (130918, 450700)


def reserve_open_ground():
    for polygon in (rect(668, 778, 732, 862), PARK, EAST_PARK, rect(1195, 350, 1400, 548), ellipse((230, 852), 40, 44),
                    ellipse((52, 285), 46, 78), beside(CANAL, 14) + beside(CANAL, -14)[::-1], HOFJE, KOMPASPLEIN):
        SITE.reserve(polygon)


PARK = [(490, 350), (893, 350), (893, 548), (490, 548)]
EAST_PARK = [(917, 345), (1180, 345), (1180, 548), (917, 548)]
POND = ellipse((650, 432), 72, 33)
HOFJE = rect(764, 232, 814, 292)
KOMPASPLEIN = [(688, 118), (724, 118), (718, 172), (686, 172)]
STAMPS = [(col, row) for row in range(4) for col in range(3) if (col, row) not in ((1, 1),)]
COLUMNS, ROWS = (905, 1075, 1240, 1408), (560, 705, 855, 1005, 1130)
SLABS = {}  # stamp: outlines of its blocks


def draw_flats():
    """Noorderlicht: the same stamp of slabs around a lawn, mirrored in every second cell."""
    for col, row in STAMPS:
        x0, x1, y0, y1 = COLUMNS[col], COLUMNS[col + 1], ROWS[row], ROWS[row + 1]
        name = {0: "Noorderlichtlaan", 1: "Aurorastraat", 2: "Poolrand"}[col]
        year, boxes = 1957 + 2 * row + col, []
        flip = (col + row) % 2 == 1

        def box(a, b, c, d):
            lo, hi = (x1 - (c - x0), x1 - (a - x0)) if flip else (a, c)
            boxes.append((lo, b, hi, d))
            return boxes[-1]
        low = 46 if row == 0 and col == 0 else 18  # room for the shops
        if (col, row) == (2, 0):  # the only high one
            slab(*box(x0 + 30, y0 + 24, x0 + 118, y0 + 37), "Aurorastraat", 1968, 10, 1, 10, 74)
        else:
            slab(*box(x0 + 22, y0 + low, x0 + 110, y0 + low + 11), name, year, 4, 4, 2, 68)
        if (col, row) == (1, 0):  # a lower and shorter one beside the stop
            slab(*box(x0 + 40, y1 - 32, x0 + 106, y1 - 21), name, year, 3, 3, 2, 68)
        else:
            slab(*box(x0 + 22, y1 - 32, x0 + 110, y1 - 21), name, year, 3, 4, 2, 68)
        slab(*box(x1 - 34, y0 + 40, x1 - 23, y0 + 40 + 55), name, year, 4, 3, 2, 72)
        SLABS[col, row] = boxes
        terrace([(x0 + 17, y0 + low + 16), (x0 + 17, y1 - 36)] if not flip else [(x1 - 17, y1 - 36), (x1 - 17, y0 + low + 16)],
                name, (year, year + 2), 6.2, 8.5, 0, storeys=1, per_row=6, area=66, sides=(-1,))


def draw_homes():
    draw_flats()
    for b, name in ((rect(880, 930, 896, 950), "Melkweg"), (rect(880, 1080, 896, 1110), "Melkweg")):
        pand(b, 1935, 2)
    # Oude Ster: closed blocks; upstairs flats on the main streets
    for s in [s for s in STREETS if s["highway"] == "residential" and inside(OUTLINES["Oude Ster"], md.centre(s["line"]))]:
        upstairs = s["name"] == "Sterrenplein"
        terrace(s["line"], s["name"], (1929, 1938), 6.8, 9.2, 7.4, storeys=3 if upstairs else 2, dwellings=2 if upstairs else 1,
                area=72 if upstairs else 98)
    terrace([(500, 560), (905, 560)], "Sterrenlaan", (1931, 1937), 6.4, 10, 8.5, 3, area=128, sides=(1,))
    terrace([(905, 575), (905, 1120)], "Melkweg", (1930, 1938), 6.2, 10, 8.5, 3, area=124, sides=(1,))
    # De Kometen: staggered rows of four and five around the woonerven
    for name, line in erven():
        terrace(line, name, (1976, 1984), 5.7, 9.5, 5.5, per_row=5, gap=4.5, area=112, pattern=lambda k: 1.6 * (k // 2 % 2))
        a, b = line[-2], line[-1]
        u = ((b[0] - a[0]) / distance(a, b), (b[1] - a[1]) / distance(a, b))
        end = (b[0] + u[0] * 4, b[1] + u[1] * 4)
        head = [(end[0] - u[1] * 14, end[1] + u[0] * 14), (end[0] + u[1] * 14, end[1] - u[0] * 14)]
        terrace(head, name, (1976, 1984), 5.7, 9.5, 5.5, per_row=5, area=112, sides=(1,))
    terrace(resampled(RING_ROAD, 34), "Kometenring", (1977, 1983), 5.7, 9.5, 8.2, per_row=4, gap=13, area=112,
            pattern=lambda k: 1.4 * (k // 3 % 2))
    # Zonnewende: long rows along the rings, pairs along the rays
    for s in [s for s in STREETS if s["name"] in RINGS]:
        terrace(resampled(s["line"], 40), s["name"], (1994, 1999), 6.2, 9.8, 8.2, storeys=3, per_row=6, gap=7.5, area=124)
    for s in [s for s in STREETS if s["name"] in ("Zonnestraal", "Zonnewijzer")]:
        terrace(s["line"], s["name"], (1995, 1999), 7.4, 10.5, 8.6, storeys=3, per_row=2, gap=12, area=138)
    # Maanrand: villas
    for s in [s for s in STREETS if s["name"] in ("Maanlaan", "Eclipslaan", "Tijpad")]:
        terrace(resampled(s["line"], 40), s["name"], (1988, 2003), 11.5, 11, 12, storeys=2, per_row=1, gap=8.5, area=215,
                pattern=lambda k: 3.0 * (k * 7 % 4) / 3)
    # Het Sterrenhof: homes with care, six blocks, a hofje of small houses
    slab(560, 110, 650, 122, "Kompaslaan", 2023, 4, 3, 8, 58)
    slab(560, 140, 572, 184, "Kompaslaan", 2023, 4, 1, 6, 58)
    for k, (x, y) in enumerate(((640, 222), (672, 266), (520, 218), (520, 274), (846, 112), (846, 30), (640, 28), (560, 28), (734, 112),
                                (784, 128))):
        b = pand(rect(x, y, x + 22, y + 22), 2022 + k % 4, 5)
        address(b, (x + 11, y + 1), "Kompaslaan", 76, count=24)
    for line, side in (([(762, 230), (762, 296)], 1), ([(816, 230), (816, 296)], -1), ([(764, 294), (814, 294)], 1)):
        terrace(line, "Kompashof", (2024, 2026), 5.2, 7.5, 2.0, storeys=2, area=54, sides=(side,))


def resampled(line, step):
    """The line in chords of about `step` m, so that a detached house finds a straight piece."""
    points, left = [line[0]], step
    for a, b in zip(line, line[1:]):
        done, whole = 0.0, distance(a, b)
        while whole - done >= left:
            done += left
            points.append(along(a, b, done / whole))
            left = step
        left -= whole - done
    return points + [line[-1]]


# ---------------------------------------------------------------- ground and what stands on it

GROUND = {"bgt_wegdeel": [], "bgt_begroeidterreindeel": [], "bgt_waterdeel": [], "openbare_plekken": []}
FUNCTION = {"living_street": "woonerf", "pedestrian": "voetgangersgebied", "footway": "voetpad", "path": "voetpad",
            "steps": "voetpad op trap"}
SURFACE = {"asphalt": "gesloten verharding", "paving_stones": "open verharding", "fine_gravel": "half verhard",
           "concrete": "gesloten verharding"}
PLAYGROUNDS = {"Speeltuin Sterrenpark": rect(800, 452, 838, 486), "Speelplek Komeetveld": ellipse((230, 868), 10, 12),
               "Speelplek Zonneveld": ellipse((46, 262), 22, 20), "Speelplek Poolcirkel": rect(1000, 780, 1024, 800),
               "Speelplek Spectrumstraat": rect(1150, 1058, 1172, 1076), "Speelplek Kompashof": rect(846, 222, 866, 240)}


def ground(layer, ring, *values, holes=()):
    GROUND[layer].append(([ring, *holes], *values))


def draw_ground(lines):
    for s, line in zip(STREETS, lines):
        half, pavement, surface = KINDS[s["highway"]]
        physical = SURFACE[surface]
        if s["highway"] in FUNCTION:
            w = s.get("width", 2 * half) / 2
            ground("bgt_wegdeel", strip(line, -w, w), FUNCTION[s["highway"]], physical, s["name"])
            continue
        for side in (1, -1):
            park = 1.9 if s["parking"] == side else 0
            if park:
                ground("bgt_wegdeel", strip(line, side * half, side * (half + park)), "parkeervlak", "open verharding", s["name"])
            ground("bgt_wegdeel", strip(line, side * (half + park), side * (half + park + pavement)), "voetpad",
                   "open verharding", s["name"])
    for s, line in zip(STREETS, lines):  # last, so that they lie on top where streets meet
        half, _, surface = KINDS[s["highway"]]
        if s["highway"] not in FUNCTION:
            ground("bgt_wegdeel", strip(line, -half, half), "rijbaan lokale weg", SURFACE[surface], s["name"])

    ground("bgt_waterdeel", strip(CANAL, -8, 8), "waterloop", "Sterrensingel")
    ground("bgt_waterdeel", POND, "watervlakte", "Parkvijver")
    for lo, hi in ((8.5, 13), (-13, -8.5)):
        ground("bgt_begroeidterreindeel", strip(CANAL, lo, hi), "groenvoorziening", "Sterrensingel")
    for (col, row), boxes in SLABS.items():
        x0, x1, y0, y1 = COLUMNS[col] + 8, COLUMNS[col + 1] - 9, ROWS[row] + (34 if (col, row) == (0, 0) else 8), ROWS[row + 1] - 9
        low = (x0 + 18, y0 + 8, x1 - 18, y1 - 8)
        holes = [rect(*b) for b in boxes] + [p for n, p in PLAYGROUNDS.items() if inside(rect(x0, y0, x1, y1), p[0])]
        ground("bgt_begroeidterreindeel", rect(low[0] - 9, y0, low[2] + 9, y1), "groenvoorziening", None, holes=holes)
    ground("bgt_begroeidterreindeel", ellipse((230, 852), 38, 42), "groenvoorziening", "Komeetveld",
           holes=[PLAYGROUNDS["Speelplek Komeetveld"]])
    ground("bgt_begroeidterreindeel", ellipse((52, 285), 44, 76), "groenvoorziening", "Zonneveld",
           holes=[PLAYGROUNDS["Speelplek Zonneveld"], rect(40, 200.1, 84, 234), rect(22, 318, 56, 346)][:1])

    for middle, rx, ry in (((20, 1100), 42, 40), ((212, 592), 60, 16), ((372, 596), 40, 20), ((405, 80), 34, 62), ((418, 490), 22, 40),
                           ((985, 195), 58, 62), ((1392, 320), 26, 24), ((620, 156), 24, 12)):
        ground("bgt_begroeidterreindeel", ellipse(middle, rx, ry), "groenvoorziening", None)

    garden = rect(520, 366, 556, 396)
    for values in ((rect(669, 779, 731, 861), "plein", "Sterrenplein", "ja", None), (KOMPASPLEIN, "plein", "Kompasplein", "ja", None),
                   (garden, "buurttuin", "Wijktuin De Aarde", "ja", "ja"), (rect(764, 232, 814, 292), "hof", "Kompashof", "nee", "ja"),
                   (rect(1198, 430, 1296, 544), "sportveld", "VV Ster '34", "nee", None),
                   (rect(1304, 430, 1398, 544), "sportveld", "VV Ster '34", "nee", None),
                   (rect(1240, 356, 1396, 420), "moestuin", "Volkstuinen Maanrand", None, "ja"),
                   (rect(602, 582, 638, 622), "hof", "Orionhof", None, None)):
        ground("openbare_plekken", *values)
    ground("openbare_plekken", PARK, "park", "Sterrenpark", "ja", None,
           holes=[POND, garden, PLAYGROUNDS["Speeltuin Sterrenpark"]])
    ground("openbare_plekken", EAST_PARK, "park", "Sterrenpark oost", "ja", None)
    for name, ring in PLAYGROUNDS.items():
        ground("openbare_plekken", ring, "speelplek", name, "ja", None)


# what; backrest; points. Noorderlicht has two benches on purpose.
FURNITURE = """
bank; ja; 671 790; 671 812; 671 834; 729 790; 729 812; 729 834; 690 859; 712 859
bank; ja; 600 515; 640 509; 720 505; 770 513; 850 506; 562 470; 600 480; 706 476; 738 450; 560 400; 620 382; 740 410; 960 484; 1060 490
bank; nee; 455 700; 455 800; 455 960; 455 1060; 455 640
bank; ja; 216 838; 244 870; 226 826; 196 880; 262 812
bank; nee; 150 962; 322 990; 318 818
bank; ja; 52 300; 66 330; 64 262; 392 350; 452 340; 452 240
bank; nee; 1105 716; 1150 790
bank; ja; 586 210; 594 210; 696 130; 712 150; 706 165; 770 240; 808 240; 789 290; 752 40; 842 240
bank; ; 1134 140; 1206 340
picknicktafel; ; 812 446; 540 402; 236 880
openbaar toilet; ; 664 774
"""
STOPS = (("Sterrenplein", 700, 553), ("Sterrenplein", 760, 567), ("Noorderlicht", 1130, 553), ("Noorderlicht", 1180, 567),
         ("De Kometen", 250, 553), ("Zonnewende", 300, 567), ("Sterrenhof", 898, 215), ("Sterrenhof", 912, 175))


def furniture():
    for row in FURNITURE.strip().splitlines():
        kind, back, *points = [cell.strip() for cell in row.split(";")]
        for p in points:
            yield tuple(map(float, p.split())), kind, back or None


# ---------------------------------------------------------------- places

# As OpenStreetMap tags them: name; tag; at (a key of PUBLIC or a point); wheelchair; opening hours
PLACES = """
Opstandingskerk; amenity=place_of_worship; kerk; yes;
Moskee An-Nour; amenity=place_of_worship; moskee; yes;
Basisschool De Poolster; amenity=school; school_ster; ;
Basisschool Het Noorderlicht; amenity=school; school_noord; yes;
Basisschool De Komeet; amenity=school; school_komeet; yes;
Brede school De Zonnewijzer; amenity=school; school_zon; yes;
Kinderopvang Sterretjes; amenity=kindergarten; opvang; ;
Supermarkt Sterrenplein; shop=supermarket; supermarkt_ster; yes; Mo-Sa 08:00-21:00
Supermarkt Zonnewende; shop=supermarket; supermarkt_zon; yes; Mo-Sa 08:00-20:00
Buurtsuper Noorderlicht; shop=supermarket; winkels_noord; yes; Mo-Sa 08:00-20:00
Bakkerij Bolk; shop=bakery; bakker; no; Tu-Sa 07:30-17:00
Kapsalon Castor; shop=hairdresser; kapper_ster; no;
Kapsalon Aurora; shop=hairdresser; 940 575; yes;
Apotheek Sterrenlaan; amenity=pharmacy; 985 575; yes; Mo-Fr 08:30-17:30
Huisartsen Sterrenlaan; amenity=doctors; huisarts; yes; Mo-Fr 08:00-17:00
Sporthal De Pool; leisure=sports_centre; sporthal; yes;
Weekmarkt Sterrenplein; amenity=marketplace; 700 800; yes; Fr 09:00-16:00
Sterrenplein; place=square; 700 820; yes;
Kompasplein; place=square; 703 140; yes;
Sterrenpark; leisure=park; 690 503; yes;
Sterrenpark oost; leisure=park; 1000 476; ;
Wijktuin De Aarde; leisure=garden; 556 405; ;
Volkstuinen Maanrand; leisure=garden; 1206 345; no;
Speeltuin Sterrenpark; leisure=playground; 812 470; ;
Speelplek Komeetveld; leisure=playground; 230 880; ;
Speelplek Zonneveld; leisure=playground; 60 285; ;
Speelplek Poolcirkel; leisure=playground; 1012 790; ;
Speelplek Spectrumstraat; leisure=playground; 1160 1066; ;
Speelplek Kompashof; leisure=playground; 856 226; yes;
"""
# The planner's own list: name; category; at; m2; seats; free stay; step free; groups of users; use (BAG); omgevingsplan; hours; planned
OWN = """
Buurthuis De Poolster; buurthuis; buurthuis; 310; 60; ja; nee; 4; bijeenkomstfunctie; ja; ma-za 09:00-22:00; nee
Bibliotheek Sterrenplein; bibliotheek; bibliotheek; 640; 48; ja; ja; ; bijeenkomstfunctie; ja; ma-za 10:00-18:00; nee
Café De Grote Beer; café; cafe_beer; 110; 40; nee; nee; ; bijeenkomstfunctie; niet nagegaan; ma-zo 11:00-24:00; nee
Eetcafé Het Noorderlicht; café; eetcafe; 95; 36; nee; ; ; bijeenkomstfunctie; niet nagegaan; di-zo 11:00-22:00; nee
Theaterzaal De Nova; cultuur; nova; 380; 120; nee; ja; 2; bijeenkomstfunctie; ja; ; nee
Kantine VV Ster '34; sport; clubhuis; 210; 70; ; ja; ; sportfunctie; ja; za-zo 08:00-18:00; nee
Lounge De Lindehof; zorg; lindehof; 126; 24; ja; ja; ; gezondheidszorgfunctie; niet nagegaan; ma-zo 09:00-20:00; nee
Wachtruimte en koffiehoek De Veldkers; zorg; veldkers; 90; 22; ja; ja; 3; gezondheidszorgfunctie; niet nagegaan; ma-vr 08:00-17:00; nee
Buurtkamer Poolrand; buurthuis; 1346 593; 80; 20; ja; ; 2; woonfunctie; nee; ma-vr 10:00-16:00; nee
Ontmoetingsruimte De Kometen; buurthuis; 208 800; 120; 30; ja; ja; ; onderwijsfunctie; niet nagegaan; ; ja
"""


def at_of(key):
    """A place in RD New and its address, from a key of PUBLIC or a point on the sheet."""
    if key in PUBLIC:
        a = PUBLIC[key]
        return a["at_rd"] or SHEET.bend(a["at"]), a
    return SHEET.bend(tuple(map(float, key.split()))), None


# ---------------------------------------------------------------- to files


def postcode(street_name):
    names = sorted({a["street"] for a in ADDRESSES})
    k = names.index(street_name)
    return f"3996{chr(65 + k // 20)}{'ABCDEGHJKLMNPRTVWXYZ'[k % 20]}"


def bent(ring):
    """Bent and without double points; long edges get points on the way, at the same spots for neighbours."""
    points = []
    for a, b in zip(ring, ring[1:] + ring[:1]):
        count = max(1, math.ceil(distance(a, b) / 60))
        points += [SHEET.bend(along(a, b, k / count) if a <= b else along(b, a, 1 - k / count)) for k in range(count)]
    return [p for k, p in enumerate(points) if p != points[k - 1]]


def border(ring):
    """As bent(), with points at every 50 m of the sheet, so that buurten share theirs."""
    points = []
    for a, b in zip(ring, ring[1:] + ring[:1]):
        axis = 0 if a[1] == b[1] else 1
        lo, hi = sorted((a[axis], b[axis]))
        stops = [k * 50 for k in range(math.floor(lo / 50) + 1, math.ceil(hi / 50))]
        points += [a] + [(v, a[1]) if axis == 0 else (a[0], v) for v in (stops if a[axis] < b[axis] else stops[::-1])]
    return [SHEET.bend(p) for p in points]


def buurt_rows(homes):
    rows = []
    for row in BUURTEN.strip().splitlines():
        code, name, per_home, ages, single, low, lonely, lonely_65 = [cell.strip() for cell in row.split(";")]
        count = sum(inside(OUTLINES[name], a["at"]) for a in homes)
        hectares = round(md.area(border(OUTLINES[name])) / 1e4)
        inhabitants = round(count * float(per_home) / 5) * 5
        rows.append(dict(code=code, name=name, homes=count, inhabitants=inhabitants, per_home=float(per_home),
                         ages=list(map(int, ages.split())), single=int(single), low=float(low), hectares=hectares,
                         lonely=lonely, lonely_65=lonely_65))
    return rows


def figures(rows):
    """The columns of CBS for one buurt, or for several together."""
    people, homes = sum(r["inhabitants"] for r in rows), sum(r["homes"] for r in rows)

    def mean(value, by):
        known = [(value(r), r[by]) for r in rows if value(r) > -99990]
        return sum(v * w for v, w in known) / sum(w for _, w in known) if known else -99997
    ages = [round(mean(lambda r, k=k: r["ages"][k], "inhabitants")) for k in range(5)]
    low = mean(lambda r: r["low"], "homes")
    return [people, *ages, homes, round(mean(lambda r: r["single"], "homes")), round(mean(lambda r: r["per_home"], "homes"), 1),
            homes, -99997 if low < 0 else round(low, 1), sum(r["hectares"] for r in rows)]


FIGURES = {"aantal_inwoners": "INTEGER", "percentage_personen_0_tot_15_jaar": "INTEGER",
           "percentage_personen_15_tot_25_jaar": "INTEGER", "percentage_personen_25_tot_45_jaar": "INTEGER",
           "percentage_personen_45_tot_65_jaar": "INTEGER", "percentage_personen_65_jaar_en_ouder": "INTEGER",
           "aantal_huishoudens": "INTEGER", "percentage_eenpersoonshuishoudens": "INTEGER",
           "gemiddelde_huishoudsgrootte": "REAL", "woningvoorraad": "INTEGER",
           "percentage_huishoudens_met_laag_inkomen": "REAL", "oppervlakte_totaal_in_ha": "INTEGER"}
MADE_UP = "Verzonnen en getekend voor Trefpunt (GPL-3.0-or-later); kolommen als in "


def layers(lines):
    homes = [a for a in ADDRESSES if a["use"] == "woonfunctie"]
    buurten = buurt_rows(homes)
    out = {"buurten": ("POLYGON", {"buurtcode": "TEXT", "buurtnaam": "TEXT", "wijkcode": "TEXT", "gemeentecode": "TEXT",
                                   "gemeentenaam": "TEXT", "jaar": "INTEGER", "water": "TEXT", **FIGURES},
                       MADE_UP + "CBS Wijken en Buurten",
                       [([border(OUTLINES[b["name"]])], b["code"], b["name"], "WK990101", "GM9901", "Merenveen", 2024, "NEE",
                         *figures([b])) for b in buurten]),
           "wijken": ("POLYGON", {"wijkcode": "TEXT", "wijknaam": "TEXT", "gemeentecode": "TEXT", "gemeentenaam": "TEXT",
                                  "jaar": "INTEGER", "water": "TEXT", **FIGURES}, MADE_UP + "CBS Wijken en Buurten",
                      [([border(WIJK)], "WK990101", "Sterrenwijk", "GM9901", "Merenveen", 2024, "NEE", *figures(buurten))]),
           "wegen": ("LINESTRING", {"osm_id": "INTEGER", "highway": "TEXT", "name": "TEXT", "surface": "TEXT", "width": "TEXT",
                                    "wheelchair": "TEXT", "bridge": "TEXT", "layer": "INTEGER"}, MADE_UP + "OpenStreetMap",
                     [([SHEET.bend(p) for p in line], 9000001 + k, s["highway"], s["name"], KINDS[s["highway"]][2],
                       f"{s['width']:g}" if "width" in s else None, s.get("wheelchair"), "yes" if s["bridge"] else None,
                       1 if s["bridge"] else None) for k, (s, line) in enumerate(zip(STREETS, lines))])}
    key = {id(a): f"990101{k + 1:010d}" for k, a in enumerate(ADDRESSES)}
    of_pand = {}
    for a in ADDRESSES:
        of_pand.setdefault(a["pand"], []).append(a)
    out["pand"] = ("POLYGON", {"identificatie": "TEXT", "bouwjaar": "INTEGER", "status": "TEXT", "gebruiksdoel": "TEXT",
                               "aantal_verblijfsobjecten": "INTEGER", "bouwlagen": "INTEGER"}, MADE_UP + "BAG",
                   [([p["outline"] if p["in_rd"] else [SHEET.bend(q) for q in p["outline"]]], f"990110{k + 1:010d}", p["year"],
                     "Pand in gebruik" if p["year"] < 2026 else "Bouw gestart",
                     ",".join(sorted({a["use"] for a in of_pand.get(k, [])})) or None, len(of_pand.get(k, [])), p["storeys"])
                    for k, p in enumerate(PANDEN)])
    out["verblijfsobject"] = ("POINT", {"identificatie": "TEXT", "gebruiksdoel": "TEXT", "oppervlakte": "INTEGER", "status": "TEXT",
                                        "openbare_ruimte_naam": "TEXT", "huisnummer": "INTEGER", "postcode": "TEXT",
                                        "woonplaats_naam": "TEXT", "pand_identificatie": "TEXT"}, MADE_UP + "BAG",
                              [(a["at_rd"] or SHEET.bend(a["at"]), key[id(a)], a["use"], a["area"], "Verblijfsobject in gebruik",
                                a["street"], a["number"], postcode(a["street"]), "Merenveen", f"990110{a['pand'] + 1:010d}")
                               for a in ADDRESSES])
    for layer, columns in (("bgt_wegdeel", ("bgt_functie", "bgt_fysiek_voorkomen", "naam")),
                           ("bgt_begroeidterreindeel", ("bgt_fysiek_voorkomen", "naam")),
                           ("bgt_waterdeel", ("bgt_type", "naam")),
                           ("openbare_plekken", ("functie", "naam", "openbaar", "gebruiksrecht"))):
        out[layer] = ("POLYGON", dict.fromkeys(columns, "TEXT"),
                      MADE_UP + "BGT" if layer.startswith("bgt") else "Eigen laag van de planner. Verzonnen voor Trefpunt",
                      [([bent(ring) for ring in rings], *values) for rings, *values in GROUND[layer]])
    out["bgt_straatmeubilair"] = ("POINT", {"plus_type": "TEXT", "rugleuning": "TEXT"}, MADE_UP + "BGT",
                                  [(SHEET.bend(p), kind, back) for p, kind, back in furniture()])
    out["bushaltes"] = ("POINT", {"highway": "TEXT", "name": "TEXT", "wheelchair": "TEXT"}, MADE_UP + "OpenStreetMap",
                        [(SHEET.bend((x, y)), "bus_stop", name, "yes") for name, x, y in STOPS])
    tags = ("amenity", "shop", "leisure", "place")
    rows = []
    for k, row in enumerate(PLACES.strip().splitlines()):
        name, tag, where, wheelchair, hours = [cell.strip() for cell in row.split(";")]
        kind, value = tag.split("=")
        rows.append((at_of(where)[0], 9100001 + k, name, *(value if t == kind else None for t in tags), wheelchair or None,
                     hours or None))
    out["voorzieningen"] = ("POINT", {"osm_id": "INTEGER", "name": "TEXT", **dict.fromkeys(tags, "TEXT"), "wheelchair": "TEXT",
                                      "opening_hours": "TEXT"}, MADE_UP + "OpenStreetMap", rows)
    return out, buurten


def write_tables(folder, buurten):
    with open(folder / "ontmoetingsplekken.csv", "w", encoding="utf-8", newline="\r\n") as f:
        f.write("naam;categorie;straat;huisnummer;postcode;rd_x;rd_y;oppervlakte_m2;zitplaatsen;vrij_verblijf;drempelvrij;groepen;"
                "gebruiksfunctie;omgevingsplan;openingstijden;gepland\n")
        for row in OWN.strip().splitlines():
            name, category, where, *rest = [cell.strip() for cell in row.split(";")]
            (x, y), a = at_of(where)
            home = (a["street"], a["number"], postcode(a["street"])) if a else ("", "", "")
            f.write(";".join(map(str, (name, category, *home, f"{x:.1f}".replace(".", ","), f"{y:.1f}".replace(".", ","), *rest))) + "\n")
    with open(folder / "eenzaamheid-verzonnen.csv", "w", encoding="utf-8", newline="\n") as f:
        f.write('"Leeftijd";"Marges";"WijkenEnBuurten";"Codering_3";"Perioden";"Eenzaam_27";"ErnstigZeerErnstigEenzaam_28";'
                '"EmotioneelEenzaam_29";"SociaalEenzaam_30"\n')
        for b in buurten:
            for ages, value in (("18 jaar of ouder", b["lonely"]), ("65 jaar of ouder", b["lonely_65"])):
                cells = ["."] * 4 if value == "." else [f"{float(value) * part:.1f}" for part in (1, 0.24, 0.66, 0.72)]
                f.write(";".join(f'"{v}"' for v in (ages, "Waarde", b["name"], b["code"], "2022JJ00", *cells)) + "\n")


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    draw_streets()
    reserve_open_ground()
    draw_public_buildings()
    draw_homes()
    lines = md.join([s["line"] for s in STREETS], [s["snap"] for s in STREETS],
                    bridges=[k for k, s in enumerate(STREETS) if s["bridge"]],
                    loose={(k, s["loose"]) for k, s in enumerate(STREETS) if s["loose"] is not None})
    draw_ground(lines)
    tables, buurten = layers(lines)
    md.write_geopackage(folder / "wijk.gpkg", tables, DATE)
    write_tables(folder, buurten)
    for b in buurten:
        print(f"{b['code']} {b['name']}: {b['homes']} homes, {b['inhabitants']} people, {b['hectares']} ha")
    print(f"{sum(b['homes'] for b in buurten)} homes, {len(PANDEN)} buildings, {len(STREETS)} streets")


if __name__ == "__main__":
    main()
