"""Every fault a person may be told of, each with what happened and what to do.

LeafletError
├── NothingChosen          no topic is ticked
├── UnknownTopic           an id that no topic has
├── UnknownSet             a name that no set of topics has
├── NameRefused            a name that a set of topics may not have
├── UnknownSection         a section key that no chosen topic has
├── SectionMustStay        a section that may never be left out
├── TopicHasFaults         a topic whose file is broken
├── TopicRetired           a topic that new leaflets may not have
├── LanguageNotOffered     a language that the library has no words in
├── MissingGlyph           a character that no font can print
├── LeafletTooLong         more than a renderer accepts
├── PartTooLarge           a word, paragraph, list or picture beyond all measure
├── LinkRefused            a link to what no leaflet may open
├── PictureUnreadable      a logo that is damaged
├── PasswordRefused        a password that no reader of PDFs could be given
├── RenderingStopped       the renderer ran too long, took too much memory or died
├── CannotSave             a file that could not be written
│   └── NotNoted           a leaflet that left the desk without an entry in the register
├── ListUnreadable         a file that is no list of people
├── TooManyCopies          more copies than one file may hold
├── CopiesStopped          a worker that ended before its copies were made
├── NoCluster              no cluster of computers, or no package to reach it with
├── CannotPrint            a printer or queue that takes no leaflet
├── AddressRefused         what no mail can be sent to
├── MailRefused            a letter that may not go, or no way for it to go
├── NoKeyring              no place for secrets
├── RecordsUnusable        an outbox or register that cannot be opened
├── NoSuchMail             a mail that the outbox does not hold, or that is past changing
├── NoSuchEntry            what names no entry of the register, or several
├── PassportMistyped       a code with a wrong letter or digit
├── EditionUnreadable      a kept library that is damaged, or was not written by this program
├── PassportUnknown        a code that this desk has no record of
├── LinkNotUnderstood      a link from a patient record that asks for what it may not
├── SettingRefused         a setting that does not exist, is no such value or is locked
├── SettingsUnfit          a file of settings with a line that cannot be used
├── AlreadyRunning         another window that must end first
├── LibraryUnreadable      no library where one should be
├── NoWindow               no screen, or no Qt, to open the window with
└── UnexpectedFault        anything nobody thought of
"""

from __future__ import annotations

from collections.abc import Sequence
from traceback import walk_tb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leaflet_app.domain.faults import Fault

MOST_FAULTS = 3
"""Faults of a topic that one message names."""


class LeafletError(Exception):
    """A fault with a sentence on what happened and a sentence on what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Pass between processes as it stands; to be made anew, many a class would want other words than its two."""
        return Exception.__new__, (type(self), *self.args), self.__dict__

    def __str__(self) -> str:
        """Join the two sentences."""
        return f"{self.message} {self.remedy}"


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


class LanguageNotOffered(LeafletError):
    """A language that the library has no words in."""

    def __init__(self, tag: str, offered: Sequence[str]) -> None:
        super().__init__(f"No leaflet can be made in “{tag}” yet.", f"Choose from: {', '.join(offered)}.")


class MissingGlyph(LeafletError):
    """No font of the theme can print a character of the text."""

    def __init__(self, character: str, context: str) -> None:
        where = f"(U+{ord(character):04X}) in “{_shown(context)}”"
        super().__init__(
            f"The character {character!r} {where} cannot be printed in this font.",
            "Replace it with plain letters." if character.isprintable() else "Delete the invisible character.",
        )
        self.character = character


class LeafletTooLong(LeafletError):
    """More text than a leaflet may hold."""

    def __init__(self, why: str, remedy: str = "Leave out topics or sections.") -> None:
        super().__init__(f"The leaflet is too long: {why}.", remedy)


class PartTooLarge(LeafletError):
    """A word, paragraph, list or picture beyond all measure. `where` names the heading that it stands under."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where} cannot be printed: {why}.", remedy)


class LinkRefused(LeafletError):
    """A link to what no leaflet may open."""

    def __init__(self, link: str) -> None:
        remedy = "Link to an https:// address, a mail address or a heading."
        super().__init__(f"The link to “{_shown(link[:40])}” cannot be printed.", remedy)


class PictureUnreadable(LeafletError):
    """A logo that is damaged, or larger than a picture may be."""

    def __init__(self, why: str = "the picture is damaged") -> None:
        super().__init__(
            f"The logo of the practice cannot be printed: {why}.",
            "Save it again as a smaller PNG, or take it out of practice.toml.",
        )


class PasswordRefused(LeafletError):
    """A password that no reader of PDFs could be given."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"This password cannot be used: {why}.", remedy)


class RenderingStopped(LeafletError):
    """The renderer ran too long, took too much memory or died."""

    def __init__(self, why: str, what: str = "The leaflet", longest: str = "") -> None:
        remedy = f"Leave out {longest}, by far the longest," if longest else "Leave out the last thing you added"
        super().__init__(f"{what} could not be made: {why}.", f"{remedy} and try again.")


