"""What a desk works with: built once by bootstrap, handed to the command line or the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from leaflet_app.domain.errors import LeafletError
from leaflet_app.domain.leaflet import Render
from leaflet_app.domain.library import Library
from leaflet_app.services.tools import Tools

if TYPE_CHECKING:
    from leaflet_app.domain.copies import BeginFile, MakeMaster
    from leaflet_app.library.files import Files
    from leaflet_app.services.newest import Newest


class Finder(Protocol):
    """Finds topics by title, other name, misspelling or words of their text."""

    def find(self, text: str, limit: int = 20) -> tuple[str, ...]:
        """Return the ids of matching topics, best first."""
        ...


@dataclass
class Desk:
    """The library and the tools of one desk. `home` is where it writes; `today` tells the date on the wall.

    `edition` names the content of the library; `files` hold it; `now` tells the time in UTC; `policy` is
    the file in which an admin locks settings.
    `commit` is the version in the store that the library was read from, none where it is the one that was shipped;
    `library_fault` is why that is not the newest one, `newest` is what the keepers of the library last read.
    `former` are the files of the last editions before this one, for leaflets that were made from them.
    `master_of` renders a leaflet that is to be copied for many people, `begin_file` puts the copies into one file.
    """

    library: Library
    finder: Finder
    render: Render
    home: Path
    today: Callable[[], date]
    master_of: MakeMaster
    begin_file: BeginFile
    edition: str
    files: Files
    now: Callable[[], datetime]
    tools: Tools
    policy: Path
    commit: str = ""
    library_fault: LeafletError | None = None
    newest: Newest | None = None
    former: dict[str, Files] = field(default_factory=dict)
