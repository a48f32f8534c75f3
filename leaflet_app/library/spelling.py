"""Words in American spelling, and the same word as the UK writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet_app.domain.sentences import words_in

AMERICAN = {
    "acetaminophen": "paracetamol",
    "analyze": "analyse",
    "analyzed": "analysed",
    "anemia": "anaemia",
    "anemic": "anaemic",
    "anesthesia": "anaesthesia",
    "anesthetic": "anaesthetic",
    "behavior": "behaviour",
    "canceled": "cancelled",
    "center": "centre",
    "centers": "centres",
    "color": "colour",
    "counseling": "counselling",
    "counselor": "counsellor",
    "diarrhea": "diarrhoea",
    "edema": "oedema",
    "epinephrine": "adrenaline",
    "esophagus": "oesophagus",
    "estrogen": "oestrogen",
    "favor": "favour",
    "fiber": "fibre",
    "fulfill": "fulfil",
    "gray": "grey",
    "gynecologist": "gynaecologist",
    "hematology": "haematology",
    "hemorrhage": "haemorrhage",
    "hyperglycemia": "hyperglycaemia",
    "hypoglycemia": "hypoglycaemia",
    "labeled": "labelled",
    "leukemia": "leukaemia",
    "liter": "litre",
    "liters": "litres",
    "mom": "mum",
    "norepinephrine": "noradrenaline",
    "odor": "odour",
    "orthopedic": "orthopaedic",
    "paralyzed": "paralysed",
    "pediatric": "paediatric",
    "pheochromocytoma": "phaeochromocytoma",
    "program": "programme",
    "traveled": "travelled",
    "traveling": "travelling",
    "tumor": "tumour",
    "tumors": "tumours",
}
"""In small letters. Endings in -ize are found by rule."""

_IZE = re.compile(r"(\w{3,}[^e\W])(iz)(e[drs]?|ing|ations?)", re.IGNORECASE)
_ALWAYS_Z = ("capsiz", "resiz")


def american_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word in American spelling, with the British one."""
    for word in words_in(text):
        if british := AMERICAN.get(word.casefold()):
            yield word, british
        elif (found := _IZE.fullmatch(word)) and not word.casefold().startswith(_ALWAYS_Z):
            yield word, f"{found[1]}is{found[3]}"
