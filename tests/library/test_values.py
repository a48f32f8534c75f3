"""Only plain values of the domain come back from JSON."""

import pytest

from leaflet_app.domain.blocks import Box, Paragraph, Tone, words
from leaflet_app.library.values import rebuilt, shape, source


def test_a_block_comes_back_as_it_was():
    box = Box(Tone.NOTE, (Paragraph(words("Ring us.", bold=True)),))

    assert rebuilt(source(box)) == box


@pytest.mark.parametrize("untrusted", [["Path", "/etc"], ["open", "a"], ["Run"], []])
def test_what_is_no_value_of_the_domain_is_refused(untrusted):
    with pytest.raises((KeyError, TypeError, IndexError)):
        rebuilt(untrusted)


def test_the_shape_names_every_field_and_member():
    assert "Run ['text', 'bold', 'link'" in shape()
    assert "Tone [\"'draft'\"" in shape()
