"""Passphrases that are read out over the phone: plain words and four digits, over sixty bits by chance."""

from __future__ import annotations

import secrets

from leaflet_app.domain.plain_words import PLAIN_WORDS

WORDS, DIGITS = 5, 4

CLEAR_DIGITS = "23456789"
"""Without those that look like letters."""


def new_passphrase() -> str:
    """Return a passphrase that nobody has had before and nobody can guess."""
    words = (secrets.choice(PLAIN_WORDS) for _ in range(WORDS))
    return " ".join((*words, "".join(secrets.choice(CLEAR_DIGITS) for _ in range(DIGITS))))
