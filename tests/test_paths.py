"""Where the program reads and writes."""

from pathlib import Path

from leaflet_app import paths


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
