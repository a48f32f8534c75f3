"""Which parts of one row stand for which of another; a bait is a text that once took minutes, and no test waits so."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.comparing import steps
from leaflet_app.domain.editing_marks import Part, marks_of
from leaflet_app.domain.fate import Fate
from leaflet_app.domain.passages import passages
from leaflet_app.domain.sentence_marks import sentence_marks
from leaflet_app.domain.word_changes import word_changes

ROWS = st.lists(st.sampled_from("abc"), max_size=12)
LONG = 60_000
BAITS = (
    "[" * LONG,
    "[a](" * (LONG // 4),
    "a " * (LONG // 2),
    "- a\n" * (LONG // 4),
    "\n" * LONG,
    "\t \t" * (LONG // 3) + "x",
    "# " + " " * LONG + "x",
    "+++\n" + "a" * LONG + "\n+++\n",
    "+++\ntitle = " + '"\\' * (LONG // 2) + "\n+++\n",
    'title = "a" ' + "a" * LONG,
)


@given(ROWS, ROWS)
def test_the_steps_lead_from_one_row_to_the_other(before, after):
    found = steps(before, after)

    assert [part for _, start, end, _, _ in found for part in before[start:end]] == before
    assert [part for _, _, _, start, end in found for part in after[start:end]] == after
    assert all((before[a:b] == after[c:d]) == (kind == "equal") for kind, a, b, c, d in found)


@given(ROWS)
def test_what_was_put_into_a_row_is_all_that_differs(row):
    assert [kind for kind, *_ in steps(row, [*row, "x", *row]) if kind != "equal"] == ["insert"]


def test_without_haste_it_tells_what_the_matcher_tells():
    before, after = ["the", "lump", "is", "small"], ["a", "lump", "was", "small"]

    assert steps(before, after) == SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def test_a_text_made_to_be_slow_counts_as_changed_where_patience_ends():
    changes = word_changes("a x " * 3000, "a y " * 3000)

    assert "".join(each.text for each in changes if each.fate is not Fate.PUT) == "a x " * 3000
    assert "".join(each.text for each in changes if each.fate is not Fate.TAKEN) == "a y " * 3000


@pytest.mark.parametrize("bait", BAITS, ids=range(len(BAITS)))
def test_no_bait_holds_up_editor_comparison_or_translation(bait):
    text = f"## What it is {{#what}}\n\n{bait}"

    assert all(marks_of(line, part) for line in bait.split("\n") for part in Part if part)
    assert word_changes(bait, f"z {bait} y")
    assert passages(bait) is not None
    assert sentence_marks(text, f"{text} More.", text) is not None
