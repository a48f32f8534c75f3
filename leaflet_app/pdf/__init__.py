"""A Leaflet becomes a tagged PDF. The only place that knows ReportLab."""
