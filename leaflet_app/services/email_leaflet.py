"""Email a leaflet to one person: from their own mail program, or by way of the outbox."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from leaflet_app import paths
from leaflet_app.delivery.mail import draft as drafts
from leaflet_app.delivery.mail.address import Checked, checked
from leaflet_app.delivery.save import save_whole
from leaflet_app.domain.compose import seen_by
from leaflet_app.domain.errors import AddressRefused, MailRefused, NotNoted, RecordsUnusable
from leaflet_app.domain.given import Way
from leaflet_app.domain.letters import FILE_NAME, body_of, fields_of, marked, seems_anothers, subject_of, told_of
from leaflet_app.domain.look import Format
from leaflet_app.domain.mail import Letter, Mail
from leaflet_app.domain.passphrase import new_passphrase
from leaflet_app.domain.read_back import mismatch
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import MailSettings, MailWay
from leaflet_app.domain.value import value
from leaflet_app.html.letter import letter_page
from leaflet_app.pdf.read_back import read_pages
from leaflet_app.services import outbox
from leaflet_app.services.desk import Desk
from leaflet_app.services.leaving import see_off
from leaflet_app.services.mail_server import refuse_without_sender, refuse_without_server
from leaflet_app.services.make_leaflet import Made, make_leaflet
from leaflet_app.services.register import given_of, note_given
from leaflet_app.services.save_leaflet import file_name
from leaflet_app.services.settings import load
from leaflet_app.services.settings_held import refuse_what_is_held

__all__ = [
    "Checked",
    "DraftOpened",
    "Wanted",
    "Written",
    "check_address",
    "open_draft",
    "retype",
    "send_by_smtp",
    "write_letter",
]


@value
class Wanted:
    """How one leaflet is to be emailed.

    `address` and `retyped` are as a person typed them; where `retyped` is not empty, they must name one address.
    `greeting`, `subject` and `body` are the person's own for this mail, empty for what the settings say; so is
    `is_protected` where it is None.
    """

    address: str
    retyped: str = ""
    way: MailWay = MailWay.DRAFT
    greeting: str = ""
    subject: str = ""
    body: str = ""
    is_protected: bool | None = None


@value
class Written:
    """A letter that was read back and may go, and what a person should see before it does.

    `passphrase` opens the attachment and is shown once; it is empty for an open one.
    """

    letter: Letter
    made: Made
    selection: Selection
    pages: int
    warnings: tuple[str, ...] = ()
    passphrase: str = field(default="", repr=False)


@value
class DraftOpened:
    """What became of a draft: opened in the person's mail program, or the PDF saved because there is none.

    `pdf` is where the PDF was saved, None where a program took the letter. `notice` tells what else went wrong.
    """

    address: str
    pdf: Path | None = None
    notice: str = ""


def check_address(untrusted: str) -> Checked:
    """Return the one address that a person typed, and a question about it. Raises AddressRefused."""
    return checked(untrusted)


def write_letter(desk: Desk, selection: Selection, wanted: Wanted) -> Written:
    """Make the leaflet, put it into a letter, and read the attachment back.

    Raises NotApproved, AddressRefused, MailRefused and what make_leaflet raises.
    """
    settings = load(desk).mail
    refuse_what_is_held(desk, wanted.way, wanted.is_protected)
    see_off(desk, selection)
    to = _one_address(wanted)
    sender = _sender(settings, wanted.way)
    made = make_leaflet(desk.library, selection, desk.render)
    passphrase = new_passphrase() if _is_protected(settings, wanted) else ""
    subject, text = _worded(desk, settings, selection, wanted, made)
    practice = seen_by(desk.library, selection).practice
    letter = Letter(
        address=to.address,
        sender=sender,
        sender_name=settings.sender_name or practice.publisher,
        subject=marked(subject, settings.secure_prefix, to.address, settings.secure_except),
        text=text,
        html=letter_page(text, subject, practice.publisher, practice.brand),
        pdf=_protected(made.rendered.pdf, passphrase),
        file_name=FILE_NAME,
        message_id=f"<{secrets.token_hex(16)}@{sender.rpartition('@')[2] or 'draft.invalid'}>",
        sent_on=desk.now(),
        given=given_of(desk, Way.EMAIL, made, selection),
        reference=selection.recipient.reference,
        is_protected=bool(passphrase),
    )
    _read_back(letter, made, selection, passphrase)
    warnings = tuple(filter(None, _warnings(desk, to, made, selection, letter)))
    return Written(letter, made, selection, made.rendered.pages, warnings, passphrase)


def retype(written: Written, untrusted: str) -> None:
    """Compare what a person typed again with the address of a letter. Raises AddressRefused where they differ."""
    _compare(untrusted, written.letter.address)


def open_draft(desk: Desk, written: Written, *, folder: Path | None = None) -> DraftOpened:
    """Open the letter in the person's mail program; where there is none, save the PDF into a folder and show it.

    The folder is the person's own for documents, unless another is named. Raises CannotSave, MailRefused.
    """
    sweep_drafts(desk)
    letter, programs = written.letter, desk.tools.programs
    files = drafts.write_draft(desk.home, letter)
    if programs.open_draft(files.draft, letter.address, letter.subject, letter.text, files.attachment):
        return DraftOpened(letter.address, notice=_noted(desk, written, Way.DRAFT))
    drafts.discard(files)
    pdf = _unused(folder or paths.documents(), file_name(written.made.leaflet))
    save_whole(pdf, letter.pdf, makes_folder=folder is None)
    programs.reveal(pdf)
    return DraftOpened(letter.address, pdf, _noted(desk, written, Way.SAVE))


def send_by_smtp(desk: Desk, written: Written) -> Mail:
    """Put the letter into the outbox. Raises MailRefused, RecordsUnusable."""
    _sender(load(desk).mail, MailWay.SMTP)
    refuse_what_is_held(desk, MailWay.SMTP, written.letter.is_protected)
    return outbox.queue(desk, written.letter)


def sweep_drafts(desk: Desk) -> None:
    """Take away drafts that mail programs have read long ago."""
    drafts.sweep(desk.home)


def _one_address(wanted: Wanted) -> Checked:
    to = checked(wanted.address)
    if wanted.retyped:
        _compare(wanted.retyped, to.address)
    return to


def _compare(retyped: str, address: str) -> None:
    if checked(retyped).address != address:
        raise AddressRefused("it is not the one that was typed before", "Type both again, letter by letter.")


def _sender(settings: MailSettings, way: MailWay) -> str:
    """Return whom a letter is from; a draft leaves that to the person's mail program. Raises MailRefused."""
    if way is MailWay.DRAFT:
        return ""
    refuse_without_sender(settings)
    refuse_without_server(settings)
    return settings.sender


