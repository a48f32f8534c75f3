"""The page this library began from, as short hashes of every six words in a row: enough to know them again."""

import hashlib
import re
import unicodedata
from pathlib import Path

RUN = 6
HASHES = Path(__file__).with_name("seed_shingles.txt")


def spoken(text: str) -> list[str]:
    """Return the words of a text, without case, marks or accents that people type differently."""
    plainly = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", plainly)


def shingles(text: str) -> dict[str, str]:
    """Return every six words in a row of a text by their hash."""
    words = spoken(text)
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:8]: run for run in runs}


def of_the_seed() -> frozenset[str]:
    """Return the hashes of the seed's runs."""
    return frozenset(HASHES.read_text(encoding="ascii").split())
