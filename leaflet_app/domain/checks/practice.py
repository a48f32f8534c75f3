"""Who hands the leaflet over, how to reach them, and what they owe the person who reads it."""

from __future__ import annotations

from leaflet_app.domain.checks.check import PERSON, Finding, Proof, look, passed, stop
from leaflet_app.domain.counted import some
from leaflet_app.domain.topic import Kind, Urgency

ADD = "Add {what} to the practice's details (“{field}” in practice.toml)."


def publisher(proof: Proof) -> Finding:
    """See that whoever publishes the leaflet stands in its band."""
    band = proof.leaflet.band
    if not band.name.strip():
        return look("No name stands in the band.", ADD.format(what="a name", field="name"), "contact")
    if band.brand.logo and not band.brand.logo_alt:
        return look(
            "The logo has no words for those who cannot see it.", "Describe the logo in practice.toml.", "title"
        )
    return passed(f"{band.name} stands in the band{', with the logo' if band.brand.logo else ''}.", "title")


def phone(proof: Proof) -> Finding:
    """See that there is a number to ring."""
    number = proof.library.practice.phone
    if not any(each.isdigit() for each in number):
        return stop(
            "Nobody can ring: the practice has no phone number.", ADD.format(what="it", field="phone"), "contact"
        )
    return passed(f"The number to ring is {number}.", "contact")


def hours(proof: Proof) -> Finding:
    """See that people learn when someone answers, or whom to ring when nobody does."""
    practice = proof.library.practice
    if not (practice.hours or practice.out_of_hours or practice.phone_note):
        return look(
            "It does not say when someone answers the phone.", ADD.format(what="the hours", field="hours"), "contact"
        )
    return passed(f"{practice.hours or practice.phone_note or practice.out_of_hours}", "contact")


def emergency(proof: Proof) -> Finding:
    """See that every tumour says when to call 999, and the contact box what to do in an emergency."""
    silent = [
        topic.title
        for topic in proof.topics
        if topic.kind is Kind.TUMOUR and not any(line.urgency is Urgency.EMERGENCY for line in topic.urgent)
    ]
    if silent:
        return stop(
            f"Nothing says when to call 999: {some(silent)}.", "Write “Get help fast” for it in the library.", "title"
        )
    if not proof.library.practice.emergency_note.strip():
        return stop(
            "The contact box does not say what to do in an emergency.",
            ADD.format(what="a sentence", field="emergency_note"),
            "contact",
        )
    return passed("It says what to do in an emergency.", "contact")


def other_formats(proof: Proof) -> Finding:
    """See that people learn how to get it in a form that they can read (Accessible Information Standard)."""
    said = proof.library.practice.other_formats
    if not said:
        return look(
            "It does not say how to get it in large print, audio, Easy Read, Braille or another language.",
            ADD.format(what="a sentence", field="other_formats"),
            "contact",
        )
    return passed(said, "contact")


def feedback(proof: Proof) -> Finding:
    """See that people learn where to say what they think of it."""
    if not proof.library.practice.feedback:
        return look(
            "It does not say where to send comments on the leaflet.",
            ADD.format(what="an address", field="feedback"),
            "review",
        )
    return passed(f"Comments go to {proof.library.practice.feedback}.", "review")


def privacy(proof: Proof) -> Finding:
    """See that a copy that names a person says how their details are kept."""
    if not proof.leaflet.for_person:
        return passed("Nobody is named on it.")
    if not proof.library.practice.privacy:
        return look(
            "It names a person but does not say how the practice keeps their details.",
            f"Leave out name and reference, or: {ADD.format(what='a privacy note', field='privacy')}",
            PERSON,
        )
    return passed("The privacy note is printed.", "about")
