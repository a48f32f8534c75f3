"""Keep ReportLab to itself: it would run files of the working and home folders, and obey RL_* variables."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from types import MappingProxyType, ModuleType

LOOKED_FOR = ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings")
"""The modules that ReportLab looks for; where it finds them, it runs no file of the home folder either."""

SETTINGS: Mapping[str, object] = MappingProxyType(
    {
        "trustedHosts": None,
        "trustedSchemes": (),
        "toColorCanUse": None,
        "useA85": 0,
    }
)
"""No picture from elsewhere, no colour that is an expression, and bytes as they are: a fifth smaller."""


def seal() -> None:
    """Hand ReportLab our settings in place of all others. Call before it is imported."""
    for name in LOOKED_FOR:
        sys.modules.setdefault(name, ModuleType(name))
    vars(sys.modules["reportlab_settings"]).update(SETTINGS)
    for name in [each for each in os.environ if each.upper().startswith("RL_")]:
        del os.environ[name]
