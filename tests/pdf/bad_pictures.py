"""Picture files that no camera makes."""

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

UPSIDE_DOWN_LEFT = 6
ORIENTATION = 0x0112


def png(width: int, height: int) -> bytes:
    """Return a PNG that tells its size and holds almost nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(100))) + _chunk(b"IEND")


def blank(mode: str, width: int, height: int, kind: str = "PNG", **settings: object) -> bytes:
    """Return a sound picture of one colour."""
    file = BytesIO()
    Image.new(mode, (width, height)).save(file, kind, **settings)
    return file.getvalue()


def turned() -> bytes:
    """Return a photograph that its own note says to turn; the note also tells where it was taken."""
    note = Image.Exif()
    note[ORIENTATION] = UPSIDE_DOWN_LEFT
    note[0x010E] = "taken at home"
    return blank("RGB", 60, 20, "JPEG", exif=note)


def moving() -> bytes:
    """Return a PNG of 50 frames."""
    frames = [Image.new("RGB", (20, 20), (each, 0, 0)) for each in range(50)]
    file = BytesIO()
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    return file.getvalue()


def with_swollen_text() -> bytes:
    """Return a PNG with a note that unpacks to far more than it is."""
    note = PngImagePlugin.PngInfo()
    note.add_text("comment", "x" * 100_000_000, zip=True)
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG", pnginfo=note)
    return file.getvalue()


def _chunk(kind: bytes, content: bytes = b"") -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def drawn_again(times: int) -> bytes:
    """Return a photograph whose last pass is drawn again and again."""
    whole = blank("RGB", 40, 30, "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * times + whole[-2:]


def half_clear(mode: str, width: int, height: int) -> bytes:
    """Return a sound PNG; where it may be seen through, half of it is."""
    file, image = BytesIO(), Image.new(mode, (width, height))
    if mode.endswith("A"):
        image.paste((99,) * len(image.getbands()), (0, 0, width // 2, height))
    image.save(file, "PNG")
    return file.getvalue()