class CannotSave(LeafletError):
    """A file that could not be written; what was there before is untouched."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"“{name}” could not be saved: {why}. Nothing was lost.", remedy)


class NotNoted(CannotSave):
    """A leaflet that left the desk without an entry in the register; the leaflet itself is as good as any."""

    def __init__(self, passport: str, why: str) -> None:
        LeafletError.__init__(
            self,
            f"The leaflet is safe, but the register could not note it: {why}.",
            f"Write down its code, {passport}, and tell whoever looks after this computer.",
        )


class ListUnreadable(LeafletError):
    """A file that is no list of people."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"The list of people in “{name}” cannot be read: {why}.", remedy)


class TooManyCopies(LeafletError):
    """More copies than one file may hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"One file holds at most {most:,} copies, and the list names more people.",
            "Divide the list, or leave out --one-file.",
        )


class CopiesStopped(LeafletError):
    """A worker that ended before its copies were made."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The copies are not all made: {why}. Those that are made are whole.",
            "Run the same command again: it goes on where it stopped.",
        )


class NoCluster(LeafletError):
    """No cluster of computers, or no package to reach it with."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The cluster cannot be used: {why}.", remedy)


class CannotPrint(LeafletError):
    """A printer or queue that takes no leaflet."""

    def __init__(self, why: str, remedy: str, what: str = "The leaflet could not be printed") -> None:
        super().__init__(f"{what}: {why}.", remedy)
        self.why = why


class AddressRefused(LeafletError):
    """What no mail can be sent to. Neither sentence repeats the address: it may go to a log."""

    def __init__(self, why: str, remedy: str = "Type the address again.") -> None:
        super().__init__(f"No mail can be sent to this address: {why}.", remedy)


class MailRefused(LeafletError):
    """A letter that may not go, or no way for it to go."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The email cannot be sent: {why}.", remedy)


class NoKeyring(LeafletError):
    """No place for secrets."""

    def __init__(self, why: str = "this computer has no keyring") -> None:
        super().__init__(
            f"The password cannot be kept: {why}.", "Unlock or set up the keyring of this computer, then try again."
        )


class RecordsUnusable(LeafletError):
    """An outbox or register that cannot be opened, read or written."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The outbox and the register cannot be used: {why}.", remedy)


class NoSuchMail(LeafletError):
    """A mail that the outbox does not hold, or that is past changing."""

    def __init__(self, why: str, remedy: str = "Run “leaflet-app outbox list” to see them all.") -> None:
        super().__init__(f"Nothing was changed: {why}.", remedy)


class NoSuchEntry(LeafletError):
    """What names no entry of the register, or several."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No entry of the register is named “{_shown(name[:40])}”.",
            "Run “leaflet-app register list”: each line ends with the entry's name.",
        )


class PassportMistyped(LeafletError):
    """A code with a wrong letter or digit."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no leaflet code: {why}.", "Type it again as it stands at the foot of the page.")


class PassportUnknown(LeafletError):
    """A code that this desk has no record of."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"The code {code} is well formed, but this desk has no record of it.",
            "Try it at the desk that printed the leaflet.",
        )


class EditionUnreadable(LeafletError):
    """A kept library that is damaged, or was not written by this program."""

    def __init__(self, name: str, why: str) -> None:
        message = f"The library that this leaflet was made from cannot be read: {why}."
        super().__init__(message, f"Put “editions/{name}” back from a backup.")


class LinkNotUnderstood(LeafletError):
    """A link from a patient record that asks for what it may not."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The link cannot be opened: {why}.", "Choose the topics by hand.")


class SettingRefused(LeafletError):
    """A setting that does not exist, is no such value or is locked."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"The setting “{name}” was not changed: {why}.", remedy)


class SettingsUnfit(LeafletError):
    """A file of settings with a line that cannot be used; what it may have meant for mail is on the safe side."""

    def __init__(self, first: Fault, more: int) -> None:
        others = f", and {more} more like it" if more else ""
        remedy = first.remedy[:1].upper() + first.remedy[1:]
        super().__init__(
            f"A line of the settings cannot be used: {first.file}, line {first.line}: {first.wrong}{others}.",
            f"{remedy}{'' if remedy.endswith('?') else '.'} “leaflet-app settings” shows what holds.",
        )


class AlreadyRunning(LeafletError):
    """Another window that must end first."""

    def __init__(self) -> None:
        super().__init__("Clinic Leaflets is open already and does not answer.", "Close it, then start again.")


class LibraryUnreadable(LeafletError):
    """No library where one should be."""

    def __init__(self, folder: str, why: str, remedy: str = "Name a folder that holds a library.") -> None:
        super().__init__(f"The library in {folder} cannot be read: {why}.", remedy)


class NoWindow(LeafletError):
    """No screen, or no Qt, to open the window with."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The window cannot open: {why}.",
            "Use the command line instead: “leaflet-app --help” shows how.",
        )


class UnexpectedFault(LeafletError):
    """Anything nobody thought of. `details` are for the people who mend the program."""

    def __init__(self, details: str = "") -> None:
        super().__init__("Something went wrong that should not have.", "Try again; nothing you chose is lost.")
        self.details = details


def _shown(untrusted: str) -> str:
    """Return the text on one line with what no screen can show as a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in " ".join(untrusted.split()))


def whence(error: BaseException) -> str:
    """Say the kind of a fault and the lines that led to it, but none of its words: they may hold a patient's name."""
    places = [f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in walk_tb(error.__traceback__)]
    return " ".join((type(error).__name__, *(["at", " > ".join(places)] if places else ())))
