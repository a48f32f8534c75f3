"""Nothing on a computer can change how ReportLab works for this program, or run inside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import leaflet_app

CHECKOUT = Path(leaflet_app.__file__).parent.parent
HOSTILE = "print('it ran')\nraise SystemExit(9)\n"
SHOW = (
    "import sys; sys.path.insert(0, {checkout!r}); import leaflet_app.pdf.render; from reportlab import rl_config;"
    "print(rl_config.defaultPageSize, rl_config.verbose)"
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


@pytest.mark.parametrize(
    "name", ["reportlab_settings.py", ".reportlab_settings", "reportlab_mods.py", ".reportlab_mods"]
)
def test_files_that_reportlab_looks_for_are_never_run(tmp_path, name):
    plain = settings_seen(tmp_path)
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")

    assert settings_seen(tmp_path) == plain


def test_a_home_that_is_no_folder_breaks_nothing(tmp_path):
    assert settings_seen(tmp_path, HOME=os.devnull) == settings_seen(tmp_path)


def test_variables_change_nothing_and_break_nothing(tmp_path):
    hostile = {"RL_verbose": "7", "RL_defaultPageSize": "LETTER", "RL_useA85": "neither", "RL_xmlParser": "other"}

    assert settings_seen(tmp_path, **hostile) == settings_seen(tmp_path)
