"""The colours of the window by what they mean: one table for light, one for dark."""

from __future__ import annotations

from leaflet_app.domain.value import value


@value
class Tokens:
    """One row of the colour table for each meaning, as #RRGGBB."""

    ink: str
    soft_ink: str
    canvas: str
    panel: str
    tint: str
    accent: str
    on_accent: str
    urgent: str
    urgent_tint: str
    look: str
    look_tint: str
    good: str
    line: str
    strong_line: str


LIGHT = Tokens(
    ink="#1B2733",
    soft_ink="#4A5B6B",
    canvas="#F4F6F8",
    panel="#FFFFFF",
    tint="#E6F1F5",
    accent="#0B6E99",
    on_accent="#FFFFFF",
    urgent="#A4161A",
    urgent_tint="#FDECEC",
    look="#7A4B00",
    look_tint="#FFF4DC",
    good="#1E6B3A",
    line="#C5CFD8",
    strong_line="#7B8A98",
)
DARK = Tokens(
    ink="#E8EDF2",
    soft_ink="#A9B6C2",
    canvas="#14191F",
    panel="#1D242C",
    tint="#20384A",
    accent="#63B3D6",
    on_accent="#14191F",
    urgent="#FF8A80",
    urgent_tint="#3A2226",
    look="#FFC46B",
    look_tint="#372B18",
    good="#7FD6A0",
    line="#56636F",
    strong_line="#8796A3",
)
