"""A Leaflet becomes a tagged PDF. The only place that knows ReportLab."""

from leaflet_app.pdf.sealed import seal

seal()  # here, because this runs before any module of this room can import ReportLab
