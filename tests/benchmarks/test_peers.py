"""Each peer of the benchmarks makes the same leaflet, or its figures would compare nothing."""

import pytest

from benchmarks import leaflets
from benchmarks.peers.warm import maker
from benchmarks.proof import check
from benchmarks.rendering import OURS, PLATYPUS, TYPST, WEASYPRINT
from benchmarks.table import CannotRun
from leaflet_app.domain.blocks import Paragraph, plain


@pytest.fixture(scope="module")
def leaflet():
    """Return the leaflet that is measured."""
    return leaflets.leaflet_of(leaflets.shipped(), leaflets.MEASURED)


@pytest.mark.parametrize("name", [OURS, PLATYPUS, TYPST, WEASYPRINT])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the peers' own
def test_a_peer_makes_a_pdf_with_the_words_of_the_leaflet(name, leaflet, tmp_path):
    try:
        make = maker(name, tmp_path)
    except CannotRun as why:
        pytest.skip(str(why))

    assert check(make(leaflet), leaflet, make.claims)


def test_a_pdf_of_another_leaflet_does_not_count(leaflet, tmp_path):
    other = leaflets.leaflet_of(leaflets.shipped(), "vipoma")

    with pytest.raises(CannotRun, match="its title is not on the page"):
        check(maker(OURS, tmp_path)(other), leaflet)


def test_fresh_leaflets_share_no_paragraph(leaflet):
    first, second = (said(changed) for _, changed in zip(range(2), leaflets.fresh(leaflet), strict=False))

    assert len(first) == len(said(leaflet))
    assert first.isdisjoint(second | said(leaflet))


def said(leaflet):
    """Return the paragraphs of a leaflet."""
    return {plain(block.text) for block in leaflet.blocks if isinstance(block, Paragraph)}


def test_one_changed_leaflet_differs_in_one_block(leaflet):
    changed = next(leaflets.one_changed(leaflet))

    assert sum(mine != other for mine, other in zip(changed.blocks, leaflet.blocks, strict=True)) == 1
