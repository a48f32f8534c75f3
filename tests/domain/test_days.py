"""Days in a list, as people write them."""

from datetime import date

import pytest

from leaflet_app.domain.days import DayOrder, DayRefused, read_day, written_day

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-22",
        "2026/11/22",
        "22/11/2026",
        "11/22/2026",
        "22.11.2026",
        "22-11-2026",
        " 22/11/2026 09:30 ",
        "2026-11-22T00:00:00",
        "22 November 2026",
        "22nd Nov 2026",
        "22-Nov-2026",
        "November 22, 2026",
        "Sunday, November 22, 2026",
        "Sun 22 Nov 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert read_day(written) == DAY


def test_the_same_number_twice_is_one_day():
    assert read_day("05/05/2026") == date(2026, 5, 5)


def test_a_day_that_could_be_two_days_is_refused_until_someone_says_which():
    with pytest.raises(DayRefused) as refused:
        read_day("03/04/2026")

    assert refused.value.why == "the date may be 2026-03-04 or 2026-04-03"
    assert read_day("03/04/2026", DayOrder.DAY_FIRST) == date(2026, 4, 3)
    assert read_day("03/04/2026", DayOrder.MONTH_FIRST) == date(2026, 3, 4)


@pytest.mark.parametrize(
    "written",
    [
        "22/11/26",
        "tomorrow",
        "46348",
        "31/02/2026",
        "22 Novel 2026",
        "22 No 2026",
        "2026-22-11",
        "22/11/1926",
        "٢٢/١١/٢٠٢٦",
    ],
)
def test_anything_else_is_not_guessed(written):
    with pytest.raises(DayRefused, match="not understood"):
        read_day(written)


def test_a_day_of_the_wrong_order_is_not_understood():
    with pytest.raises(DayRefused, match="not understood"):
        read_day("11/22/2026", DayOrder.DAY_FIRST)


def test_a_day_is_written_with_a_month_that_no_system_names_in_its_own_language():
    assert written_day(date(2026, 5, 3)) == "3 May 2026"
    assert written_day(date(2026, 9, 30)) == "30 Sep 2026"
