"""One version in four places, and locks that can be trusted."""

import re
import tomllib
import xml.etree.ElementTree as ET

import pytest

import leaflet_app
from tests.architecture.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DESKTOP = ROOT / "resources" / "desktop"
APP_ID = "org.clinicleaflets.LeafletApp"
LOCKS = ("app", "test", "bench")


def pins(lock: str) -> dict[str, str]:
    """Map each package of a lock to its version, marker and hashes."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    text = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    return dict(line.split("==", maxsplit=1) for line in text.splitlines())


def package(requirement: str) -> str:
    """Return the normal name of the package that a requirement asks for."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_version_is_the_same_everywhere():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = ET.parse(DESKTOP / f"{APP_ID}.metainfo.xml").findall("releases/release")

    assert PROJECT["version"] == leaflet_app.__version__
    assert PROJECT["version"] == re.findall(r"^## \[(\d[^\]]*)\]", changes, flags=re.MULTILINE)[0]
    assert PROJECT["version"] == releases[0].get("version")


def test_the_desktop_knows_the_program_by_one_name():
    entry = (DESKTOP / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    metainfo = ET.parse(DESKTOP / f"{APP_ID}.metainfo.xml")

    assert metainfo.findtext("id") == APP_ID
    assert metainfo.findtext("launchable") == f"{APP_ID}.desktop"
    assert f"\nIcon={APP_ID}\n" in entry
    assert (DESKTOP / f"{APP_ID}.svg").is_file()
    assert re.findall(r"^Exec=(\S+)", entry, flags=re.MULTILINE)[0] in PROJECT["gui-scripts"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_every_package_has_hashes(lock):
    assert "://" not in (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert all("--hash=sha256:" in pin for pin in pins(lock).values())


@pytest.mark.parametrize(("lock", "extras"), [("app", ()), ("test", ("dev",)), ("bench", ("dev", "bench"))])
def test_a_lock_holds_every_direct_dependency(lock, extras):
    extra = [requirement for group in extras for requirement in PROJECT["optional-dependencies"][group]]

    assert {package(requirement) for requirement in [*PROJECT["dependencies"], *extra]} <= pins(lock).keys()


def test_each_lock_holds_all_of_the_one_before():
    app, test, bench = (
        {package: wanted(pin) for package, pin in pins(lock).items()} for lock in ("app", "test", "bench")
    )

    assert app.items() <= test.items() <= bench.items()


def wanted(pin):
    """Return version and hashes of a pin without its marker: a package may be wanted on more systems by more."""
    return re.sub(r";.*?(?=--hash)", "", pin).split()


def test_qt_is_not_the_release_that_aborts_on_python_3_11():
    assert not any(pins(lock)["pyside6-essentials"].startswith("6.12.0") for lock in LOCKS)
