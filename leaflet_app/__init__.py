"""Clinic Leaflets: tick tumour types, read them, hand over a leaflet that the patient can read."""

__version__ = "0.1.0"
