"""Packs of topics from the command line."""

import json

import pytest

from leaflet_app.services import library_store, packs
from tests.fakes import a_desk

TEXT = "topics/insulinoma/en-GB.md"


@pytest.fixture
def theirs(tmp_path):
    return a_desk(home=tmp_path / "theirs")


@pytest.fixture
def ours(tmp_path):
    return a_desk(home=tmp_path / "ours")


@pytest.fixture
def packed(run, theirs):
    """Return a pack of a topic that the other practice changed, made by the command line."""
    newest = library_store.newest(theirs)
    text = newest.files.read(TEXT, 100_000).replace(b"small lump", b"little lump", 1)
    library_store.change(theirs, {TEXT: text}, "Change words", base=newest.commit)
    result = run("library", "pack", "export", "insulinoma", "--output", "nets", desk=theirs)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "nets.leafpack"
    return "nets.leafpack"


def test_a_pack_of_a_stranger_is_told_apart_and_not_taken(run, ours, theirs, packed):
    shown = run("library", "pack", "inspect", packed, desk=ours)
    taken = run("library", "pack", "import", packed, "--all", desk=ours)

    assert "signed by nobody you trust yet" in shown.stdout
    assert f"{TEXT}: differs from yours" in shown.stdout
    assert packs.own_key(theirs) in shown.stdout
    assert taken.exit_code == 2
    assert "Compare these signs with the sender over the phone" in taken.stderr


def test_a_trusted_pack_replaces_nothing_unasked(run, ours, theirs, packed):
    assert (
        "are taken in from now on" in run("library", "pack", "trust", "Dr E", packs.own_key(theirs), desk=ours).stdout
    )

    assert "nothing of the pack was chosen" in run("library", "pack", "import", packed, desk=ours).stderr
    assert "1 file in" in run("library", "pack", "import", packed, "--text", TEXT, desk=ours).stdout
    assert b"little lump" in library_store.newest(ours).files.read(TEXT, 100_000)


def test_what_a_pack_would_change_can_be_read_by_programs(run, ours, packed):
    described = json.loads(run("library", "pack", "inspect", packed, "--json", desk=ours).stdout)

    assert {"file": TEXT, "difference": "changed"} in described["texts"]
    assert described["signer"] is None


def test_keys_are_shown_listed_and_forgotten(run, ours, theirs):
    key = packs.own_key(theirs)
    run("library", "pack", "trust", "Dr E", key, desk=ours)

    assert key in run("library", "pack", "trusted", desk=ours).stdout
    assert packs.own_key(ours) in run("library", "pack", "key", desk=ours).stdout
    run("library", "pack", "distrust", key, desk=ours)
    assert run("library", "pack", "trusted", desk=ours).stdout == ""
