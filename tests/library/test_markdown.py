"""Plain words are read quickly, and as markdown-it reads them with all its rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.library.markdown import parser, standard
from tests.builders import SHIPPED_LIBRARY

PIECES = (
    *("word", "é", "字", "two words", "A", "1", "1.", "2)", "- ", "* ", "+ ", "# ", "## ", "> ", "```", "~~~", "---"),
    *(
        "===",
        "\n",
        "\n\n",
        " ",
        "  ",
        "    ",
        "\t",
        "**",
        "*",
        "_",
        "__",
        "~~",
        "`",
        "[",
        "]",
        "(",
        ")",
        "![",
        "<",
        ">",
    ),
    *(
        "<b>",
        "<!--",
        "\\",
        "\\*",
        "&amp;",
        "{x}",
        "{#what}",
        "https://example.org",
        "|",
        "!",
        ":",
        "@",
        "\u00a0",
        "\ufffc",
    ),
)


def tokens(by, text):
    return [token.as_dict() for token in by.parse(text)]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_the_tokens_that_all_rules_give(text):
    assert tokens(parser(), text) == tokens(standard(), text)


@pytest.mark.parametrize("file", sorted(SHIPPED_LIBRARY.glob("*/insulinoma/*.md")), ids=lambda file: file.name)
def test_a_topic_gives_the_tokens_that_all_rules_give(file):
    text = file.read_text("utf-8")

    assert tokens(parser(), text) == tokens(standard(), text)
