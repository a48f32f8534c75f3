"""Email a leaflet: one letter to one person, read back before it may go."""

import logging
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from io import BytesIO

import pikepdf
import pytest

from leaflet_app import paths
from leaflet_app.delivery.mail.draft import FOLDER
from leaflet_app.delivery.mail.message import message_of
from leaflet_app.delivery.register.journal import FILE, folder_of
from leaflet_app.delivery.register.reading import read
from leaflet_app.domain.errors import AddressRefused, MailRefused, RecordsUnusable
from leaflet_app.domain.given import Way
from leaflet_app.domain.letters import GREETING
from leaflet_app.domain.look import Format
from leaflet_app.domain.mail import MailState
from leaflet_app.domain.selection import Recipient
from leaflet_app.domain.settings import MailWay
from leaflet_app.pdf.render import render
from leaflet_app.services import outbox
from leaflet_app.services.email_leaflet import (
    Wanted,
    check_address,
    open_draft,
    retype,
    send_by_smtp,
    write_letter,
)
from leaflet_app.services.settings import change
from tests.builders import a_selection
from tests.fakes import FakePrograms, FakeSecrets, FakeTools, NoSecrets, a_desk
from tests.kept import holding

ANN = Recipient("Canary Onymous", "REF-CANARY-77")
ADDRESS = "tweety.bird@example.org"
TO_ANN = Wanted(ADDRESS)
BY_SMTP = Wanted(ADDRESS, way=MailWay.SMTP)
CHOSEN = a_selection("insulinoma", recipient=ANN, is_summary=True)


class AnothersRender:
    """Renders every leaflet for somebody else."""

    def __call__(self, leaflet, look):
        return render(replace(leaflet, for_person="For: Zoë Else · REF 1"), look)


@pytest.fixture
def desk(library, home):
    """Return a desk with a real renderer, a mail program and a keyring."""
    return a_desk(library, render, home, FakeTools())


@pytest.fixture
def sending(desk):
    """Return the desk with a mail server set up."""
    change(desk, "mail.sender", "desk@clinic.org")
    change(desk, "mail.server", "mail.clinic.org")
    return desk


def attachment_of(content):
    """Return the one attachment of a message."""
    [attachment] = message_from_bytes(content, policy=default).iter_attachments()
    return attachment


def noted(home):
    """Return what the register was told of."""
    return read(folder_of(home) / FILE).entries


def test_a_letter_holds_the_leaflet_and_says_so_for_the_practice(desk):
    written = write_letter(desk, CHOSEN, TO_ANN)

    letter = written.letter
    assert letter.address == ADDRESS
    assert letter.subject == "Information from Dr Mark Vanderpump"
    assert letter.pdf == written.made.rendered.pdf
    assert letter.text.startswith(GREETING)
    assert "Dr Mark Vanderpump" in letter.html
    assert (letter.reference, letter.is_protected, written.passphrase) == ("REF-CANARY-77", False, "")
    assert written.pages == written.made.rendered.pages


def test_neither_person_nor_topic_stands_where_everyone_can_read_it(desk):
    letter = write_letter(desk, CHOSEN, TO_ANN).letter

    open_parts = " ".join((letter.subject, letter.file_name, letter.message_id, letter.sender_name, letter.text))
    assert not [word for word in ("Canary", "CANARY", "nsulinoma") if word in open_parts + letter.html]


@pytest.mark.parametrize(
    "subject", ["Your insulinoma leaflet", "For Mrs Onymous", "Re REF-CANARY-77", "Leaflet {code}"]
)
def test_a_subject_that_tells_more_is_refused(desk, subject):
    with pytest.raises(MailRefused):
        write_letter(desk, CHOSEN, replace(TO_ANN, subject=subject))


def test_words_for_one_letter_go_before_those_of_the_settings(desk):
    change(desk, "mail.subject", "From {consultant}")
    wanted = replace(TO_ANN, greeting="Dear Ann,", body="{greeting} here are {pages}.")

    letter = write_letter(desk, CHOSEN, wanted).letter

    assert letter.subject == "From Dr Mark Vanderpump"
    assert letter.text.startswith("Dear Ann, here are ")


def test_the_prefix_that_asks_for_encryption_comes_first(desk):
    change(desk, "mail.secure_prefix", "[secure]")
    change(desk, "mail.secure_except", "nhs.net")

    assert write_letter(desk, CHOSEN, TO_ANN).letter.subject == "[secure] Information from Dr Mark Vanderpump"
    assert not write_letter(desk, CHOSEN, Wanted("ann@nhs.net")).letter.subject.startswith("[")


