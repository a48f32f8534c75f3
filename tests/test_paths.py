"""Where the program reads and writes."""

import os
import stat
from pathlib import Path

import pytest

from leaflet_app import paths
from leaflet_app.services.note_fault import note


def test_a_checkout_reads_the_resources_beside_the_package():
    assert (paths.resources() / "library" / "library.toml").is_file()


def test_a_wheel_reads_the_resources_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "leaflet_app" / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "leaflet_app" / "paths.py"))

    assert paths.resources() == tmp_path / "leaflet_app" / "resources"


def test_leaflet_app_home_moves_everything_that_is_written(monkeypatch):
    monkeypatch.setenv("LEAFLET_APP_HOME", "elsewhere")

    assert paths.home() == Path.cwd() / "elsewhere"  # whole, for other programs stand in other folders
    assert paths.log_file() == Path.cwd() / "elsewhere/log/faults.log"


def test_without_it_the_folder_is_the_users_own(monkeypatch, home):
    monkeypatch.delenv("LEAFLET_APP_HOME")

    assert home in paths.home().parents
    assert paths.home().name == "leaflet-app"


@pytest.mark.skipif(os.name == "nt", reason="Windows guards a person's folders by other means")
def test_what_leads_to_our_folder_is_made_for_this_person_alone(tmp_path):
    above = tmp_path / "above"

    for _ in range(2):
        paths.make_private(above / "home" / "register")

    made = (above, above / "home", above / "home" / "register")
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in made} == {0o700}


@pytest.mark.skipif(os.name == "nt", reason="Windows guards a person's folders by other means")
def test_a_folder_that_is_there_keeps_its_rights(tmp_path):
    tmp_path.chmod(0o755)

    note("a fault", tmp_path / "faults.log")
    paths.make_private(tmp_path)

    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_file_in_the_place_of_our_folder_is_told(tmp_path):
    (tmp_path / "a file").touch()

    with pytest.raises(FileExistsError):
        paths.make_private(tmp_path / "a file")
