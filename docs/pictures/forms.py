"""Pictures of the editor's forms: facts, sources, review and pictures, each with a sheet that is open.

Run from the project's folder: python -m docs.pictures.forms DIR (light|dark)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QTabWidget, QWidget

from leaflet_app.domain.form_fields import FactFields
from leaflet_app.domain.topic import SectionKey
from leaflet_app.gui.app import make_app
from leaflet_app.gui.editor.forms.facts_form import FactsForm
from leaflet_app.gui.editor.forms.picture_sheet import PictureSheet
from leaflet_app.gui.editor.forms.pictures_form import PicturesForm
from leaflet_app.gui.editor.forms.review_form import ReviewForm
from leaflet_app.gui.editor.forms.sources_form import SourcesForm
from leaflet_app.gui.editor.other_files import OtherFiles
from leaflet_app.gui.theme import Look
from leaflet_app.gui.theme import Theme as Dress
from leaflet_app.services.add_picture import added, cleaned
from leaflet_app.services.text_forms import with_fact
from tests.builders import SHIPPED_LIBRARY
from tests.gui.editor.fakes import FakeText, shipped_files

FOLDER = "topics/insulinoma"
TODAY = date(2026, 11, 22)
ALT = "A lump the size of a pea in the tail of the pancreas."


def draw_forms(folder: Path, look: str, size: tuple[int, int] = (860, 620)) -> Iterator[Path]:
    """Draw each form, and the sheets for a fact and for a picture."""
    tabs, text = forms()
    tabs.resize(*size)
    tabs.show()
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        yield kept(tabs, folder / f"form-{tabs.tabText(page).lower()}-{look}.png")
    (facts,), (pictures,) = tabs.findChildren(FactsForm), tabs.findChildren(PicturesForm)
    sheet = facts.edit("how_common")
    yield kept(sheet, folder / f"fact-sheet-{look}.png")
    sheet.close()
    wrong = facts.edit("")
    wrong.key.setText("size_found")
    wrong.text.setText("about 2 cm across")
    wrong.text.textEdited.emit("")
    yield kept(wrong, folder / f"fact-sheet-wrong-{look}.png")
    wrong.close()
    words = PictureSheet(tabs, a_scan(), ((SectionKey.TESTS, "How it is found"),))
    words.alt.setText(ALT)
    yield kept(words, folder / f"picture-sheet-{look}.png")
    text.replace(text.text.replace("[facts]", "[facts", 1))
    tabs.setCurrentIndex(0)
    yield kept(tabs, folder / f"form-broken-{look}.png")
    pictures.stop()
    tabs.close()


def forms() -> tuple[QTabWidget, FakeText]:
    """Return all forms on the insulinoma topic with one picture."""
    others: OtherFiles = shipped_files()
    written = (SHIPPED_LIBRARY / FOLDER / "en-GB.md").read_text(encoding="utf-8")
    picture = added(written, cleaned(a_scan()), ALT, SectionKey.TESTS, caption="What a scan can show.")
    others.put(f"{FOLDER}/{picture.file}", picture.content, "picture added")
    text = FakeText(with_fact(picture.text, FactFields("unused", "nothing yet")))
    tabs = QTabWidget()
    pages: tuple[tuple[str, QWidget], ...] = (
        ("Facts", FactsForm(text, others)),
        ("Sources", SourcesForm(text, others, lambda: TODAY)),
        ("Review", ReviewForm(text)),
        ("Pictures", PicturesForm(text, others, FOLDER)),
    )
    for name, page in pages:
        tabs.addTab(page, name)
    return tabs, text


def a_scan() -> bytes:
    """Return a drawing that stands for a scan."""
    image = Image.new("RGB", (900, 500), "#101820")
    pen = ImageDraw.Draw(image)
    pen.ellipse((150, 120, 760, 400), fill="#5B6B78")
    pen.ellipse((600, 190, 660, 250), fill="#E8EDF2")
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def kept(widget: QWidget, path: Path) -> Path:
    """Draw a widget as it stands."""
    widget.grab().save(str(path))
    return path


def main() -> None:
    """Draw the forms in a look."""
    folder, look = Path(sys.argv[1]), sys.argv[2]
    app = make_app()
    Dress(app, Look(look)).dress()
    for path in draw_forms(folder, look):
        print(path)
    app.quit()


if __name__ == "__main__":
    main()
