"""How this desk works: what its settings file says, and over it what an admin locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from leaflet_app.domain.errors import PracticeGone, SettingRefused, SettingsUnfit
from leaflet_app.domain.faults import Fault
from leaflet_app.domain.selection import Selection
from leaflet_app.domain.settings import Settings
from leaflet_app.domain.value import value
from leaflet_app.services.desk import Desk
from leaflet_app.services.standing_in import borne

if TYPE_CHECKING:
    from leaflet_app.domain.setting_kinds import Kind, Unfit
    from leaflet_app.domain.settings_hints import Hint
    from leaflet_app.domain.settings_table import Setting
    from leaflet_app.services.settings_standing import Standing

# Imports inside functions are late on purpose: where nothing is set, nothing is read.


PRACTICE, PRINTER = "library.practice", "printing.printer"
PREFERRED = "The one this computer prefers"


_NO_PRINTERS: Mapping[str, str] = MappingProxyType({})


@value
class Survey:
    """All settings at once: how they work, how each stands, the faults of the files, and what cannot work together."""

    settings: Settings
    standings: tuple[Standing, ...]
    faults: tuple[Fault, ...]
    hints: tuple[Hint, ...]


def get_ready() -> None:
    """Load what the first change of a setting needs; it takes longer than a window may keep somebody waiting."""
    from leaflet_app.delivery.settings_writing import load_writer  # noqa: PLC0415

    load_writer()


def load(desk: Desk) -> Settings:
    """Return the settings of a desk. What has faults is on the safe side; `survey` tells of it."""
    if sets_nothing(desk):
        return Settings()
    return survey(desk).settings


def sets_nothing(desk: Desk) -> bool:
    """Tell whether there is neither file; what is asked then costs nothing."""
    return _is_missing(settings_file(desk.home)) and _is_missing(desk.policy)


def survey(desk: Desk) -> Survey:
    """Read both files and return all there is to know of the settings."""
    from leaflet_app.delivery.settings_file import read_settings  # noqa: PLC0415
    from leaflet_app.domain.settings_hints import hints  # noqa: PLC0415
    from leaflet_app.services.settings_standing import settings_of, standings  # noqa: PLC0415

    own, policy = read_settings(settings_file(desk.home)), read_settings(desk.policy)
    stood = standings(own, policy)
    settings = settings_of(stood)
    return Survey(settings, stood, (*policy.faults, *own.faults), hints(settings))


def unfit(desk: Desk) -> SettingsUnfit | None:
    """Return what to tell a person of faults in the files, if there are any."""
    if sets_nothing(desk):
        return None
    faults = survey(desk).faults
    return SettingsUnfit(faults[0], len(faults) - 1) if faults else None


def origins(desk: Desk) -> tuple[Standing, ...]:
    """Return each setting with its value and where that comes from."""
    return survey(desk).standings


def change(desk: Desk, name: str, untrusted: str) -> None:
    """Set a setting to what a person typed. Raises SettingRefused, CannotSave."""
    from leaflet_app.delivery.settings_writing import write_setting  # noqa: PLC0415
    from leaflet_app.domain.setting_kinds import Unfit  # noqa: PLC0415

    setting = _free(desk, name)
    try:
        wanted = offered_kind(desk, setting).typed(untrusted)
    except Unfit as fault:
        raise SettingRefused(setting.name, fault.why, fault.remedy) from fault
    write_setting(settings_file(desk.home), setting, wanted)


def set_back(desk: Desk, name: str) -> None:
    """Set a setting back to what holds where nothing is set. Raises SettingRefused, CannotSave."""
    from leaflet_app.delivery.settings_writing import remove_setting  # noqa: PLC0415

    remove_setting(settings_file(desk.home), _free(desk, name))


def explained_file(desk: Desk) -> Path:
    """Return the file of settings, made first where there is none yet: it explains itself. Raises CannotSave."""
    from leaflet_app.delivery.settings_writing import write_template  # noqa: PLC0415

    file = settings_file(desk.home)
    if _is_missing(file):
        write_template(file)
    return file


def offered_kind(desk: Desk, setting: Setting) -> Kind:
    """Return what may be typed for a setting at this desk: a practice is one of the library, or the one that is set."""
    from leaflet_app.domain.practice import FIRST_PRACTICE, labels  # noqa: PLC0415
    from leaflet_app.domain.setting_kinds import Choice  # noqa: PLC0415

    if setting.name != PRACTICE:
        return setting.kind
    named, own = labels(desk.library.practices), load(desk).library.practice
    ids = ("" if each == FIRST_PRACTICE else each for each in named)
    known: dict[Enum | str | None, str] = dict(zip(ids, named.values(), strict=True))
    return Choice({**known, own: known.get(own, f"{own} (no longer in the library)")})


def printers_here(desk: Desk) -> Mapping[str, str]:
    """Return the printers of this computer by their names, as people call them; none where nobody knows."""
    from leaflet_app.domain.errors import CannotPrint  # noqa: PLC0415

    try:
        return {each.name: each.description for each in desk.tools.printing.printers()}
    except CannotPrint:
        return {}


def offered_here(desk: Desk, printers: Mapping[str, str] = _NO_PRINTERS) -> Survey:
    """Return all settings as a person of this desk may choose them, the printer from those that are known."""
    from leaflet_app.domain.setting_kinds import Choice  # noqa: PLC0415

    found = survey(desk)
    own = found.settings.printing.printer
    known: dict[Enum | str | None, str] = {
        own: f"{own} (not found on this computer)" if printers else own,
        "": PREFERRED,
    }
    kinds = {each.name: offered_kind(desk, each.setting) for each in found.standings}
    kinds[PRINTER] = Choice(known | dict(printers.items()))
    here = (replace(each.setting, kind=kinds[each.name]) for each in found.standings)
    standings = tuple(replace(each, setting=own) for each, own in zip(found.standings, here, strict=True))
    return replace(found, standings=standings)


def refused(setting: Setting, untrusted: str) -> Unfit | None:
    """Return why something typed cannot be set, if it cannot."""
    from leaflet_app.domain.setting_kinds import Unfit  # noqa: PLC0415

    try:
        setting.kind.typed(untrusted)
    except Unfit as fault:
        return fault
    return None


def paper(desk: Desk) -> Selection:
    """Return a selection of nothing, printed as leaflets are printed here, for the practice of this desk."""
    settings = load(desk)
    printing = settings.printing
    practice = borne(desk.library, settings.library.practice)
    return Selection(format=printing.format, theme=printing.theme, practice=practice)


def practice_gone(desk: Desk) -> PracticeGone | None:
    """Return what to tell a person where the settings name a practice that is not in the library any more."""
    own = load(desk).library.practice
    return PracticeGone(own, desk.library.practice.publisher) if own and not borne(desk.library, own) else None


def keep_paper(desk: Desk, like: Selection) -> None:
    """Print leaflets here like this one from now on. Raises SettingRefused, CannotSave."""
    keep_where_free(desk, _paper_names(like), _paper_names(paper(desk)))


def _paper_names(like: Selection) -> dict[str, str]:
    return {"printing.format": like.format.value, "printing.theme": like.theme.value}


def keep_where_free(desk: Desk, wanted: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Set what differs from before, as far as no admin says otherwise. Raises SettingRefused, CannotSave."""
    changed = {name: now for name, now in wanted.items() if now != before[name]}
    locked = {each.name for each in origins(desk) if each.is_locked} if changed else set()
    for name, now in changed.items():
        if name not in locked:
            change(desk, name, now)


def settings_file(home: Path) -> Path:
    """Return the file that holds the settings of a desk."""
    return home / "settings.toml"


def _free(desk: Desk, name: str) -> Setting:
    """Return a setting that a person may change. Raises SettingRefused."""
    from leaflet_app.domain.settings_table import setting_named  # noqa: PLC0415

    setting = setting_named(name)
    if any(each.is_locked for each in origins(desk) if each.name == setting.name):
        raise SettingRefused(setting.name, "your administrator set it for this computer", "Ask them to change it.")
    return setting


def _is_missing(file: Path) -> bool:
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # something is there, and reading it will say what is wrong with it
        return False
    return False
