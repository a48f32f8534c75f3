"""The register as a table: every cell is words, and Excel reads them as they are."""

import csv
import io

import pytest

from leaflet_app.delivery.register.as_csv import as_csv
from leaflet_app.domain.given import GivenTopic, Way
from leaflet_app.domain.look import Format
from tests.builders import a_given, a_selection

TITLES = {"insulinoma": "Insulinoma", "coping": "Living with it"}


def rows(*givens):
    text = as_csv(givens, TITLES)
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))


def test_an_entry_is_a_row_that_a_person_can_read():
    given = a_given(
        way=Way.EMAIL,
        topics=(GivenTopic("insulinoma", "1.0.0"), GivenTopic("coping", "1.2.0"), GivenTopic("gone", "0.1.0")),
        selection=a_selection("insulinoma", format=Format.LARGE, language="cy", practice="hill", disclaimer="private"),
        copies=3,
        user="Siân",
    )
    [row] = rows(given)

    assert row["Topics"] == "Insulinoma; Living with it; gone"
    assert row["Texts and versions"] == "insulinoma 1.0.0; coping 1.2.0; gone 0.1.0"
    assert (row["How"], row["Format"], row["Language"]) == ("Emailed", "A4 large print", "Welsh")
    assert (row["Practice"], row["Disclaimer"]) == ("hill", "private")
    assert (row["Copies"], row["Pages"], row["User"], row["Code"]) == ("3", "4", "Siân", "CL-7K3M9Q-4F")
    assert f"{row['Date']} {row['Time']}" == f"{given.given_at.astimezone():%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_no_cell_is_ever_a_formula(begin):
    words = f'{begin}HYPERLINK("https://example.org")'
    [row] = rows(a_given(desk=words, user=words, reference=words, topics=(GivenTopic(words, words),)))

    assert all(row[column] == f"'{words}" for column in ("Desk", "User", "Reference", "Topics"))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_quotes_commas_and_line_ends_stay_in_their_cell():
    words = 'Ward "2",\nleft; right'
    assert rows(a_given(desk=words))[0]["Desk"] == words


def test_an_empty_register_still_names_its_columns():
    assert as_csv((), TITLES).decode("utf-8-sig").startswith("Date,Time,How,Topics")
