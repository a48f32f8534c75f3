"""What an editor offers to write next."""

import pytest

from leaflet_app.domain.completing import Names, Offer, offers

KNOWN = {
    Names.TOPICS: (Offer("men1", "Multiple endocrine neoplasia"), Offer("insulinoma", "Insulinoma")),
    Names.LINKS: (Offer("Insulinoma](topic:insulinoma)"),),
    Names.ORGANISATIONS: (Offer("ncuk", "Neuroendocrine Cancer UK"),),
    Names.SOURCES: (Offer("cruk", "Cancer Research UK"), Offer("bjs", "A review")),
    Names.WORDS: (Offer("hormone", "a message"), Offer("Scan", "a picture")),
}
FRONT = '+++\nsupport = ["{0}\n[facts]\nspread = {{ text = "about 1 in 10", sources = ["{1}"] }}\n+++\n\nBody {2}'


def offered(text, at=None):
    found = offers(text, len(text) if at is None else at, KNOWN)
    return [each.put for each in found.those] if found else None


@pytest.mark.parametrize(
    ("written", "those"),
    [
        ("{", ["spread"]),
        ("{sp", ["spread"]),
        ("{x", None),
        ("[text](topic:neopl", ["men1"]),
        ("[Insu", ["Insulinoma](topic:insulinoma)"]),
        ("a hor", ["hormone"]),
        ("a sc", ["Scan"]),
        ("", None),
    ],
)
def test_the_body_offers_what_can_stand_there(written, those):
    assert offered(FRONT.format("", "", written)) == those


def test_a_heading_offers_the_keys_of_sections():
    assert offered("## Tests {#te") == ["tests"]


def test_lists_of_names_offer_what_can_be_named_in_them():
    text = FRONT.format("n", "c", "")

    assert offered(text, text.index('["n') + 3) == ["ncuk"]
    assert offered(text, text.index('["c') + 3) == ["cruk"]


def test_the_second_name_of_a_list_is_offered_too():
    text = '+++\nrelated = ["men1",\n    "ins"]\n+++\n'

    assert offered(text, text.index('ins"') + 3) == ["insulinoma"]


def test_what_is_written_takes_the_place_of_the_letters_typed():
    text = FRONT.format("", "", "{sp")

    assert text[offers(text, len(text), KNOWN).start :] == "sp"


@pytest.mark.parametrize("front", ["\n" * 60_000, "x = [" + "a" * 60_000 + "[", " \n" * 30_000])
def test_no_front_matter_keeps_somebody_waiting_while_typing(front):
    assert offers(f"+++\n{front}\n+++\n", len(front) + 4, {}) is None


@pytest.mark.parametrize("line", ["a" * 60_000 + " ", "[" * 60_000 + "]", "[a" * 30_000 + "]"])
def test_no_line_keeps_somebody_waiting_while_typing(line):
    assert offers(line, len(line), {}) is None