def test_a_protected_leaflet_opens_with_the_passphrase_and_no_letter_holds_it(desk):
    written = write_letter(desk, CHOSEN, replace(TO_ANN, is_protected=True))

    with pikepdf.open(BytesIO(written.letter.pdf), password=written.passphrase) as opened:
        assert len(opened.pages) == written.pages
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(written.letter.pdf))
    assert written.letter.is_protected
    assert written.passphrase not in repr(written.letter) + repr(written)


def test_the_settings_say_whether_a_leaflet_is_protected_unless_the_person_does(desk):
    change(desk, "mail.protect", "yes")

    assert write_letter(desk, CHOSEN, TO_ANN).passphrase
    assert not write_letter(desk, CHOSEN, replace(TO_ANN, is_protected=False)).passphrase


@pytest.mark.parametrize("is_protected", [False, True])
def test_the_leaflet_of_another_person_does_not_go(library, home, is_protected):
    desk = a_desk(library, AnothersRender(), home)

    for recipient in (ANN, Recipient()):
        with pytest.raises(MailRefused, match="whom this leaflet is for"):
            write_letter(desk, replace(CHOSEN, recipient=recipient), replace(TO_ANN, is_protected=is_protected))


def test_a_leaflet_for_nobody_in_particular_is_read_back_too(desk):
    assert write_letter(desk, replace(CHOSEN, recipient=Recipient()), TO_ANN).pages


def test_a_booklet_is_counted_by_its_sheets(desk):
    assert write_letter(desk, replace(CHOSEN, format=Format.BOOKLET), TO_ANN).pages


def test_a_person_is_asked_about_what_may_be_wrong(desk):
    wanted = Wanted("john.smith@gmial.com")

    warnings = write_letter(desk, CHOSEN, wanted).warnings

    assert warnings[0] == "Did you mean john.smith@gmail.com?"
    assert any("spells another name" in each for each in warnings)
    assert any("Awaiting clinical review" in each for each in warnings)
    assert any("is not protected" in each for each in warnings)


def test_an_address_that_was_last_used_for_another_reference_is_warned_of(sending):
    send_by_smtp(sending, write_letter(sending, CHOSEN, BY_SMTP))
    another = replace(CHOSEN, recipient=Recipient("", "REF-2"))

    first, again = (write_letter(sending, each, TO_ANN).warnings for each in (another, CHOSEN))

    assert set(first) - set(again)


def test_records_that_cannot_be_read_stop_no_letter(desk, monkeypatch):
    def unusable(*_asked):
        raise RecordsUnusable("the disk is full", "Free some space.")

    monkeypatch.setattr(outbox, "warn_of_address", unusable)

    assert any("look up" in each for each in write_letter(desk, CHOSEN, TO_ANN).warnings)


def test_the_address_typed_again_must_be_the_same(desk):
    written = write_letter(desk, CHOSEN, replace(TO_ANN, retyped=f" {ADDRESS} "))

    retype(written, ADDRESS)
    with pytest.raises(AddressRefused, match="typed before") as refused:
        retype(written, "tweety.bird@example.net")
    with pytest.raises(AddressRefused):
        write_letter(desk, CHOSEN, replace(TO_ANN, retyped="tweety@example.org"))
    assert "tweety" not in refused.value.message


def test_an_address_is_checked_by_itself_too():
    assert check_address("ann@gmial.com").suggestion == "ann@gmail.com"
    with pytest.raises(AddressRefused):
        check_address("ann@example.org, bob@example.org")


def test_a_draft_is_opened_in_the_persons_own_program_and_noted(desk):
    opened = open_draft(desk, write_letter(desk, CHOSEN, TO_ANN))

    [(draft, address, subject, text, attachment)] = desk.tools.programs.drafts
    message = message_from_bytes(draft.read_bytes(), policy=default)
    assert (opened.pdf, opened.notice) == (None, "")
    assert address == message["To"] == ADDRESS
    assert subject == message["Subject"]
    assert text.startswith(GREETING)
    assert attachment.read_bytes() == attachment_of(draft.read_bytes()).get_content()
    [entry] = noted(desk.home)
    assert (entry.way, entry.passport) == (Way.DRAFT, write_letter(desk, CHOSEN, TO_ANN).made.leaflet.code)


