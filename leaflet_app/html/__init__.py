"""A Leaflet becomes an accessible web page, a pane of the window, or plain text."""

from leaflet_app.html.page import page
from leaflet_app.html.pane import fragment
from leaflet_app.html.text import leaflet_text

__all__ = ["fragment", "leaflet_text", "page"]
