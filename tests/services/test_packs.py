"""Pass topics to another practice and take them in: signed, compared, as drafts."""

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, EditRefused, NoKeyring, PackRefused
from leaflet_app.domain.packs import Difference
from leaflet_app.services import library_store, packs
from tests.fakes import FakeSecrets, FakeTools, NoSecrets, a_desk

TEXT = "topics/insulinoma/en-GB.md"


def a_practice(tmp_path, name, secrets=None):
    """Return a desk of a practice of its own."""
    return a_desk(home=tmp_path / name, tools=FakeTools(secrets=secrets or FakeSecrets()))


@pytest.fixture
def theirs(tmp_path):
    return a_practice(tmp_path, "theirs")


@pytest.fixture
def ours(tmp_path):
    return a_practice(tmp_path, "ours")


def edited(desk, old, new):
    """Change words of the insulinoma text."""
    newest = library_store.newest(desk)
    text = newest.files.read(TEXT, 100_000).decode()
    assert old in text
    library_store.change(desk, {TEXT: text.replace(old, new, 1).encode()}, "Change words", base=newest.commit)


def text_of(desk):
    return library_store.newest(desk).files.read(TEXT, 100_000).decode()


@pytest.fixture
def packed(theirs, tmp_path):
    """Return a pack of a topic in which the other practice changed a sentence."""
    edited(theirs, "small lump that grows", "little lump that grows")
    return packs.make_pack(theirs, ["insulinoma"], tmp_path / "theirs.leafpack")


def test_a_pack_of_somebody_unknown_is_shown_but_never_taken(ours, packed):
    before = text_of(ours)
    inspected = packs.inspect_pack(ours, packed)

    assert inspected.signer is None
    with pytest.raises(PackRefused, match="nobody here trusts its signer yet"):
        packs.take_pack(ours, inspected, [TEXT])
    assert text_of(ours) == before


def test_what_differs_is_shown_beside_ours_and_taken_only_when_chosen(ours, theirs, packed):
    packs.trust(ours, "Dr Example", packs.own_key(theirs))
    inspected = packs.inspect_pack(ours, packed)

    assert inspected.signer.name == "Dr Example"
    [changed] = [text for text in inspected.texts if text.difference is Difference.CHANGED]
    assert (b"small lump that grows" in changed.mine, b"little lump that grows" in changed.theirs) == (True, True)
    packs.take_pack(ours, inspected, [TEXT])
    assert "little lump that grows" in text_of(ours)
    assert "Dr Example" in library_store.history(ours, TEXT)[0].message


def test_what_was_here_can_be_read_again_after_a_pack(ours, theirs, packed):
    before, first = text_of(ours), library_store.newest(ours).commit
    packs.trust(ours, "Dr Example", packs.own_key(theirs))
    packs.take_pack(ours, packs.inspect_pack(ours, packed), [TEXT])

    assert library_store.text_at(ours, TEXT, first) == before


def test_a_pack_compared_with_an_older_library_overwrites_no_newer_edit(ours, theirs, packed):
    packs.trust(ours, "Dr Example", packs.own_key(theirs))
    inspected = packs.inspect_pack(ours, packed)
    edited(ours, "grows in the pancreas", "is in the pancreas")

    with pytest.raises(EditedMeanwhile):
        packs.take_pack(ours, inspected, [TEXT])
    assert "is in the pancreas" in text_of(ours)


def test_nothing_chosen_changes_nothing(ours, theirs, packed):
    packs.trust(ours, "Dr Example", packs.own_key(theirs))

    with pytest.raises(EditRefused, match="nothing of the pack was chosen"):
        packs.take_pack(ours, packs.inspect_pack(ours, packed), [])


def test_a_key_is_trusted_by_name_once_and_can_be_trusted_no_more(ours, theirs):
    key = packs.own_key(theirs)
    packs.trust(ours, "Dr Example", key)
    packs.trust(ours, "Dr  Other   Name", key)

    assert [(each.name, each.key) for each in packs.trusted(ours)] == [("Dr Other Name", key)]
    packs.distrust(ours, key)
    assert packs.trusted(ours) == ()
    with pytest.raises(EditRefused, match="nobody here trusts this key"):
        packs.distrust(ours, key)


def test_what_nobody_sees_in_a_pasted_name_loses_no_other_signer(ours, theirs):
    packs.trust(ours, "Dr\u200b Ex\u00adample", packs.own_key(theirs))

    assert [each.name for each in packs.trusted(ours)] == ["Dr Example"]


def test_a_text_that_the_pack_does_not_hold_is_refused_by_name(ours, theirs, packed):
    packs.trust(ours, "Dr Example", packs.own_key(theirs))

    with pytest.raises(PackRefused, match=r"it holds no “topics/none/en-GB\.md”"):
        packs.take_pack(ours, packs.inspect_pack(ours, packed), [TEXT, "topics/none/en-GB.md"])


def test_a_pack_is_not_taken_whose_key_was_distrusted_while_it_was_open(ours, theirs, packed):
    key = packs.own_key(theirs)
    packs.trust(ours, "Dr Example", key)
    inspected = packs.inspect_pack(ours, packed)
    packs.distrust(ours, key)

    with pytest.raises(PackRefused, match="nobody here trusts its signer"):
        packs.take_pack(ours, inspected, [TEXT])


@pytest.mark.parametrize(
    ("name", "key"), [("", None), (" ", None), ("Dr Example", "AAAA"), ("Dr Example", "ä"), ("Dr\x07", None)]
)
def test_no_name_or_no_key_is_refused(ours, theirs, name, key):
    with pytest.raises(EditRefused):
        packs.trust(ours, name, key or packs.own_key(theirs))


def test_the_key_is_made_once_and_stays_in_the_keyring(ours):
    assert packs.own_key(ours) == packs.own_key(ours)
    private = ours.tools.secrets.read(packs.SIGNING_KEY)
    assert private not in packs.own_key(ours)
    assert not any(private.encode() in path.read_bytes() for path in ours.home.rglob("*") if path.is_file())


def test_without_a_keyring_no_pack_is_made(tmp_path):
    desk = a_practice(tmp_path, "bare", NoSecrets())

    with pytest.raises(NoKeyring):
        packs.make_pack(desk, ["insulinoma"], tmp_path / "x.leafpack")
    assert not (tmp_path / "x.leafpack").exists()


def test_a_file_that_is_not_there_is_told(ours, tmp_path):
    with pytest.raises(PackRefused, match="it cannot be read"):
        packs.inspect_pack(ours, tmp_path / "gone.leafpack")


def test_a_text_that_names_what_is_not_here_is_told_before_it_is_taken(ours, packed):
    newest = library_store.newest(ours)
    gone = {file: None for file in newest.files.ids() if file.startswith("topics/glucagonoma/")}
    library_store.change(ours, gone, "Remove a topic", base=newest.commit)

    assert any("glucagonoma" in fault.wrong for fault in packs.inspect_pack(ours, packed).faults)