def test_without_a_mail_program_the_leaflet_is_saved_shown_and_noted_as_saved(library, home):
    desk = a_desk(library, render, home, FakeTools(programs=FakePrograms(has_mail=False)))
    written = write_letter(desk, CHOSEN, TO_ANN)

    first, second = open_draft(desk, written), open_draft(desk, written)

    assert first.pdf.parent == second.pdf.parent == paths.documents()
    assert first.pdf != second.pdf
    assert first.pdf.read_bytes() == written.letter.pdf
    assert desk.tools.programs.revealed == [first.pdf, second.pdf]
    assert first.address == ADDRESS
    assert not (home / FOLDER).exists()
    assert [each.way for each in noted(home)] == [Way.SAVE, Way.SAVE]


def test_a_leaflet_is_saved_where_a_person_asks(library, home, tmp_path):
    desk = a_desk(library, render, home, FakeTools(programs=FakePrograms(has_mail=False)))

    assert open_draft(desk, write_letter(desk, CHOSEN, TO_ANN), folder=tmp_path).pdf.parent == tmp_path


def test_a_letter_that_was_open_when_an_admin_locked_its_way_does_not_go(sending):
    written = write_letter(sending, CHOSEN, BY_SMTP)
    sending.policy.write_text('[mail]\nway = "draft"\n', encoding="utf-8")

    with pytest.raises(MailRefused, match="every email sent as a draft"):
        send_by_smtp(sending, written)
    assert outbox.mails(sending) == ()


def test_a_letter_by_smtp_waits_in_the_outbox_from_the_sender_of_the_settings(sending):
    written = write_letter(sending, CHOSEN, BY_SMTP)

    mail = send_by_smtp(sending, written)

    assert (mail.state, mail.address) == (MailState.QUEUED, ADDRESS)
    message = message_from_bytes(message_of(written.letter), policy=default)
    assert [each.addr_spec for each in message["From"].addresses] == ["desk@clinic.org"]
    assert message["From"].addresses[0].display_name == "Dr Mark Vanderpump"
    assert message["Message-ID"].endswith("@clinic.org>")
    assert written.letter.given.way is Way.EMAIL


@pytest.mark.parametrize("name", ["mail.sender", "mail.server"])
def test_without_a_server_or_sender_nothing_is_queued(desk, name):
    change(desk, name, "clinic.org" if name == "mail.server" else "desk@clinic.org")

    with pytest.raises(MailRefused, match="is set"):
        write_letter(desk, CHOSEN, BY_SMTP)
    with pytest.raises(MailRefused, match="is set"):
        send_by_smtp(desk, write_letter(desk, CHOSEN, TO_ANN))


def test_without_a_keyring_nothing_is_kept(library, home):
    desk = a_desk(library, render, home, FakeTools(secrets=NoSecrets()))
    change(desk, "mail.sender", "desk@clinic.org")
    change(desk, "mail.server", "mail.clinic.org")

    with pytest.raises(MailRefused):
        send_by_smtp(desk, write_letter(desk, CHOSEN, BY_SMTP))


def test_no_file_name_or_log_knows_who_was_written_to(sending, caplog):
    caplog.set_level(logging.DEBUG)
    written = write_letter(sending, CHOSEN, replace(BY_SMTP, is_protected=True))

    send_by_smtp(sending, written)
    open_draft(sending, written)

    canaries = ("Canary", "CANARY", "tweety.bird", *written.passphrase.split())
    left = holding(sending.home, *canaries[:3], written.passphrase)
    assert [name for name in left if not name.startswith(FOLDER)] == []
    assert not [
        word for word in canaries for name in sending.home.rglob("*") if word in str(name.relative_to(sending.home))
    ]
    assert not [word for word in canaries[:3] if word in caplog.text]
    assert written.passphrase not in caplog.text


def test_nothing_told_of_a_refused_letter_names_anyone(library, home):
    desk = a_desk(library, AnothersRender(), home, FakeTools(secrets=FakeSecrets()))

    with pytest.raises(MailRefused) as refused:
        write_letter(desk, CHOSEN, TO_ANN)

    said = f"{refused.value.message} {refused.value.remedy} {refused.value.__cause__!r}"
    assert not [word for word in ("Canary", "CANARY", "tweety", "Zoë") if word in said]
