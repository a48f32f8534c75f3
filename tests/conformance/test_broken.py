"""Every check is seen to bite: a good file passes all of them, and each deliberate fault is noticed by name."""

import pytest

from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import render
from tests.conformance.broken import FURTHER, STUDIED, saved
from tests.conformance.checks import CHECKS, faults
from tests.conformance.validators import second_opinion
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf


@pytest.fixture(scope="module")
def good():
    """Return one of everything, as good as we make it."""
    return render(a_rich_leaflet(), Look()).pdf


def test_a_file_saved_again_without_a_fault_passes_every_check(good):
    assert faults(TaggedPdf(saved(TaggedPdf(good)))) == []


@pytest.mark.parametrize("broken", STUDIED + FURTHER, ids=lambda broken: broken.by.__name__)
def test_a_fault_is_noticed_by_its_own_check(good, broken):
    assert list(broken.check(TaggedPdf(broken.by(good))))


@pytest.mark.parametrize("broken", STUDIED, ids=lambda broken: broken.by.__name__)
def test_the_second_validator_notices_all_but_the_parent_tree(good, broken):
    assert bool(second_opinion(broken.by(good), "ua1")) == bool(broken.rule)


def test_every_check_has_a_fault_that_it_notices():
    assert {broken.check for broken in STUDIED + FURTHER} == set(CHECKS)
