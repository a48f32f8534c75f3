import subprocess
import sys
import textwrap

import pytest

from leaflet_app.gui.app import noting_crashes, tell_unexpected_faults
from leaflet_app.paths import log_file
from tests.gui.hands import words_of


@pytest.fixture
def hook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_an_unexpected_fault_is_told_and_noted_without_the_words_it_held(window, hook):
    tell_unexpected_faults(window)

    fault = KeyError("Zebedee Patient")
    sys.excepthook(KeyError, fault, fault.__traceback__)

    assert "Something went wrong that should not have." in words_of(window.centralWidget())
    noted = log_file().read_text(encoding="utf-8")
    assert "KeyError" in noted
    assert "Zebedee" not in noted + words_of(window.centralWidget())


def test_the_window_opens_even_where_no_log_can_be_written(tmp_path):
    blocked = tmp_path / "a-file"
    blocked.write_text("")

    with noting_crashes(blocked / "log" / "faults.log"):
        pass


def test_run_opens_the_window_and_leaves_at_once_when_it_closes_in_the_middle_of_a_leaflet():
    """In a process of its own: the application can be made only once."""
    program = textwrap.dedent(
        """
        import sys
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from leaflet_app.bootstrap import build_desk
        from leaflet_app.gui import app

        def close():
            [main] = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == "MainWindow"]
            main.leaflets.choice.add("insulinoma")
            QTimer.singleShot(50, main, main.close)

        made = app.make_app
        def make_and_close():
            built = made()
            QTimer.singleShot(200, built, close)
            return built
        app.make_app = make_and_close
        sys.exit(app.run(build_desk()))
        """
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
