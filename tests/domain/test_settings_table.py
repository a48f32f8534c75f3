"""Every setting has a place in the table, a sentence and a default that its own gate lets through."""

from dataclasses import fields

import pytest

from leaflet_app.domain.errors import SettingRefused
from leaflet_app.domain.setting_kinds import Unfit, YesNo
from leaflet_app.domain.settings import Settings
from leaflet_app.domain.settings_table import BY_NAME, SECTIONS, TABLE, setting_named


def test_the_table_names_every_setting_in_order():
    named = [f"{part.name}.{each.name}" for part in fields(Settings) for each in fields(getattr(Settings(), part.name))]

    assert [each.name for each in TABLE] == named
    assert [part.name for part in fields(Settings)] == [*SECTIONS]


def test_no_two_parts_share_a_key_so_a_line_in_the_wrong_part_sets_nothing():
    assert len({each.key for each in TABLE}) == len(TABLE)


@pytest.mark.parametrize("setting", TABLE, ids=lambda each: each.name)
def test_a_default_comes_through_its_own_gate(setting):
    kind = setting.kind

    assert kind.read(kind.written(setting.default)) == setting.default
    assert kind.typed(kind.shown(setting.default)) == setting.default
    assert setting.purpose.endswith(".")


TYPED = [
    ("printing.format", " Large ", "large"),
    ("printing.paper", "letter", "Letter"),
    ("printing.sides", "", ""),
    ("printing.copies", " 12 ", 12),
    ("mail.protect", "Yes", True),
    ("mail.protect", "off", False),
    ("mail.sender", " clinic@example.org ", "clinic@example.org"),
    ("mail.secure_except", "NHS.net, example.org\nnhs.net", ["nhs.net", "example.org"]),
    ("mail.body", "Hello\r\n\r\n{phone} \r\n\r\n", "Hello\n\n{phone}\n"),
    ("records.address", "postgresql://leaflets@db.example.org:5432/leaflets", None),
    ("records.address", "postgresql:///leaflets?host=/run/postgresql", None),
]


@pytest.mark.parametrize(("name", "typed", "written"), TYPED)
def test_what_a_person_types_is_written_in_one_form(name, typed, written):
    kind = BY_NAME[name].kind

    assert kind.written(kind.typed(typed)) == (typed if written is None else written)


REFUSED = [
    ("printing.copies", "0", "a whole number from 1 to 99"),
    ("printing.copies", "1e3", "a whole number"),
    ("printing.copies", "9" * 5000, "a whole number"),
    ("mail.port", "65536", "from 1 to 65535"),
    ("mail.way", "pigeon", "“draft”, “smtp”"),
    ("mail.protect", "perhaps", "yes or no"),
    ("mail.sender", "Ann <ann@example.org>", "the address alone"),
    ("mail.sender", "ann@localhost", "the address alone"),
    ("mail.sender_name", "A\nBcc: eve@example.org", "on one line"),
    ("mail.sender_name", "A" * 201, "shorter"),
    ("mail.secure_prefix", "[secure]\x00", "on one line"),
    ("mail.secure_except", "nhs.net, @gmail.com", "behind the @"),
    ("mail.server", "https://smtp.example.org", "the name alone"),
    ("mail.server", "smtp.example.org:587", "the name alone"),
    ("mail.subject", "For {greeting}", "Use {practice}"),
    ("mail.subject", "For {practice.__class__}", "Use {practice}"),
    ("mail.subject", "For {practice!r}", "Use {practice}"),
    ("mail.subject", "For {practice:>900000000}", "Use {practice}"),
    ("mail.subject", "For {}", "Use {practice}"),
    ("mail.subject", "For {practice", "Take it out"),
    ("mail.subject", "For {{practice}}", "Take it out"),
    ("mail.body", " \n", "at least one line"),
    ("mail.body", "Hello {name}", "Use {greeting}"),
    ("records.address", "postgresql://ann:hunter2@db/leaflets", "settings password records"),
    ("records.address", "postgresql://db/leaflets?password=hunter2", "settings password records"),
    ("records.address", "postgresql://db/leaflets?sslmode=disable", "sslmode"),
    ("records.address", "mysql://db/leaflets", "postgresql://user@server/name"),
]


@pytest.mark.parametrize(("name", "typed", "remedy"), REFUSED)
def test_what_does_not_fit_is_refused_with_what_to_write(name, typed, remedy):
    with pytest.raises(Unfit) as refused:
        BY_NAME[name].kind.typed(typed)

    assert remedy in refused.value.remedy
    assert "hunter2" not in refused.value.why + refused.value.remedy


@pytest.mark.parametrize("setting", TABLE, ids=lambda each: each.name)
@pytest.mark.parametrize("strange", [None, 1.5, {}, [1], ["a b"], -1, "x\x00", 10**30, True], ids=repr)
def test_no_kind_takes_what_another_writes(setting, strange):
    if isinstance(setting.kind, YesNo):
        assert setting.kind.read(True) is True
        strange = strange if strange is not True else "true"

    with pytest.raises(Unfit):
        setting.kind.read(strange)


def test_a_name_that_no_setting_has_is_told_with_the_closest():
    with pytest.raises(SettingRefused, match=r"Did you mean “mail\.server”"):
        setting_named("mail.serverr")
    with pytest.raises(SettingRefused, match="settings password mail"):
        setting_named("mail.password")
    with pytest.raises(SettingRefused, match="to see them all"):
        setting_named("zzz")
