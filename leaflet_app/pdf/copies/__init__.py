"""One rendered leaflet for many people: a master, its copies, and one file of all of them."""
