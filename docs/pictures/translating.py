"""A translation beside its English text for the pictures: the Universal Declaration of Human Rights, nothing clinical.

Run from the project's folder: python -m docs.pictures.translating DIR
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from docs.pictures.hands import wait
from leaflet_app.bootstrap import build_desk
from leaflet_app.gui.app import make_app
from leaflet_app.gui.facing.facing_page import FacingPage
from leaflet_app.gui.theme import Look, Theme
from leaflet_app.library.files import content_id
from leaflet_app.pdf.render import render
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk

HERE = Path(__file__).parent
REVIEW = '[review]\nstatus = "draft"\nversion = "1.0.0"\nauthor = "Practice"\n'
ENGLISH = f"""+++
id = "rights"
title = "All human beings"
lang = "en-GB"

{REVIEW}+++

All human beings are born free and equal in dignity and rights.

They are endowed with reason and conscience. They should act towards one another in a spirit of brotherhood.
"""
OTHERS = {
    "cy": (
        "Genir pawb yn rhydd",
        "Genir pawb yn rhydd ac yn gydradd â'i gilydd mewn urddas a hawliau.",
        "Fe'u cynysgaeddir â rheswm a chydwybod. Dylai pawb ymddwyn y naill at y llall mewn ysbryd cymodlon.",
    ),
    "ur": (
        "تمام انسان",
        "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
        "انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لئے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیئے۔",
    ),
}
PICTURES = {
    "translating": ("cy", Look.LIGHT, (1280, 800)),
    "translating-ur": ("ur", Look.LIGHT, (1280, 800)),
    "translating-dark": ("cy", Look.DARK, (1280, 800)),
    "translating-small": ("cy", Look.LIGHT, (1024, 640)),
}


def translate(desk: Desk) -> None:
    """Keep an English text and its translations, then change a sentence of it."""
    texts = {"shared/rights/en-GB.md": ENGLISH}
    for lang, (title, first, second) in OTHERS.items():
        front = f'id = "rights"\ntitle = "{title}"\nlang = "{lang}"\ntranslates = "{content_id(ENGLISH.encode())}"\n'
        texts[f"shared/rights/{lang}.md"] = f"+++\n{front}\n{REVIEW}+++\n\n{first}\n\n{second}\n"
    for step in (texts, {"shared/rights/en-GB.md": ENGLISH.replace("in a spirit", "always in a spirit")}):
        base = library_store.newest(desk).commit
        library_store.change(desk, {file: text.encode() for file, text in step.items()}, "Rights", base=base)


def draw(folder: Path) -> None:
    """Draw the page in each look."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    theme = Theme(make_app())
    with tempfile.TemporaryDirectory() as home:
        desk = build_desk(render)
        desk.home = Path(home)
        translate(desk)
        for name, (lang, look, size) in PICTURES.items():
            theme.choose(look)
            page = FacingPage(desk, f"shared/rights/{lang}.md")
            page.resize(*size)
            page.show()
            wait(1500)
            page.grab().save(str(folder / f"{name}.png"))
            page.stop()
            page.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if sys.argv[1:] else HERE)
