"""How a leaflet leaves the window: on paper and by mail."""
