"""Draws plan.png, the scan that the session lays under a design: 50 pixels to a metre, so that the building of
10 by 8 m stands 100 pixels from the left and from below."""
import struct
import zlib

WIDTH, HEIGHT = 800, 600
grey = [bytearray([246] * WIDTH) for _ in range(HEIGHT)]


def fill(left, low, right, high, value):
    for y in range(HEIGHT - high, HEIGHT - low):
        for x in range(left, right):
            grey[y][x] = value


def wall(x0, y0, x1, y1, thickness=6):
    half = thickness // 2
    fill(min(x0, x1) - half, min(y0, y1) - half, max(x0, x1) + half, max(y0, y1) + half, 40)


for edge in [(100, 100, 600, 100), (600, 100, 600, 500), (600, 500, 100, 500), (100, 500, 100, 100)]:
    wall(*edge)
wall(350, 100, 350, 500, 4)
wall(350, 300, 600, 300, 4)
fill(340, 180, 360, 225, 246)  # a door
fill(440, 290, 485, 310, 246)
fill(200, 90, 260, 110, 246)
for x in range(140, 320, 30):  # chairs
    fill(x, 420, x + 16, 436, 150)
wall(100, 60, 600, 60, 2)  # the line with the known distance
wall(100, 50, 100, 70, 2)
wall(600, 50, 600, 70, 2)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = b"".join(b"\0" + bytes(row) for row in grey)
with open("plan.png", "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))