def _is_protected(settings: MailSettings, wanted: Wanted) -> bool:
    return settings.protect if wanted.is_protected is None else wanted.is_protected


def _worded(desk: Desk, settings: MailSettings, selection: Selection, wanted: Wanted, made: Made) -> tuple[str, str]:
    """Return the subject and the text of a letter, in the person's own words or those of the settings."""
    practice = seen_by(desk.library, selection).practice
    fields = fields_of(practice, made.leaflet, made.rendered.pages, wanted.greeting)
    subject = subject_of(wanted.subject or settings.subject, fields, _never_told(desk, selection))
    text = body_of(wanted.body or settings.body, fields, is_protected=_is_protected(settings, wanted))
    return subject, text


def _never_told(desk: Desk, selection: Selection) -> tuple[str, ...]:
    """Return what no subject may tell: any topic by any name, and whom the leaflet is for."""
    libraries = (desk.library, desk.library.in_language(selection.language))
    topics = (topic for library in libraries for topic in library.topics.values())
    named = (name for topic in topics for name in (topic.title, *topic.aliases))
    return (*named, *told_of(selection.recipient))


def _protected(pdf: bytes, passphrase: str) -> bytes:
    if not passphrase:
        return pdf
    from leaflet_app.services.protect_leaflet import protect_leaflet  # noqa: PLC0415  (most leaflets are open)

    return protect_leaflet(pdf, passphrase)


def _read_back(letter: Letter, made: Made, selection: Selection, passphrase: str) -> None:
    """Open the attachment itself once more. Raises MailRefused when it is not this person's leaflet."""
    sides = -(-made.rendered.pages // (2 if selection.format is Format.BOOKLET else 1))
    if why := mismatch(made.leaflet, sides, read_pages(letter.pdf, passphrase)):
        raise MailRefused(why, "Make the leaflet again; if this comes back, print it instead.")


def _warnings(desk: Desk, to: Checked, made: Made, selection: Selection, letter: Letter) -> Iterator[str]:
    person = selection.recipient
    yield to.question
    yield _used_for_another(desk, letter)
    if seems_anothers(to.address, person.name):
        yield "The address spells another name than the leaflet. Is it this person's?"
    if made.leaflet.needs_review:
        yield f"{desk.library.wording.draft_banner}. {desk.library.wording.draft_what}"
    if made.leaflet.for_person and not letter.is_protected:
        yield "The leaflet names a person and is not protected."


def _used_for_another(desk: Desk, letter: Letter) -> str:
    try:
        return outbox.warn_of_address(desk, letter.address, letter.reference)
    except RecordsUnusable:
        return "Nobody could look up whom this address was last used for."


def _noted(desk: Desk, written: Written, way: Way) -> str:
    try:
        note_given(desk, way, written.made, written.selection)
    except NotNoted as fault:
        return f"{fault.message} {fault.remedy}"
    return ""


def _unused(folder: Path, name: str) -> Path:
    """Return a name in a folder that no file has: it may be another person's leaflet."""
    file, number = folder / name, 2
    while file.exists():
        file, number = folder / f"{Path(name).stem}-{number}.pdf", number + 1
    return file
