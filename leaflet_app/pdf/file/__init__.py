"""The file of a leaflet: its objects as source, its bookmarks, its claims, and how all of it is packed."""
