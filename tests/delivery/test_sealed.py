"""What is sealed is opened with its key, in its place, unchanged, or not at all."""

import pytest

from leaflet_app.delivery.sealed import Seal, SealBroken, new_key

KEY = bytes(range(32))
PLAIN = b"Dear Ada Canary"


def test_what_was_sealed_can_be_opened():
    assert Seal(KEY).open(Seal(KEY).close(PLAIN, "row", "payload"), "row", "payload") == PLAIN


def test_equal_words_are_sealed_differently_each_time():
    assert Seal(KEY).close(PLAIN, "row", "payload") != Seal(KEY).close(PLAIN, "row", "payload")


@pytest.mark.parametrize(("row", "column"), [("other", "payload"), ("row", "label")])
def test_what_was_moved_to_another_place_is_refused(row, column):
    sealed = Seal(KEY).close(PLAIN, "row", "payload")

    with pytest.raises(SealBroken):
        Seal(KEY).open(sealed, row, column)


def test_what_was_changed_or_cut_is_refused():
    sealed = Seal(KEY).close(PLAIN, "row", "payload")
    flipped = [sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))]

    for broken in (*flipped, sealed[:-1], sealed[:5], b""):
        with pytest.raises(SealBroken):
            Seal(KEY).open(broken, "row", "payload")


def test_another_key_opens_nothing_and_has_another_name():
    sealed = Seal(KEY).close(PLAIN, "row", "payload")
    other = Seal(new_key())

    with pytest.raises(SealBroken):
        other.open(sealed, "row", "payload")
    assert other.name != Seal(KEY).name


def test_marks_are_equal_for_equal_words_under_one_key_only():
    mark = Seal(KEY).mark("ada@example.org")

    assert mark == Seal(KEY).mark("ada@example.org")
    assert mark != Seal(new_key()).mark("ada@example.org")
    assert mark != Seal(KEY).mark("ada@example.com")
    assert Seal(KEY).mark("") == ""
