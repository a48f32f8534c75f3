"""Faults of what a desk starts from: link, settings, library, window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leaflet_app.domain.errors.leaflet_error import LeafletError
from leaflet_app.domain.sentences import sentence

if TYPE_CHECKING:
    from leaflet_app.domain.faults import Fault


class LinkNotUnderstood(LeafletError):
    """A link from a patient record that asks for what it may not."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The link cannot be opened: {why}.", "Choose the topics by hand.")


class SettingRefused(LeafletError):
    """A setting that does not exist, is no such value or is locked."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"The setting “{name}” was not changed: {why}.", remedy)


class SettingsUnfit(LeafletError):
    """A file of settings with a line that cannot be used; what it may have meant for mail is on the safe side."""

    def __init__(self, first: Fault, more: int) -> None:
        others = f", and {more} more like it" if more else ""
        super().__init__(
            f"A line of the settings cannot be used: {first.file}, line {first.line}: {first.wrong}{others}.",
            f"{sentence(first.remedy)} “leaflet-app settings” shows what holds.",
        )


class AlreadyRunning(LeafletError):
    """Another window that must end first."""

    def __init__(self) -> None:
        super().__init__("Clinic Leaflets is open already and does not answer.", "Close it, then start again.")


class LibraryUnreadable(LeafletError):
    """No library where one should be."""

    def __init__(self, folder: str, why: str, remedy: str = "Name a folder that holds a library.") -> None:
        super().__init__(f"The library in {folder} cannot be read: {why}.", remedy)


class NoWindow(LeafletError):
    """No screen, or no Qt, to open the window with."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The window cannot open: {why}.",
            "Use the command line instead: “leaflet-app --help” shows how.",
        )
