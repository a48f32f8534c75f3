"""Edits of single values: what was asked is there, and every other byte is where it was."""

import tomllib
from datetime import date
from difflib import ndiff

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflet_app.domain.errors import EditRefused
from leaflet_app.library.writing import in_front_matter, with_entry, with_fields, with_row, without_table, written
from tests.builders import SHIPPED_LIBRARY

INSULINOMA = (SHIPPED_LIBRARY / "topics/insulinoma/en-GB.md").read_text(encoding="utf-8")
SOURCES = (SHIPPED_LIBRARY / "sources.toml").read_text(encoding="utf-8")

FRONT = """# About the text
id = "a"  # its folder

[facts]  # figures
size = { text = "2 # cm",  low = 1 } # seen twice
# between
odd = { text = "x", sources = [
    "one",
    "two",
] }

[review]
status = "draft"
# last
"""


def changed_lines(before, after):
    """Return the lines that only one of two texts has."""
    return [each for each in ndiff(before.split("\n"), after.split("\n")) if each[0] in "+-"]


def test_a_fact_is_changed_in_its_own_line_and_keeps_its_comment():
    after = with_entry(FRONT, "facts", "size", {"text": 'about "3" cm', "low": 1, "sources": ["cruk"]})

    assert changed_lines(FRONT, after) == [
        '- size = { text = "2 # cm",  low = 1 } # seen twice',
        '+ size = { text = "about \\"3\\" cm", low = 1, sources = ["cruk"] } # seen twice',
    ]


def test_a_fact_that_stays_as_it_is_keeps_its_bytes():
    assert with_entry(FRONT, "facts", "size", {"text": "2 # cm", "low": 1}) == FRONT


def test_a_new_fact_follows_the_last_one():
    after = with_entry(FRONT, "facts", "new", {"text": "n", "year": 2020, "is_outlook": True, "words": None})

    assert changed_lines(FRONT, after) == ['+ new = { text = "n", year = 2020, is_outlook = true }']
    assert after.split("\n").index('new = { text = "n", year = 2020, is_outlook = true }') == 10


def test_the_first_fact_gets_a_table_before_the_review():
    before = '[review]\nstatus = "draft"\n'

    assert with_entry(before, "facts", "a", {"text": "x"}) == f'[facts]\na = {{ text = "x" }}\n\n{before}'


def test_a_fact_in_a_table_of_its_own_stays_one():
    before = '[facts.size]\ntext = "a" # why\nlow = 1\n'

    assert with_entry(before, "facts", "size", {"text": "b", "high": 2}) == '[facts.size]\ntext = "b" # why\nhigh = 2\n'
    assert with_entry(before, "facts", "size", None) == ""


def test_a_fact_is_taken_away_with_all_its_lines():
    assert changed_lines(FRONT, with_entry(FRONT, "facts", "odd", None)) == [
        '- odd = { text = "x", sources = [',
        '-     "one",',
        '-     "two",',
        "- ] }",
    ]


def test_fields_of_a_table_come_change_and_go():
    after = with_fields(FRONT, "review", {"status": "in-review", "version": "0.2.0"})

    assert changed_lines(FRONT, after) == ['- status = "draft"', '+ status = "in-review"', '+ version = "0.2.0"']
    assert with_fields(after, "review", {"version": None, "status": "draft"}) == FRONT


def test_a_row_is_put_after_the_last_and_taken_away_between_comments():
    before = '# top\n[[source]]\nid = "a"\n\n# of the north\n\n[[source]]\nid = "b"\n# end\n'
    after = with_row(before, "source", {"id": "c", "accessed": date(2026, 11, 22)})

    assert after == before.replace("# end", '\n[[source]]\nid = "c"\naccessed = 2026-11-22\n# end')
    assert without_table(before, "source[0]") == '# top\n\n# of the north\n\n[[source]]\nid = "b"\n# end\n'
    assert without_table(before, "source[1]") == '# top\n[[source]]\nid = "a"\n\n# of the north\n\n# end\n'


def test_the_first_row_stands_at_the_end():
    assert with_row(FRONT, "pictures", {"file": "a.png"}) == f'{FRONT}\n[[pictures]]\nfile = "a.png"\n'
    assert with_row("", "source", {"id": "a"}) == '[[source]]\nid = "a"\n'


