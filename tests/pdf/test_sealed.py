"""Nothing on a computer can change how ReportLab works for this program, or run inside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import leaflet_app
from leaflet_app.pdf.sealed import LOOKED_FOR

CHECKOUT = Path(leaflet_app.__file__).parent.parent
HOSTILE = "print('it ran')\ntrustedHosts = ['*']\nverbose = 7\n"
SHOW = (
    "import sys; sys.path.insert(0, {checkout!r}); import leaflet_app.pdf.render; from reportlab import rl_config as c;"
    "print(c.trustedHosts, c.trustedSchemes, c.toColorCanUse, c.useA85, c.defaultPageSize, c.verbose)"
)


def settings_seen(folder, **environment):
    """Return what a new process says of its settings, working in a folder that is its home as well."""
    code = SHOW.format(checkout=str(CHECKOUT))
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "USERPROFILE": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """Return the settings where nothing is meant to change them."""
    return settings_seen(tmp_path_factory.mktemp("plain"))


def test_no_picture_comes_from_elsewhere_and_no_colour_is_an_expression(plain):
    assert plain.startswith("None () None 0 ")


@pytest.mark.parametrize("name", [*(f"{name}.py" for name in LOOKED_FOR), ".reportlab_settings", ".reportlab_mods"])
def test_files_that_reportlab_looks_for_are_never_run(tmp_path, plain, name):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for folder in (tmp_path, elsewhere):
        (folder / name.removeprefix("reportlab.")).write_text(HOSTILE, encoding="utf-8")

    assert settings_seen(tmp_path, PYTHONPATH=str(elsewhere)) == plain


def test_a_home_that_is_no_folder_breaks_nothing(tmp_path, plain):
    assert settings_seen(tmp_path, HOME=os.devnull) == plain


@pytest.mark.parametrize(
    "hostile",
    [
        {"RL_trustedHosts": "*", "RL_trustedSchemes": "http,file", "RL_toColorCanUse": "rl_safe_eval"},
        {"RL_verbose": "7", "RL_defaultPageSize": "LETTER", "rl_verbose": "7", "Rl_UseA85": "1"},
        {"RL_useA85": "neither", "RL_xmlParser": "other"},
    ],
)
def test_variables_change_nothing_and_break_nothing(tmp_path, plain, hostile):
    assert settings_seen(tmp_path, **hostile) == plain
