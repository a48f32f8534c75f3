"""A Leaflet becomes an accessible web page, a pane of the window, or plain text."""
