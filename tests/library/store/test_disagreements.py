"""Both desks have changed one text: a person chooses, and nothing of either is lost."""

from contextlib import nullcontext

import pytest

from leaflet_app.domain.errors import EditedMeanwhile
from leaflet_app.domain.sharing import Disagreement
from leaflet_app.library.files import content_id
from leaflet_app.library.store.disagreements import disagreements, settle
from leaflet_app.library.store.own_versions import waits
from tests.library.store.desks import INSULINOMA, NOON, PROGRAM, SHIPPED, VIPOMA

STEP = ("Ben", "Choose between two texts", NOON, PROGRAM)
APPROVAL = "topics/insulinoma/approval.toml"


@pytest.fixture
def quarrel(ann, ben):
    """Let Ann share her words first; Ben's stay with him."""
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    ben.save(INSULINOMA, b"Ben's words.\n")
    ben.save(VIPOMA, b"Ben on VIPoma.\n")
    with pytest.raises(EditedMeanwhile):
        ben.sync()
    return ben


def seen(desk):
    return disagreements(desk.store, PROGRAM)


def choose(desk, content, file=INSULINOMA):
    settle(desk.store, nullcontext, seen(desk), {file: content}, STEP)


def test_all_three_texts_are_told(quarrel):
    (found,) = seen(quarrel)

    assert found == Disagreement(INSULINOMA, SHIPPED[INSULINOMA], b"Ben's words.\n", b"Ann's words.\n", "Ann")


@pytest.mark.parametrize("content", [b"Ann's words.\n", b"Ben's words.\n", b"A third text.\n", None])
def test_the_choice_of_one_desk_becomes_the_text_of_both(quarrel, ann, content):
    choose(quarrel, content)
    quarrel.sync()
    ann.sync()

    assert ann.store.head == quarrel.store.head
    assert ann.read(INSULINOMA) == content
    assert ann.read(VIPOMA) == b"Ben on VIPoma.\n"
    assert not waits(quarrel.store)


def test_both_texts_stay_in_the_history(quarrel):
    choose(quarrel, b"A third text.\n")

    kept = {quarrel.store.content(quarrel.store.id_at(each.commit, INSULINOMA)) for each in quarrel.store.history()}
    assert kept == {SHIPPED[INSULINOMA], b"Ann's words.\n", b"Ben's words.\n", b"A third text.\n"}


def test_a_text_that_changed_again_is_looked_at_again(quarrel):
    before = seen(quarrel)
    quarrel.save(INSULINOMA, b"Ben's later words.\n")

    with pytest.raises(EditedMeanwhile):
        settle(quarrel.store, nullcontext, before, {INSULINOMA: b"A third text.\n"}, STEP)


def test_no_text_is_passed_over(quarrel):
    with pytest.raises(EditedMeanwhile):
        settle(quarrel.store, nullcontext, seen(quarrel), {}, STEP)


def test_a_quarrel_that_ended_elsewhere_is_none(quarrel, ann):
    ann.save(INSULINOMA, b"Ben's words.\n")
    ann.sync()
    quarrel.sync()

    assert seen(quarrel) == ()
    assert quarrel.store.head == ann.store.head or quarrel.read(VIPOMA) == b"Ben on VIPoma.\n"


def approval(content: bytes) -> bytes:
    return f'[en-GB]\ncontent = "{content_id(content)}"\nreviewer = "Dr Roe"\n'.encode()


@pytest.mark.parametrize(("chosen", "is_approved"), [(b"Ben's words.\n", True), (b"A third text.\n", False)])
def test_an_approval_stays_with_the_text_it_was_given_to(ann, ben, chosen, is_approved):
    ann.save(INSULINOMA, b"Ann's words.\n")
    ann.sync()
    ben.save(INSULINOMA, b"Ben's words.\n")
    ben.save(APPROVAL, approval(b"Ben's words.\n"))
    with pytest.raises(EditedMeanwhile):
        ben.sync()
    choose(ben, chosen)

    assert (ben.read(APPROVAL) == approval(b"Ben's words.\n")) == is_approved


def test_an_approval_of_theirs_is_in_force_again_where_a_third_text_is_chosen(ann, ben):
    ann.save(APPROVAL, approval(SHIPPED[INSULINOMA]))
    ann.sync()
    ben.save(INSULINOMA, b"Ben's words.\n")
    with pytest.raises(EditedMeanwhile):
        ben.sync()
    choose(ben, b"A third text.\n")

    assert ben.read(APPROVAL) == approval(SHIPPED[INSULINOMA])
