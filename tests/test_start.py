"""The one file that a fresh machine runs: tried in a copy of the checkout that holds a very small program."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.architecture.sources import ROOT

TOLD = "import sys; print(*sys.argv[1:]); sys.exit(7)"
UNKNOWN = {"libnothere.so.1": "libnothere1"}


class Checkout:
    """A checkout with empty locks and a program that says what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(ROOT / "start.py", folder)
        (folder / "requirements").mkdir()
        for lock in start.LOCKS:
            self.lock(lock, f"# {lock}")
        (folder / "leaflet_app").mkdir()
        (folder / "leaflet_app" / "__main__.py").write_text(TOLD, encoding="utf-8")

    def lock(self, name: str, text: str) -> None:
        """Write a lock."""
        (self.folder / "requirements" / f"{name}.txt").write_text(text, encoding="utf-8")

    def start(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        """Start as a person would, from another folder."""
        bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        return subprocess.run(
            [sys.executable, self.folder / "start.py", *words],
            cwd=self.folder.parent,
            env=bare | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Return a checkout that has been started once."""
    made = Checkout(tmp_path_factory.mktemp("clinic"))
    made.first = made.start("topics", "--json")
    return made


def test_the_first_start_sets_up_and_passes_words_and_exit_code_on(checkout):
    assert "Setting up Clinic Leaflets" in checkout.first.stderr
    assert checkout.first.stdout == "topics --json\n"
    assert checkout.first.returncode == 7


def test_the_second_start_sets_nothing_up(checkout):
    (checkout.folder / "start.log").unlink(missing_ok=True)

    second = checkout.start("--version")

    assert second.stdout == "--version\n"
    assert second.stderr == ""
    assert not (checkout.folder / "start.log").exists()


def test_the_command_in_the_venv_works_from_anywhere(checkout, tmp_path):
    command = checkout.folder / ".venv" / "bin" / "leaflet-app"

    told = subprocess.run([command, "topics"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    assert (told.stdout, told.returncode) == ("topics\n", 7)


def test_no_screen_makes_an_example_leaflet_and_names_it(checkout):
    told = checkout.start()

    example = checkout.folder.parent / "example-leaflet.pdf"
    assert "There is no screen here" in told.stderr
    assert str(example) in told.stderr
    assert told.stdout == f"export --topics insulinoma --output {example}\n"


def test_a_screen_opens_the_window(checkout):
    assert checkout.start(DISPLAY=":0").stdout == "\n"


def test_nothing_in_the_folder_a_person_stands_in_is_imported(checkout):
    stray = checkout.folder.parent / "leaflet_app.py"
    stray.write_text("raise SystemExit('stray')", encoding="utf-8")

    assert checkout.start("topics").stdout == "topics\n"


def test_a_set_up_that_failed_is_told_in_two_sentences_and_starts_over(checkout):
    left_behind = checkout.folder / ".venv" / "half-installed"
    left_behind.touch()
    checkout.lock("app", "click==8.1.7\n")  # no hash, so pip refuses it

    told = checkout.start("topics")

    log = checkout.folder / "start.log"
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1] == (
        f"The Python packages could not be installed: check the network and start again. The details are in {log}"
    )
    assert "Traceback" not in told.stderr
    assert "hash" in log.read_text(encoding="utf-8")

    checkout.lock("app", "# mended")

    assert checkout.start("topics").returncode == 7
    assert not left_behind.exists()


def test_missing_libraries_are_one_line_to_run_without_root(monkeypatch):
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)

    with pytest.raises(start.SetUpStopped, match=r"sudo apt-get install -y .* libnothere1$") as stopped:
        start.install_libraries(UNKNOWN)

    assert stopped.value.code == 2


def test_a_system_without_apt_is_told_what_it_lacks(monkeypatch, capsys):
    monkeypatch.setattr(start.shutil, "which", lambda name: None)

    start.install_libraries(UNKNOWN)

    assert "this system lacks libnothere.so.1" in capsys.readouterr().err


def test_real_parts_that_are_missing_are_named_without_root_and_the_set_up_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(start, "stands", lambda part: False)

    start.install_real_parts()

    told = capsys.readouterr().err
    assert "Tests that need a real printer, database, mail server or validator will be skipped" in told
    assert told.endswith(f"sudo apt-get install -y --no-install-recommends {' '.join(start.REAL_PARTS.values())}\n")


def test_real_parts_that_cannot_be_fetched_do_not_stop_the_set_up(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(start.os, "geteuid", lambda: 0)
    monkeypatch.setattr(start, "stands", lambda part: False)
    monkeypatch.setattr(start, "LOG", tmp_path / "start.log")
    monkeypatch.setattr(start.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 100))

    start.install_real_parts()

    assert "will be skipped. The system libraries could not be installed" in capsys.readouterr().err


def test_a_part_stands_where_its_command_or_its_file_does(tmp_path):
    (tmp_path / "15" / "bin").mkdir(parents=True)
    (tmp_path / "15" / "bin" / "initdb").touch()

    assert start.stands("python3")
    assert start.stands(f"{tmp_path}/*/bin/initdb")
    assert not start.stands("no-such-command")
    assert not start.stands(f"{tmp_path}/*/bin/postgres")


@pytest.mark.parametrize(("lock", "is_asked"), [("app", False), ("test", True), ("bench", True)])
def test_only_those_who_test_get_the_real_parts(monkeypatch, tmp_path, lock, is_asked):
    asked = []
    for name in ("install_libraries", "make_venv", "run"):
        monkeypatch.setattr(start, name, lambda *_: None)
    monkeypatch.setattr(start, "install_real_parts", lambda: asked.append(lock))
    monkeypatch.setattr(start, "LOG", tmp_path / "start.log")
    monkeypatch.setattr(start, "STAMP", tmp_path / "set-up")

    start.set_up(lock)

    assert bool(asked) == is_asked


def test_a_system_that_has_all_parts_is_asked_for_nothing(monkeypatch, capsys):
    monkeypatch.setattr(start, "stands", lambda part: True)
    monkeypatch.setattr(start, "apt_install", lambda _: pytest.fail("nothing is missing"))

    start.install_real_parts()

    assert capsys.readouterr().err == ""


def test_an_old_python_can_read_far_enough_to_be_told():
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))
