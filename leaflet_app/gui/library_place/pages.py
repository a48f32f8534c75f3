"""The pages of the place Library, in the order of their tabs; each is built when somebody first looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from leaflet_app.gui.widgets.library_page import LibraryPage
from leaflet_app.services.desk import Desk

if TYPE_CHECKING:
    from leaflet_app.gui.sharing.background import BackgroundSharing


class Tab(NamedTuple):
    """A page by the word on its tab."""

    name: str
    build: Callable[[Desk], LibraryPage]


def _texts(desk: Desk) -> LibraryPage:
    from leaflet_app.gui.library_place.texts_page import TextsPage  # noqa: PLC0415  (each when it is looked at)

    return TextsPage(desk)


def _reviews(desk: Desk) -> LibraryPage:
    from leaflet_app.gui.reviews.reviews_page import ReviewsPage  # noqa: PLC0415

    return ReviewsPage(desk)


def _practice(desk: Desk) -> LibraryPage:
    from leaflet_app.gui.practice.practice_page import PracticePage  # noqa: PLC0415

    return PracticePage(desk)


def _packs(desk: Desk) -> LibraryPage:
    from leaflet_app.gui.packs.packs_page import PacksPage  # noqa: PLC0415

    return PacksPage(desk)


def _sharing_with(sharing: BackgroundSharing) -> Callable[[Desk], LibraryPage]:
    def build(desk: Desk) -> LibraryPage:
        from leaflet_app.gui.sharing.sharing_page import SharingPage  # noqa: PLC0415

        return SharingPage(desk, sharing)

    return build


TEXTS, REVIEWS, SHARING = "Texts", "Reviews", "Sharing"


def tabs(sharing: BackgroundSharing) -> tuple[Tab, ...]:
    """Return all of them; the page Sharing shows what the sharing in the background tells."""
    return (
        Tab(f"&{TEXTS}", _texts),
        Tab(f"&{REVIEWS}", _reviews),
        Tab("&Practice", _practice),
        Tab("P&acks", _packs),
        Tab(f"&{SHARING}", _sharing_with(sharing)),
    )
