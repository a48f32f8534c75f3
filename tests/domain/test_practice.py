"""Who hands the leaflet over, and in which colours."""

import pytest

from leaflet_app.domain.practice import Brand, picture_kind


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#12345G", "#123456\n", "red; } body { display: none"])
@pytest.mark.parametrize("field", ["band", "accent"])
def test_what_is_no_colour_enters_no_brand(field, colour):
    with pytest.raises(ValueError, match="is not a colour"):
        Brand(**{field: colour})


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"\x89PNG\r\n\x1a\n...", "png"), (b"\xff\xd8\xff\xe0", "jpeg"), (b"\x89PNG", ""), (b"<svg/>", ""), (b"", "")],
)
def test_a_picture_is_known_by_its_first_bytes(content, kind):
    assert picture_kind(content) == kind
