"""Sharing in the background."""

import pytest

from leaflet_app.gui.sharing import background
from leaflet_app.gui.sharing.background import BackgroundSharing
from leaflet_app.gui.sharing.sharing_state import SharingState
from leaflet_app.services.settings import change as set_setting
from leaflet_app.services.share_library import share
from tests.gui.sharing.conftest import edit, read


@pytest.fixture
def sharing_of(qtbot):
    begun = []

    def begin(desk):
        begun.append(BackgroundSharing(desk))
        return begun[-1]

    yield begin
    for sharing in begun:
        sharing.stop()


@pytest.fixture
def shared(qtbot):
    """Share once and return how it stands."""

    def once(sharing):
        with qtbot.waitSignal(sharing.stood) as stood:
            sharing.share_now()
        return stood.args[0]

    return once


@pytest.fixture
def state_of(qtbot):
    def make(desk, sharing):
        state = SharingState(desk, sharing)
        qtbot.addWidget(state)
        return state

    return make


def test_changes_of_others_come_and_are_told(ann, ben, sharing_of, qtbot):
    edit(ann, "as they say")
    share(ann)
    sharing = sharing_of(ben)

    with qtbot.waitSignals([sharing.stood, sharing.library_came]):
        sharing.share_now()
    assert "as they say" in read(ben)


def test_it_says_up_to_date_and_when(ben, sharing_of, shared, state_of):
    sharing = sharing_of(ben)
    state = state_of(ben, sharing)
    shared(sharing)

    assert state.text().startswith("✓ Up to date ")
    assert state.isVisible()


def test_a_share_that_is_away_is_told_calmly(ben, folder, sharing_of, shared, state_of):
    sharing = sharing_of(ben)
    state = state_of(ben, sharing)
    folder.rename(folder.with_name("away"))

    assert shared(sharing).is_away
    assert state.text() == "⚠ Shared folder not reachable, working locally"


def test_the_pauses_grow_while_the_share_is_away(ben, folder, sharing_of, shared):
    sharing = sharing_of(ben)
    folder.rename(folder.with_name("away"))
    pauses = []
    for _ in range(9):
        shared(sharing)
        pauses.append(round(sharing._clock.interval() / background.MINUTE_MS))

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_text_to_settle_is_told(quarrel, sharing_of, shared, state_of):
    sharing = sharing_of(quarrel)
    state = state_of(quarrel, sharing)
    shared(sharing)

    assert state.text() == "⚠ 1 text needs you"


def test_nothing_is_said_where_nothing_is_shared(ben, sharing_of, shared, state_of):
    set_setting(ben, "library.shared", "")
    sharing = sharing_of(ben)
    state = state_of(ben, sharing)
    shared(sharing)

    assert not state.isVisible()


def test_a_wish_while_it_shares_is_granted_after(ben, sharing_of, qtbot):
    sharing = sharing_of(ben)
    begun = []
    sharing.begun.connect(lambda: begun.append(1))

    with qtbot.waitSignals([sharing.stood, sharing.stood]):
        for _ in range(5):
            sharing.share_now()
    assert len(begun) == 2


def test_a_change_made_here_is_told_before_it_is_sent(ben, sharing_of, shared, state_of, qtbot):
    sharing = sharing_of(ben)
    state = state_of(ben, sharing)
    shared(sharing)
    edit(ben, "as he says")
    sharing.share_soon()

    qtbot.waitUntil(lambda: state.text() == "1 change to send", timeout=20_000)


def test_what_others_changed_is_looked_for_when_a_text_is_opened_and_every_minute(ben, sharing_of, shared, qtbot):
    sharing = sharing_of(ben)
    shared(sharing)
    with qtbot.waitSignal(sharing.stood):
        sharing.attend(is_edited=True)
    assert sharing._clock.interval() == background.MINUTE_MS

    sharing.attend(is_edited=False)
    shared(sharing)
    assert sharing._clock.interval() == 10 * background.MINUTE_MS


def test_the_minutes_of_the_settings_are_kept(ben, sharing_of, shared):
    set_setting(ben, "library.sync_minutes", "25")
    sharing = sharing_of(ben)
    shared(sharing)

    assert sharing._clock.interval() == 25 * background.MINUTE_MS


def test_a_change_is_sent_soon(ben, sharing_of, shared):
    sharing = sharing_of(ben)
    shared(sharing)
    sharing.share_soon()

    assert sharing._clock.interval() == background.SOON_MS
