"""The ways a finished leaflet leaves the program."""
