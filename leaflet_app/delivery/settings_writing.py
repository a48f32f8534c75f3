"""Change one setting in a TOML file and nothing else of it: comments, order and unknown lines stay as they are."""

from __future__ import annotations

import os
import re
import textwrap
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from leaflet_app.delivery.save import save_whole, told_of
from leaflet_app.delivery.settings_file import Unreadable, tables_of, text_of
from leaflet_app.delivery.turn import turn
from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.settings_table import SECTIONS, TABLE, Setting
from leaflet_app.paths import make_private

HEAD = """\
# Settings of Clinic Leaflets.
#
# A line that begins with # sets nothing: it shows what holds as long as nothing else is written.
# Take the # away and change what stands behind the = sign. Passwords never stand here:
# “leaflet-app settings password mail” keeps them in the keyring of this computer.
"""

_MARK = "\x7f set back \x7f"
"""Stands for a moment where a setting is set back; nobody writes it."""

Written = str | int | bool | list[str]


def write_setting(file: Path, setting: Setting, value: object) -> None:
    """Set a setting, in a file that explains itself. Raises CannotSave, SettingRefused."""
    with _turn_at(file):
        text = _text(file, setting)
        _save(file, _with(text if text.strip() else template(), setting, setting.kind.written(value)))


def remove_setting(file: Path, setting: Setting) -> None:
    """Set a setting back to what holds by itself. Raises CannotSave, SettingRefused."""
    with _turn_at(file):
        text = _text(file, setting)
        if setting.key in _part(tables_of(text), setting):
            _save(file, _without(text, setting))


def write_template(file: Path) -> None:
    """Write a file in which every setting is explained and none is set, if there is none. Raises CannotSave."""
    with _turn_at(file):
        if not os.path.lexists(file):
            _save(file, template())


@contextmanager
def _turn_at(file: Path) -> Iterator[None]:
    """Let no other program change a file from when it is read until it is written. Raises CannotSave."""
    with ExitStack() as held:
        with told_of(file):
            make_private(file.parent)
            held.enter_context(turn(file.with_suffix(".lock")))
        yield


def template() -> str:
    """Return a file in which every setting is explained and none is set."""
    parts = [HEAD]
    for section, purpose in SECTIONS.items():
        parts.append(f"\n\n[{section}]\n# {purpose}\n")
        parts += [f"\n{_explained(each)}\n" for each in TABLE if each.section == section]
    return "".join(parts)


def _explained(setting: Setting) -> str:
    accepted = setting.kind.accepted
    told = [setting.purpose, *([f"Write {accepted}."] if accepted else [])]
    wrapped = (line for each in told for line in textwrap.wrap(each, 100, break_on_hyphens=False))
    return "\n".join((*(f"# {line}" for line in wrapped), _commented(setting)))


def load_writer() -> None:
    """Load what writes a setting, while nobody waits for it."""
    import tomlkit  # noqa: F401, PLC0415


def _commented(setting: Setting) -> str:
    """Return the line, or lines, that show a default without setting it."""
    return textwrap.indent(
        f"{setting.key} = {_literal(setting.kind.written(setting.default))}", "# ", lambda _line: True
    ).replace("# \n", "#\n")


def _literal(written: Written) -> str:
    """Return a value as TOML writes it; a text of several lines begins on a line of its own."""
    import tomlkit  # noqa: PLC0415  (only who changes a setting needs it)

    if isinstance(written, str) and "\n" in written:
        literal = tomlkit.string(written, multiline=True).as_string()
        return literal if literal.startswith('"""\n') else f'"""\n{literal[3:]}'
    return tomlkit.item(written).as_string()


def _with(text: str, setting: Setting, written: Written) -> str:
    """Return the text with a setting set, in place of its comment where there is one. Raises SettingRefused."""
    wanted = tables_of(text)
    _part(wanted, setting)[setting.key] = written
    shown, used = f"\n{_commented(setting)}\n", f"\n{setting.key} = 0\n"
    for begun in (text.replace(shown, used, 1), text):
        if (changed := _set(begun, setting, written)) and tables_of(changed) == wanted:
            return changed
    raise SettingRefused(setting.name, "its file has no room for it", "Write it into the file in an editor.")


def _set(text: str, setting: Setting, written: Written) -> str:
    """Let tomlkit set a key; nothing where it cannot."""
    import tomlkit  # noqa: PLC0415
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        document = tomlkit.parse(text)
        part: MutableMapping[str, object] = document.setdefault(setting.section, tomlkit.table())
        part[setting.key] = tomlkit.value(_literal(written))
        return tomlkit.dumps(document)
    except TOMLKitError:
        return ""


def _without(text: str, setting: Setting) -> str:
    """Return the text with the line of a setting as a comment again, or at least without it."""
    import tomlkit  # noqa: PLC0415

    marked = _with(text, setting, _MARK)
    line = re.compile(rf"^[ \t]*{setting.key}[ \t]*=[ \t]*{re.escape(_literal(_MARK))}", re.MULTILINE)
    if line.search(marked):
        return line.sub(lambda _found: _commented(setting), marked)
    document = tomlkit.parse(text)
    part: MutableMapping[str, object] = document[setting.section]
    del part[setting.key]
    return tomlkit.dumps(document)


def _part(tables: dict[str, object], setting: Setting) -> dict[str, object]:
    """Return the part of a file that a setting belongs to. Raises TypeError."""
    part = tables.setdefault(setting.section, {})
    if not isinstance(part, dict):
        raise TypeError(setting.section)
    return part


def _text(file: Path, setting: Setting) -> str:
    """Return the text of a file that can be changed safely. Raises SettingRefused."""
    try:
        text = text_of(file)
        _part(tables_of(text), setting)
    except Unreadable as fault:
        line, why, remedy = fault.fault_at
        raise SettingRefused(setting.name, f"{file.name}, line {line}: {why}", f"Open {file} and {remedy}.") from fault
    except TypeError as fault:
        remedy = f"Open {file} and write [{setting.section}] on a line of its own."
        raise SettingRefused(setting.name, f"“{setting.section}” is no part of {file.name}", remedy) from fault
    return text


def _save(file: Path, text: str) -> None:
    """Write the file whole, for the eyes of its owner only where it is new."""
    with told_of(file):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    save_whole(file, text.encode())