@pytest.mark.parametrize(
    ("before", "edit"),
    [
        ('facts = { a = { text = "x" } }\n', lambda text: with_entry(text, "facts", "a", {"text": "y"})),
        ('[facts]\na.text = "x"\n', lambda text: with_entry(text, "facts", "a", {"text": "y"})),
        ('review = { status = "draft" }\n', lambda text: with_fields(text, "review", {"status": "retired"})),
        ('source = [{ id = "a" }]\n', lambda text: without_table(text, "source[0]")),
        ('source = [{ id = "a" }]\n', lambda text: with_row(text, "source", {"id": "b"})),
        ('[facts]\na = { text = "x"\n', lambda text: with_entry(text, "facts", "b", {"text": "y"})),
        ("[facts]\n", lambda text: with_entry(text, "facts", "gone", None)),
        ("no fence", lambda text: in_front_matter(text, str)),
    ],
)
def test_what_a_form_cannot_change_is_refused_in_words(before, edit):
    with pytest.raises(EditRefused, match="The library was not changed"):
        edit(before)


def test_the_body_below_the_front_matter_stays():
    after = in_front_matter(INSULINOMA, lambda front: with_fields(front, "review", {"version": "0.2.0"}))

    assert changed_lines(INSULINOMA, after) == ['- version = "0.1.0"', '+ version = "0.2.0"']


VALUES = st.text(st.characters(exclude_categories=("Cs",)), max_size=20) | st.integers(0, 10**6) | st.booleans()
VALUES |= st.dates() | st.lists(st.sampled_from(["a", 'b"', "c#"]), max_size=3)
FIELDS = st.dictionaries(st.sampled_from(["text", "low", "words", "sources"]), VALUES, min_size=1)
KEYS = st.sampled_from(["size", "single", "how_common", "new", "newer"])
EDITS = st.one_of(
    st.tuples(st.just("fact"), KEYS, FIELDS | st.none()),
    st.tuples(st.just("review"), st.just(""), FIELDS),
    st.tuples(st.just("picture"), st.just(""), FIELDS),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDITS, max_size=6))
def test_any_edits_leave_every_other_line_and_comment_alone(edits):
    front = (
        INSULINOMA.split("+++\n")[1]
        .replace("[facts]\n", "[facts] # one\n# two\n")
        .replace("[review]\n", "# x\n[review]\n")
    )
    now, wanted = front, tomllib.loads(front)
    touched = {"size", "single", "how_common"}
    for kind, key, fields in edits:
        if kind == "fact" and (fields or key in wanted["facts"]):
            now = with_entry(now, "facts", key, fields)
            wanted["facts"] = (
                {**wanted["facts"], key: fields} if fields else {k: v for k, v in wanted["facts"].items() if k != key}
            )
        elif kind == "review":
            now = with_fields(now, "review", fields)
            wanted["review"] |= fields
        elif kind == "picture":
            now = with_row(now, "pictures", fields)
            wanted.setdefault("pictures", []).append(fields)
        assert tomllib.loads(now) == wanted
    lines = iter(now.split("\n"))
    kept = [each for each in front.split("\n") if each and each.split(" ")[0] not in touched]
    assert all(each in lines for each in kept)


@given(VALUES)
def test_every_value_is_read_as_it_was_written(each):
    assert tomllib.loads(f"a = {written(each)}")["a"] == each


def test_every_entry_of_the_shipped_sources_can_be_changed_alone():
    rows = tomllib.loads(SOURCES)["source"]
    for index, row in enumerate(rows[:12]):
        after = with_fields(SOURCES, f"source[{index}]", {"accessed": date(2027, 1, 2)})
        assert tomllib.loads(after)["source"][index] == row | {"accessed": date(2027, 1, 2)}
        assert len(changed_lines(SOURCES, after)) == 2


@pytest.mark.parametrize(
    "value", ["[\n" + "1,\n" * 30_000 + "]", '"""\n' + "a\n" * 30_000 + '"""', '"' + "#" * 60_000 + '"']
)
def test_a_long_value_is_passed_over_at_once(value):
    after = with_fields(f"x = {value}  # seen\n[review]\nstatus = 'a'  # b\n", "review", {"status": "draft"})

    assert after == f'x = {value}  # seen\n[review]\nstatus = "draft"  # b\n'


@pytest.mark.parametrize("front", ['x = """\nopen', "x = [\n1,", "x = " + "9" * 5000, "x = " + "[" * 9000, 'x = "\\'])
def test_what_is_no_toml_is_not_edited(front):
    with pytest.raises(EditRefused):
        with_fields(f"[review]\nstatus = 'a'\n{front}\n", "review", {"status": "draft"})
