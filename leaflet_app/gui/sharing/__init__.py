"""Sharing the library with other desks, as the window shows it."""
