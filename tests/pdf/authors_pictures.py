"""Pictures like those that authors bring: a photograph with every shade, and a drawing with few."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw


@cache
def a_photograph(width=900, height=600, mode="RGB") -> bytes:
    """Return a JPEG with no two parts alike."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    round_about = Image.radial_gradient("L").resize((width, height))
    return _saved(Image.merge("RGB", (across, down, round_about)).convert(mode), "JPEG")


@cache
def a_drawing(width=800, height=400, mode="RGBA") -> bytes:
    """Return a PNG of an ellipse, through which the paper shows where it may."""
    image = Image.new(mode, (width, height))
    ImageDraw.Draw(image).ellipse((20, 20, width - 20, height - 20), fill="teal" if "RGB" in mode else 128)
    return _saved(image, "PNG")


def _saved(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()
