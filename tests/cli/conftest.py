"""The command line with a fake desk behind its doors."""

import pytest
from click.testing import CliRunner

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.errors import NoWindow
from leaflet_app.domain.topic import Kind, SectionKey, Site
from tests.builders import DRAFT, a_library, a_section, a_topic
from tests.fakes import a_desk

QUESTIONS = a_section(SectionKey.QUESTIONS, "Questions to ask")
LIBRARY = a_library(
    a_topic("insulinoma", sections=(a_section(), QUESTIONS)),
    a_topic("gastrinoma", review=DRAFT),
    a_topic("net-overview", title="Neuroendocrine tumours", kind=Kind.OVERVIEW, site=Site.GENERAL),
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return the command line as a function, working in its own folder; `desk` may be another one, or a fault."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments, desk=None):
        def open_desk():
            if isinstance(desk, Exception):
                raise desk
            return desk or a_desk(LIBRARY)

        def open_window(_link):
            raise NoWindow("there is no screen")

        return CliRunner().invoke(command, arguments, obj=Doors(open_desk, open_window), prog_name="leaflet-app")

    return run
