"""What a clinician signs loses no word, whatever was written and changed."""

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import plain
from leaflet_app.domain.compose.to_sign_marks import marked
from leaflet_app.domain.compose.to_sign_text import Shape, pieces
from leaflet_app.domain.fate import Fate

WORDS = st.lists(st.sampled_from(["a", "lump", "grows", "slowly.", "**Scans**", "help"]), min_size=1, max_size=6)
LINES = st.builds(lambda mark, said: mark + " ".join(said), st.sampled_from(["", "- ", "## ", "\n"]), WORDS)
TEXTS = st.lists(LINES, max_size=8).map("\n".join)


@given(before=TEXTS, now=TEXTS)
def test_all_words_stand_there_those_taken_out_and_those_that_are_there_now(before, now):
    shown = marked(pieces(before), pieces(now))

    def said(gone):
        kept = ([run for run in each.text if run.fate is not gone] for each in shown)
        return [plain(text) for text in kept if text]

    assert said(Fate.TAKEN) == [each.said for each in pieces(now)]
    assert sorted("".join(said(Fate.PUT))) == sorted("".join(each.said for each in pieces(before)))


def test_a_line_goes_on_on_the_next_one():
    (one, other) = pieces("- a lump\n  that grows\n\nIt is\nsmall.")

    assert (one.shape, one.said) == (Shape.BULLET, "a lump that grows")
    assert (other.shape, other.said) == (Shape.PARAGRAPH, "It is small.")


def test_a_link_is_its_words_and_the_address_that_paper_shows():
    (piece,) = pieces("See [the trial](https://trial.example/a) and [surgery](topic:treat-surgery).")

    assert piece.said == "See the trial (trial.example/a) and surgery."
