"""Keep ReportLab to itself: it would run files of the working and home folders, and obey RL_* variables."""

from __future__ import annotations

import os
import sys
from types import ModuleType

LOOKED_FOR = ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings")
"""The modules that ReportLab looks for; where it finds them, it runs no file of the home folder either."""


def seal() -> None:
    """Hand ReportLab empty modules. Call before it is imported."""
    for name in LOOKED_FOR:
        sys.modules.setdefault(name, ModuleType(name))
    for name in [each for each in os.environ if each.upper().startswith("RL_")]:
        del os.environ[name]
