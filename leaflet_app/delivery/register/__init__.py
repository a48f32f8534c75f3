"""The register: what was given, when, how and by whom."""
