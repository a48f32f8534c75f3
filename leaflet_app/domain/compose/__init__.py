"""Join chosen topics into one leaflet without repeats: opening, body, closing."""

from leaflet_app.domain.compose.leaflet import (
    GENERATED_PARTS,
    Basis,
    basis,
    compose,
    printed_texts,
    printed_translations,
    seen_by,
)

__all__ = ["GENERATED_PARTS", "Basis", "basis", "compose", "printed_texts", "printed_translations", "seen_by"]
