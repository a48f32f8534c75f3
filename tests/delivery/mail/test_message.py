"""A letter as bytes: read back by the standard library's parser, it is one message to one person and nothing more."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leaflet_app.delivery.mail.message import draft_of, message_of
from leaflet_app.domain.errors import MailRefused
from tests.records.letters import a_letter

LETTER = a_letter(
    text="Hello,\n\nFrom Łódź.\n.\n" + "long " * 300,
    html="<p>Łódź</p>\n",
    pdf=b"%PDF-1.7\r\n\x00\xff\n.\r\n",
    reference="R7",
)

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]

LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=100).map(
    lambda text: " ".join(text.split())
)
"""What a person may type on one line."""


def read(content):
    """Return a message read back."""
    return message_from_bytes(content, policy=default)


def decoded(content, header):
    """Return a header's words as a mail program shows them (RFC 2047)."""
    written = message_from_bytes(content)[header]
    return str(make_header(decode_header(written.replace("\r\n", ""))))


def test_it_holds_the_headers_of_a_letter_and_none_of_this_computer():
    message = read(message_of(LETTER))

    assert list(message.keys()) == HEADERS
    assert message["To"] == LETTER.address
    assert message["Message-ID"] == LETTER.message_id
    assert message["Date"].datetime == LETTER.sent_on


def test_it_goes_to_exactly_one_address():
    message = read(message_of(LETTER))

    assert [each.addr_spec for each in message["To"].addresses] == [LETTER.address]
    assert message["Cc"] is None
    assert message["Bcc"] is None


def test_it_holds_the_text_twice_and_one_leaflet():
    message = read(message_of(LETTER))
    [attachment] = message.iter_attachments()

    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == LETTER.text + "\n"
    assert message.get_body(("html",)).get_content().replace("\r\n", "\n") == LETTER.html
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_filename() == LETTER.file_name
    assert attachment.get_content() == LETTER.pdf


def test_every_line_is_short_and_of_seven_bits():
    content = message_of(LETTER)

    assert content.isascii()
    assert b"\x00" not in content
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", content)


def test_the_reference_of_the_patient_is_nowhere_in_it():
    assert b"R7" not in message_of(replace(LETTER, pdf=b"%PDF")).replace(LETTER.message_id.encode(), b"")


@given(LINES, LINES, st.booleans())
@example("Gwybodaeth – informação " * 5, "Dr “Żółć”, Smith <bob@example.org>; long", True)
@example("", "bob@example.org, x", False)
def test_any_subject_and_name_come_back_as_they_were_typed(subject, name, is_secure):
    wanted = f"[secure] {subject}".strip() if is_secure else subject
    content = message_of(replace(LETTER, subject=wanted, sender_name=name))

    assert list(read(content).keys()) == HEADERS
    assert [each.addr_spec for each in read(content)["To"].addresses] == [LETTER.address]
    assert decoded(content, "Subject").strip() == wanted
    shown = decoded(content, "From").removesuffix(f" <{LETTER.sender}>")
    assert name in {"", shown, parseaddr(shown + " <a@b.c>")[0]}
    if is_secure:
        assert b"\r\nSubject: [secure]" in content


@pytest.mark.parametrize("sign", ["\r\nBcc: bob@example.org", "\n", "\r", "\x00", "\x0b", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("field", ["subject", "sender_name", "message_id", "sender", "address", "file_name"])
def test_nothing_can_begin_another_header(field, sign):
    whole = getattr(LETTER, field)

    for broken in (f"{whole}{sign}", f"{whole[:3]}{sign}{whole[3:]}"):
        with pytest.raises(MailRefused):
            message_of(replace(LETTER, **{field: broken}))


@pytest.mark.parametrize(
    "address", ["", "ann", "ann@example.org, bob@example.org", "a@b@c.org", "zoë@example.org", "<a@b.c>"]
)
def test_only_one_plain_address_is_written(address):
    for field in ("address", "sender"):
        with pytest.raises(MailRefused):
            message_of(replace(LETTER, **{field: address}))


@pytest.mark.parametrize("name", ["../../x.pdf", "leaflet.exe", "Ann Smith.pdf", ".pdf", "leaflet.pdf.exe", "zoë.pdf"])
def test_an_attachment_has_a_plain_name(name):
    with pytest.raises(MailRefused):
        message_of(replace(LETTER, file_name=name))


def test_a_draft_is_one_still_to_be_sent_and_leaves_sender_day_and_number_to_the_program_that_sends_it():
    message = read(draft_of(replace(LETTER, sender="")))

    assert list(message.keys()) == ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
    assert message["X-Unsent"] == "1"
    assert [each.get_content() for each in message.iter_attachments()] == [LETTER.pdf]
