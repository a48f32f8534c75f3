"""The window on a desk that renders at once."""

from dataclasses import replace

import pytest

from tests.fakes import FakeRender, a_desk
from tests.gui.papers import a_pdf
from tests.gui.windows import nothing_left_behind, open_window, target, theme, window

__all__ = ["nothing_left_behind", "open_window", "target", "theme", "window"]


class PaperRender(FakeRender):
    """A fake whose paper really opens: it holds the leaflet's title."""

    def __call__(self, leaflet, look):
        rendered = super().__call__(leaflet, look)
        return replace(rendered, pdf=a_pdf(*[leaflet.title] * self.pages))


@pytest.fixture
def desk(library, home):
    return a_desk(library, PaperRender(), home)
