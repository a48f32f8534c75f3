"""What a person does before a picture of reviews, history and packs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QTabBar

from docs.pictures.hands import wait
from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.reviewing import Signature
from leaflet_app.gui.library_place.library_place import LibraryPlace
from leaflet_app.gui.main_window import MainWindow
from leaflet_app.gui.packs.packs_page import PacksPage
from leaflet_app.gui.reviews.reviews_page import ReviewsPage
from leaflet_app.pdf.render import render
from leaflet_app.services import library_store
from leaflet_app.services.desk import Desk
from leaflet_app.services.review_texts import approve, submit
from leaflet_app.services.settings import change

TODAY = date(2026, 11, 22)
TEXT, OTHER = "topics/insulinoma/en-GB.md", "topics/vipoma/en-GB.md"
SIGNED = Signature("Dr Ben Sample", "Consultant endocrinologist", "GMC 7654321")
CHANGES = (
    ("is a small lump that grows", "is a small growth that sits"),
    ("It makes insulin, the hormone", "Don't worry: it makes insulin, the hormone"),
    ('status = "in-review"', 'status = "draft"'),
)


def look_at_reviews(window: MainWindow) -> None:
    """Have texts that wait, and look at the tray."""
    _fill(_desk())
    _go(window, "Reviews")


def ask_who_looks(window: MainWindow) -> None:
    """Look at the tray before anybody has said who they are."""
    _fill(_desk())
    change(_desk(), "library.editor", "")
    _go(window, "Reviews")


def ask_why_overdue(window: MainWindow) -> None:
    """Save a leaflet whose review is overdue."""
    desk = _desk()
    desk.today = lambda: date(2026, 1, 5)
    submit(desk, TEXT, "1.0.0", "First checked version.")
    approve(desk, TEXT, SIGNED, date(2026, 11, 1))
    own = window.leaflets._desk  # noqa: SLF001  (the window's own)
    library_store.refresh(own)
    window.leaflets.take_library()
    window.leaflets.choice.add("insulinoma")
    wait(2500)
    window.leaflets.ways_out.save()
    wait(500)


def read_review(window: MainWindow) -> None:
    """Open the sheet of a text that was changed since it was approved."""
    look_at_reviews(window)
    for page in window.findChildren(ReviewsPage):
        page.open_sheet(TEXT)
    wait(2500)


def read_history(window: MainWindow) -> None:
    """Look what happened to a text."""
    _fill(_desk())
    for place in window.findChildren(LibraryPlace):
        place.open_history(TEXT)
    wait(2500)


def open_a_pack(window: MainWindow) -> None:
    """Open a pack that another practice made."""
    desk = _desk()
    theirs = _desk(Path(mkdtemp()))
    _edit(theirs, CHANGES[:1])
    from leaflet_app.library.packs.keys import new_key  # noqa: PLC0415  (no keyring here)
    from leaflet_app.library.packs.making import pack_of  # noqa: PLC0415

    newest = library_store.newest(theirs)
    file = desk.home / "from-another-practice.leafpack"
    file.write_bytes(pack_of(newest.library, newest.files, ["insulinoma", "gastrinoma"], new_key()))
    _go(window, "Packs")
    for page in window.findChildren(PacksPage):
        page._ask_open = lambda: file  # noqa: SLF001  (in place of a dialog)
        page.open_pack()
    wait(4000)


def look_at_packs(window: MainWindow) -> None:
    """Look at the page Packs as it comes."""
    _go(window, "Packs")


def _desk(home: Path | None = None) -> Desk:
    desk = build_desk(render)
    desk.today = lambda: TODAY
    if home is not None:
        desk.home = home
    return desk


def _fill(desk: Desk) -> None:
    for name, typed in (("editor", "Dr Ada Example"), ("editor_role", "Consultant"), ("registration", "GMC 1234567")):
        change(desk, f"library.{name}", typed)
    submit(desk, TEXT, "1.0.0", "First checked version.")
    approve(desk, TEXT, SIGNED, date(2027, 1, 10))
    _edit(desk, CHANGES)
    submit(desk, TEXT, "1.1.0", "Plainer words.")
    submit(desk, OTHER, "1.0.0", "Ready for you.")


def _edit(desk: Desk, changes: tuple[tuple[str, str], ...]) -> None:
    newest = library_store.newest(desk)
    words = newest.files.read(TEXT, 100_000).decode()
    for old, new in changes:
        words = words.replace(old, new, 1)
    library_store.change(
        desk, {TEXT: words.encode()}, "Say it in plainer words", base=newest.commit, author="B. Writer"
    )


def _go(window: MainWindow, tab: str) -> None:
    for bar in window.findChildren(QTabBar):
        names = [bar.tabText(each).replace("&", "") for each in range(bar.count())]
        if tab in names:
            bar.setCurrentIndex(names.index(tab))
    wait(2500)
