"""Copies are read before their time is believed."""

from dataclasses import replace

import pytest

from benchmarks import copying, leaflets
from benchmarks.table import CannotRun


@pytest.fixture(scope="module")
def leaflet():
    """Return the leaflet that is copied."""
    built = leaflets.leaflet_of(leaflets.shipped(), leaflets.MEASURED)
    return replace(built, for_person=copying.line_of(0))


@pytest.mark.parametrize("name", [copying.OURS, copying.FILES, copying.TYPST])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the peers' own
def test_a_copy_is_the_leaflet_with_the_line_of_its_person(name, leaflet, tmp_path):
    try:
        copy = copying._COPIERS[name](leaflet, tmp_path)
    except CannotRun as why:
        pytest.skip(str(why))

    copying._check(copy(3), leaflet, 3)


def test_a_copy_for_another_person_does_not_count(leaflet, tmp_path):
    copy = copying._COPIERS[copying.OURS](leaflet, tmp_path)

    with pytest.raises(CannotRun, match="line of the person"):
        copying._check(copy(3), leaflet, 4)


def test_the_floor_copies_as_many_bytes(leaflet, tmp_path):
    floor, ours = (copying._COPIERS[name](leaflet, tmp_path) for name in (copying.FLOOR, copying.OURS))

    assert len(floor(1)) == len(ours(1))
    assert floor(1) is not floor(1)


def test_a_slice_counts_what_was_made_while_its_time_lasted():
    done = copying._slice(lambda number: b"%d" % number, iter(range(10**9)), 0.001)

    assert done.pdf == b"%d" % done.number
    assert done.copies == done.number + 1
    assert done.seconds >= 0.001
