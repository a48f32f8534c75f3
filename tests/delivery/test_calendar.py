"""Days of reviews in the form that calendars read."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.delivery.calendar import Day, calendar_of

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def lines_of(calendar):
    """Return the lines as a reader joins them again."""
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    return calendar.decode().replace("\r\n ", "").split("\r\n")


def told(words):
    [line] = (line for line in lines_of(calendar_of([Day("a", date(2026, 1, 1), words, "")], NOW)) if "SUMMARY" in line)
    raw = line.removeprefix("SUMMARY:")
    return raw.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")


def test_a_day_is_whole_and_has_a_name_that_stays():
    first = lines_of(calendar_of([Day("topic", date(2026, 12, 31), "Review", "Read it")], NOW))
    moved = lines_of(calendar_of([Day("topic", date(2027, 5, 1), "Review", "Read it")], NOW))

    assert "DTSTART;VALUE=DATE:20261231" in first
    assert "DTEND;VALUE=DATE:20270101" in first
    assert "DTSTAMP:20261122T093000Z" in first
    assert [line for line in first if line.startswith("UID")] == [line for line in moved if line.startswith("UID")]
    assert (first[0], first[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\\"), max_size=200))
def test_every_word_comes_back(words):
    assert told(words).split() == words.split()


def test_what_could_end_a_line_does_not():
    assert told("One\r\nEND:VEVENT") == "One \nEND:VEVENT"
