"""Faults of what was chosen for a leaflet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leaflet_app.domain.errors.leaflet_error import LeafletError
from leaflet_app.domain.errors.telling import shown

if TYPE_CHECKING:
    from leaflet_app.domain.faults import Fault

MOST_FAULTS = 3
"""Faults of a topic that one message names."""


class NothingChosen(LeafletError):
    """No topic is ticked."""

    def __init__(self) -> None:
        super().__init__("No topic is chosen.", "Tick at least one topic.")


class UnknownTopic(LeafletError):
    """An id that no topic has."""

    def __init__(self, topic_id: str, suggestion: str = "") -> None:
        hint = f"Did you mean {suggestion}?" if suggestion else "Run “leaflet-app topics” to see them all."
        super().__init__(f"There is no topic called “{topic_id}”.", hint)


class UnknownSet(LeafletError):
    """A name that no set of topics has."""

    def __init__(self, name: str, suggestion: str = "") -> None:
        hint = f"Did you mean “{suggestion}”?" if suggestion else "Run “leaflet-app topics --sets” to see them all."
        super().__init__(f"There is no set called “{name}”.", hint)


class NameRefused(LeafletError):
    """A name that a set of topics may not have."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The set cannot have this name: {why}.", remedy)


class UnknownSection(LeafletError):
    """A section key that no chosen topic has."""

    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(f"The chosen topics have no section called “{key}”.", f"Choose from: {', '.join(known)}.")


class SectionMustStay(LeafletError):
    """A section that may never be left out."""

    def __init__(self, key: str) -> None:
        super().__init__(f"The section “{key}” cannot be left out.", "It keeps people safe, so it is always printed.")


class TopicHasFaults(LeafletError):
    """A topic whose file is broken; none of it can be printed until it is mended."""

    def __init__(self, topic_id: str, faults: Sequence[Fault]) -> None:
        lines = [str(fault) for fault in faults[:MOST_FAULTS]]
        more = [f"and {len(faults) - MOST_FAULTS} more"] if len(faults) > MOST_FAULTS else []
        remedy = f"Mend them first: {'; '.join((*lines, *more))}."
        super().__init__(f"The topic “{topic_id}” has faults, so it cannot be printed.", remedy)


class TopicRetired(LeafletError):
    """A topic that new leaflets may not have."""

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}” is retired and goes into no new leaflet.", "Choose another topic.")


class UnknownPractice(LeafletError):
    """An id that no sound profile of a practice has."""

    def __init__(self, practice_id: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no practice called “{shown(practice_id)}”, or its file has faults.",
            f"Choose from: {', '.join(known)}.",
        )


class PracticeGone(LeafletError):
    """A practice that the settings of a desk name, and that was taken out of the library; the first stands in."""

    def __init__(self, practice_id: str, stands_in: str) -> None:
        super().__init__(
            f"The practice “{shown(practice_id)}” of this desk's settings is no longer in the library: leaflets bear "
            f"{shown(stands_in)}.",
            "Choose another in Settings, or bring it back on the Library's page Practice.",
        )


class UnknownDisclaimer(LeafletError):
    """An id that no sound disclaimer has."""

    def __init__(self, disclaimer_id: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no disclaimer called “{shown(disclaimer_id)}”, or its file has faults.",
            f"Choose from: {', '.join(known)}.",
        )


class LanguageNotOffered(LeafletError):
    """A language that the library has no words in."""

    def __init__(self, tag: str, offered: Sequence[str]) -> None:
        super().__init__(f"No leaflet can be made in “{tag}” yet.", f"Choose from: {', '.join(offered)}.")


class LanguageNotBeside(LeafletError):
    """A second language that is not English: only English stands beside another."""

    def __init__(self, tag: str) -> None:
        super().__init__(f"“{shown(tag)}” cannot stand beside another language.", "Choose en-GB, which is English.")
