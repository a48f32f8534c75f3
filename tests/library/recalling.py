"""A library as the next start would have it."""

from leaflet_app.library.snapshot import Remembered, keep, recalled


def unread():
    """Stand in for reading where nothing is damaged."""
    raise AssertionError("nothing is to be read again")


def next_start(library, folder):
    """Keep a library in a folder, and return it with its texts waiting there."""
    kept = folder / "home" / "library.snapshot"
    keep("name", kept, Remembered(library, "edition"), unread)
    return recalled("name", kept, unread).library
