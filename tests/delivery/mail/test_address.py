"""The gate for addresses: one person, letters that are what they look like, and a question about slips."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leaflet_app.delivery.mail.address import checked
from leaflet_app.delivery.mail.known_domains import KNOWN, meant
from leaflet_app.domain.errors import AddressRefused

CYRILLIC_A = "\u0430"

ODD = st.sampled_from([*"ab.@,;:<>()[]\"'\\ %!\t\r\n\u200b\u202e\ufeff", CYRILLIC_A, "＠", "；", "@gmail.com", "Bcc: "])


@pytest.mark.parametrize(
    "address",
    [
        "ann@example.org",
        "Ann.Smith+clinic@Example.ORG",
        "o'hara@example.org",
        "ann_1@mail.barts.nhs.uk",
        f"{'x' * 64}@example.org",
    ],
)
def test_a_plain_address_passes_as_it_is_and_asks_nothing(address):
    name, _, domain = address.partition("@")

    found = checked(f" {address}\n")

    assert (found.address, found.question) == (f"{name}@{domain.lower()}", "")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing was typed"),
        ("ann.example.org", "no @"),
        ("ann@example.org, bob@example.org", "more than one"),
        ("ann@example.org;bob@example.org", "more than one"),
        ("ann@bob@example.org", "more than one"),
        ("ann@example.org bob@example.org", "more than one"),
        ("Ann Smith <ann@example.org>", "more in it than an address"),
        ("ann@example.org <bob@example.org>", "more than one"),
        ('"ann smith"@example.org', "more in it than an address"),
        ("ann@[127.0.0.1]", "more in it than an address"),
        ("ann smith@example.org", "a space"),
        ("ann@example.org\r\nBcc: bob@example.org", "nobody sees"),
        ("ann\u200b@example.org", "nobody sees"),
        ("ann\u202e@example.org", "nobody sees"),
        ("ann\x00@example.org", "nobody sees"),
        ("\ud800@example.org", "nobody sees"),
        ("ann%example.net@example.org", "pass the mail on"),
        ("example.net!ann@example.org", "pass the mail on"),
        (f"{CYRILLIC_A}nn@example.org", "a Cyrillic letter, which may only look like one of ours"),
        ("zoë@example.org", "a letter with an accent"),
        ("ann☺@example.org", "a sign that no address has"),
        ("ann..smith@example.org", "before the @"),
        (".ann@example.org", "before the @"),
        (f"{'x' * 65}@example.org", "before the @"),
        ("ann@localhost", "after the @"),
        ("ann@example..org", "after the @"),
        ("ann@-example.org", "after the @"),
        (f"ann@{'x.' * 130}org", "too long"),
    ],
)
def test_anything_else_is_refused_in_words_that_do_not_repeat_it(typed, why):
    with pytest.raises(AddressRefused) as refused:
        checked(typed)

    assert why in refused.value.message
    assert "ann" not in refused.value.message + refused.value.remedy
    assert "ann@" not in repr(refused.value.__cause__)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        (f"ann@ex{CYRILLIC_A}mple.org", "xn--exmple-4nf.org"),
        ("ann@münchen.de", "xn--mnchen-3ya.de"),
        ("ann@xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("ann@ｅxample.org", "example.org"),
    ],
)
def test_a_domain_of_other_letters_is_shown_as_computers_read_it(typed, plain):
    found = checked(typed)

    assert found.address == f"ann@{plain}"
    assert f"computers read {plain}. Is that right?" in found.question
    assert not found.suggestion


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("oal.com", "aol.com"),
        ("gmail.co", "gmail.com"),
        ("gmai1.com", "gmail.com"),
        ("hotmial.co.uk", "hotmail.co.uk"),
        ("hotmail.co.ku", "hotmail.co.uk"),
        ("btintenet.com", "btinternet.com"),
        ("btinternet.cm", "btinternet.com"),
        ("yaho.co.uk", "yahoo.co.uk"),
        ("nhs.ne", "nhs.net"),
        ("outlok.com", "outlook.com"),
        ("iclod.com", "icloud.com"),
        ("myclinic.con", "myclinic.com"),
        ("myclinic.couk", "myclinic.co.uk"),
    ],
)
def test_a_slip_in_a_well_known_domain_is_asked_about(typed, right):
    found = checked(f"ann@{typed}")

    assert found.address == f"ann@{typed}"
    assert found.question == f"Did you mean ann@{right}?"
    assert found.suggestion == f"ann@{right}"


@pytest.mark.parametrize(
    "domain", ["example.org", "uclh.nhs.uk", "bbc.co.uk", "clinic.com", "posteo.de", "ed.ac.uk", "live.ac.uk"]
)
def test_a_domain_of_its_own_is_not_asked_about(domain):
    assert not checked(f"ann@{domain}").question


@pytest.mark.parametrize("domain", sorted(KNOWN))
def test_a_known_domain_never_gets_a_suggestion(domain):
    assert not meant(domain)
    assert checked(f"ann@{domain}").question == ""


@given(st.one_of(st.text(max_size=40), st.lists(ODD, max_size=12).map("".join)))
@example("a@example.org\u2028b@example.org")
@example("a@example.org\x0bb@example.org")
def test_never_more_than_one_recipient_comes_out(untrusted):
    try:
        found = checked(untrusted)
    except AddressRefused:
        return
    assert found.address.count("@") == 1
    assert found.address.isascii()
    assert found.address.isprintable()
    assert not set(found.address) & set(' ,;:<>()[]"\\%!')
