"""How each setting of a desk stands: its value, where that comes from, and whether a person may change it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from leaflet_app.delivery.settings_file import SettingsRead
from leaflet_app.domain.settings import MailWay, Settings
from leaflet_app.domain.settings_table import BY_NAME, SECTIONS, TABLE, Setting
from leaflet_app.domain.value import value

SAFE: Mapping[str, object] = MappingProxyType(
    {"mail.way": MailWay.DRAFT, "mail.protect": True, "register.keep_reference": False}
)
"""What holds while nobody can know what was meant: a person looks at each mail, and less is kept."""


class Origin(Enum):
    """Where the value of a setting comes from."""

    DEFAULT = "default"
    FILE = "settings file"
    POLICY = "policy"
    SAFE = "safe side"

    @property
    def label(self) -> str:
        """Say it to a person."""
        return _LABELS[self]


_LABELS = {
    Origin.DEFAULT: "the usual",
    Origin.FILE: "set at this desk",
    Origin.POLICY: "set by your administrator",
    Origin.SAFE: "on the safe side, until a file is mended",
}


@value
class Standing:
    """One setting as it stands at a desk."""

    setting: Setting
    value: object
    origin: Origin
    is_locked: bool

    @property
    def name(self) -> str:
        """Return the name by which commands and messages call it."""
        return self.setting.name

    @property
    def shown(self) -> str:
        """Return the value as a person reads it."""
        return self.setting.kind.shown(self.value)

    @property
    def is_safe(self) -> bool:
        """Tell whether a fault of a file hides what was meant."""
        return self.origin is Origin.SAFE


def standings(own: SettingsRead, policy: SettingsRead) -> tuple[Standing, ...]:
    """Return every setting: an admin's word before the desk's own, and the safe side where a file has faults."""
    locked = {name for name in (*policy.values, *policy.unfit) if name in BY_NAME}
    safe_by_policy = _safe_for(policy)
    safe = {name: SAFE[name] for name in (*_safe_for(own), *safe_by_policy)}
    return tuple(_standing(each, own, policy, safe, locked | safe_by_policy) for each in TABLE)


def settings_of(stood: tuple[Standing, ...]) -> Settings:
    """Return the settings that stand so."""
    blank = Settings()
    parts = {
        section: type(getattr(blank, section))(
            **{each.setting.key: each.value for each in stood if each.setting.section == section}
        )
        for section in SECTIONS
    }
    return Settings(**parts)


def _standing(
    setting: Setting, own: SettingsRead, policy: SettingsRead, safe: Mapping[str, object], locked: set[str]
) -> Standing:
    name = setting.name
    is_locked = name in locked
    if name in safe:
        return Standing(setting, safe[name], Origin.SAFE, is_locked)
    if is_locked:  # what an admin wrote in a way nobody can read is not for the desk to say
        return Standing(setting, policy.values.get(name, setting.default), Origin.POLICY, is_locked)
    if name in own.values:
        return Standing(setting, own.values[name], Origin.FILE, is_locked)
    return Standing(setting, setting.default, Origin.DEFAULT, is_locked)


def _safe_for(read: SettingsRead) -> set[str]:
    """Return what goes to the safe side for the faults of a file: a fault about mail lets no mail go by itself."""
    if not read.is_readable:
        return set(SAFE)
    named = {name for name in SAFE if name in read.unfit}
    return named | {"mail.way"} if any(_is_of_mail(name) for name in read.unfit) else named


def _is_of_mail(name: str) -> bool:
    return name.partition(".")[0] == "mail"
