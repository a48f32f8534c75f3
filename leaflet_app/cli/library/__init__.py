"""Look after the library, from the command line."""

from leaflet_app.cli.library.group import library

__all__ = ["library"]
