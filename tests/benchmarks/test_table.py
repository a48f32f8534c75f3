"""The table says what was measured, what was not, and why."""

import json
import platform

import pytest

from benchmarks import record
from benchmarks.table import Budget, CannotRun, Family, Measured, Row, Terms, lines
from benchmarks.timing import p95, ratio

BUDGET = Budget("a leaflet", 0.8, 0.5, "x a peer")


@pytest.fixture
def terms(tmp_path):
    return Terms(is_quick=True, folder=tmp_path)


@pytest.mark.parametrize(("value", "verdict"), [(0.4, "met, moonshot too"), (0.7, "met"), (0.9, "gap")])
def test_a_figure_is_judged_by_its_budget(value, verdict, terms):
    [row] = Family("one", (BUDGET,), lambda _terms: [Measured(value, "as measured")]).rows(terms)

    assert row.verdict == verdict
    assert row.measured == f"{value} x a peer: as measured"


def test_a_row_that_cannot_run_says_why(terms):
    def refuse(_terms):
        raise CannotRun("typst is not installed")

    [row] = Family("one", (BUDGET,), refuse).rows(terms)

    assert row.measured == "not measured: typst is not installed"
    assert row.verdict == "-"


def test_a_family_may_lack_one_of_its_figures(terms):
    measured, missing = Family(
        "two", (BUDGET, BUDGET), lambda _terms: [Measured(0.4, "so"), CannotRun("weasyprint is not installed")]
    ).rows(terms)

    assert measured.verdict == "met, moonshot too"
    assert missing.measured == "not measured: weasyprint is not installed"


def test_a_figure_is_kept_with_its_samples(terms, tmp_path):
    rows = [
        *Family("one", (BUDGET,), lambda _terms: [Measured(0.4, "so", {"ours": [1.23456]})]).rows(terms),
        Row("two", BUDGET, None, "typst is not installed"),
    ]

    record.keep(tmp_path / "run.json", (0.1,), rows, {"topics": 60})
    run = json.loads((tmp_path / "run.json").read_text("utf-8"))

    assert run["machine"]["python"] == platform.python_version()
    assert run["topics"] == 60
    assert run["load_before"] == [0.1]
    assert run["figures"][0]["samples"] == {"ours": [1.2346]}
    assert run["figures"][1]["why_not"] == "typst is not installed"


def test_the_columns_of_the_table_stand_in_line(terms):
    rows = list(Family("one", (BUDGET,), lambda _terms: [Measured(0.4, "so")]).rows(terms))

    assert len({len(line) for line in lines(rows)}) == 1


def test_ratios_are_taken_within_each_round():
    assert ratio([1, 20, 3], [2, 10, 6]) == 0.5


def test_p95_is_a_figure_that_was_measured():
    assert p95(list(range(1, 101))) == 95
    assert p95([7.0]) == 7.0
