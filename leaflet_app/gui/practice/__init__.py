"""The practice: who hands leaflets over, in which colours; and the first steps to a leaflet of one's own."""
