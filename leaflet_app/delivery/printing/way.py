"""Which way to the printers this computer has."""

from __future__ import annotations

import shutil
import sys

from leaflet_app.delivery.printing.no_way import NoWay
from leaflet_app.domain.printing import PrintWay


def way_of_this_system() -> PrintWay:
    """Return the best way of this system."""
    if sys.platform == "win32":
        from leaflet_app.delivery.printing.windows import ShellPrint, SumatraPrint, sumatra  # noqa: PLC0415

        program = sumatra()
        return SumatraPrint(program) if program else ShellPrint()
    if shutil.which("lp") and shutil.which("lpstat"):
        from leaflet_app.delivery.printing.cups import CupsLp  # noqa: PLC0415

        return CupsLp()
    return NoWay()
