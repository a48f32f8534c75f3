"""Whether a leaflet in another language says what the English texts say."""

from __future__ import annotations

from dataclasses import replace

from leaflet_app.domain.checks.check import Finding, Proof, look, passed, stop
from leaflet_app.domain.compose import printed_texts, printed_translations
from leaflet_app.domain.counted import some
from leaflet_app.domain.languages import language_of


def language(proof: Proof) -> Finding:
    """See that it is wholly translated, from the newest text, and in set words that somebody has checked."""
    library = proof.library.in_language(proof.selection.language)
    if library.english is None:
        return passed("It is in English, as its texts were written.")
    name, wording = language_of(library.wording.lang).english_name, library.wording
    alone = replace(proof.selection, beside="")
    texts = printed_texts(library, alone)
    old = [title for title, its in printed_translations(library, alone) if its and its.is_locked]
    left = [text.title for text in texts if text.lang != wording.lang]
    told = (
        (old, f"Translated from an English text that has changed since: {some(old)}."),
        (not wording.is_checked, f"A machine wrote the headings in {name}, and nobody has checked them."),
        (left, f"Not in {name} yet, and printed in English: {some(left)}."),
    )
    whys = " ".join(why for is_so, why in told if is_so)
    if not whys:
        return passed(f"Everything in it is in {name}, translated from the newest text.")
    must_stop = old or (proof.library.practice.approved_only and not wording.is_checked)
    remedy = f"Print it in English too, and go through it with someone who speaks {name}."
    return (stop if must_stop else look)(whys, remedy, "title")
