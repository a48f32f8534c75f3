"""Keep ReportLab to itself: it would run settings files of the working and home folders, and obey RL_* variables."""

from __future__ import annotations

import os
import sys
from types import ModuleType

SETTINGS_FILES = ("reportlab_settings", "reportlab.local_rl_settings")
"""The modules that ReportLab looks for; where it finds the first, it runs no ~/.reportlab_settings either."""


def seal() -> None:
    """Hand ReportLab empty settings. Call before it is imported."""
    for name in SETTINGS_FILES:
        sys.modules.setdefault(name, ModuleType(name))
    for name in [each for each in os.environ if each.upper().startswith("RL_")]:
        del os.environ[name]
