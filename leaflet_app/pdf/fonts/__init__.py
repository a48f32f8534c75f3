"""The letters of a leaflet: faces, families of them, and how they are embedded."""
