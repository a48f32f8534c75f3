"""The bytes of a file become text in one way, and no letter is lost on the way back."""

import pytest

from leaflet_app.domain.file_text import text_of, text_shown


@pytest.mark.parametrize("read", [text_of, text_shown])
def test_the_mark_of_utf_8_and_line_ends_of_windows_are_no_words(read):
    assert read(b"\xef\xbb\xbfCaf\xc3\xa9\r\nopen\r\n") == "Café\nopen\n"


def test_what_is_not_utf_8_is_refused_to_who_writes_unseen():
    with pytest.raises(ValueError, match="utf-8"):
        text_of(b"Caf\xe9")


@pytest.mark.parametrize(
    ("content", "shown"), [(b"Caf\xe9 \x96 open", "Café – open"), (b"\x81\xe9", "\x81é"), (b"a\rb", "a\nb")]
)
def test_what_is_not_utf_8_is_shown_with_its_letters_and_none_is_lost(content, shown):
    assert text_shown(content) == shown
