"""One setting is changed, and nothing else of a file that people write by hand."""

import stat
import sys
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflet_app.delivery.settings_file import read_settings
from leaflet_app.delivery.settings_writing import remove_setting, template, write_setting
from leaflet_app.domain.errors import CannotSave, SettingRefused
from leaflet_app.domain.settings import MailWay
from leaflet_app.domain.settings_table import BY_NAME, TABLE

OWN = """\
# the practice's own words
[mail]   # how we mail
user = "old"    # ask Jo
unknown = 1

[from-a-newer-version]
key = [1, 2]  # keep me
"""


@pytest.fixture
def file(home):
    return home / "deep" / "settings.toml"


def test_a_new_file_explains_every_setting_and_sets_one(file):
    write_setting(file, BY_NAME["mail.way"], MailWay.SMTP)

    text = file.read_text(encoding="utf-8")
    assert text == template().replace('# way = "draft"', 'way = "smtp"')
    assert all(f"# {each.key} = " in template() for each in TABLE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_a_new_file_is_for_its_owner_alone_and_an_old_one_keeps_its_rights(file):
    write_setting(file, BY_NAME["mail.port"], 587)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    file.chmod(0o640)
    write_setting(file, BY_NAME["mail.port"], 465)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_all_settings_set_and_set_back_leave_the_file_as_it_was(file):
    for each in TABLE:
        write_setting(file, each, each.default)
    assert len(read_settings(file).values) == len(TABLE)

    for each in TABLE:
        remove_setting(file, each)
    assert file.read_text(encoding="utf-8") == template()


def test_comments_order_and_unknown_lines_stay(file):
    file.parent.mkdir()
    file.write_text(OWN, encoding="utf-8")

    write_setting(file, BY_NAME["mail.user"], 'new "one"')
    write_setting(file, BY_NAME["printing.copies"], 2)

    text = file.read_text(encoding="utf-8")
    assert text.startswith(OWN.replace('"old"', '"new \\"one\\""'))
    assert read_settings(file).values == {"mail.user": 'new "one"', "printing.copies": 2}

    remove_setting(file, BY_NAME["mail.user"])
    assert '# user = ""    # ask Jo' in file.read_text(encoding="utf-8")


def test_a_text_of_several_lines_stays_readable(file):
    write_setting(file, BY_NAME["mail.body"], "{greeting}\n\nOurs.\n")

    assert 'body = """\n{greeting}\n\nOurs.\n"""\n' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "written", ['mail.user = "a"\n', 'mail = {user = "a", port = 1}\n', '["mail"]\n"user" = "a"\n']
)
def test_other_ways_of_toml_are_changed_and_set_back(file, written):
    file.parent.mkdir()
    file.write_text(written, encoding="utf-8")
    user = BY_NAME["mail.user"]

    write_setting(file, user, "b")
    assert read_settings(file).values["mail.user"] == "b"
    remove_setting(file, user)
    assert "mail.user" not in read_settings(file).values
    write_setting(file, user, "c")
    assert read_settings(file).values["mail.user"] == "c"


def test_a_comment_moved_to_another_part_does_not_lead_a_setting_there(file):
    file.parent.mkdir()
    file.write_text('[printing]\n# user = ""\n[mail]\n', encoding="utf-8")

    write_setting(file, BY_NAME["mail.user"], "jo")

    assert read_settings(file).values == {"mail.user": "jo"}
    assert read_settings(file).faults == ()


@pytest.mark.parametrize("broken", ["[mail]\nuser = \n", "mail = 3\n"])
def test_a_file_that_cannot_be_read_is_not_written(file, broken):
    file.parent.mkdir()
    file.write_text(broken, encoding="utf-8")

    for act in (
        lambda: write_setting(file, BY_NAME["mail.user"], "x"),
        lambda: remove_setting(file, BY_NAME["mail.user"]),
    ):
        with pytest.raises(SettingRefused) as refused:
            act()
        assert str(file) in refused.value.remedy
    assert file.read_text(encoding="utf-8") == broken


def test_setting_back_what_was_never_set_writes_no_file(file):
    remove_setting(file, BY_NAME["mail.user"])

    assert not file.exists()


def test_a_home_that_is_a_file_is_told(home):
    (home / "file").write_bytes(b"")

    with pytest.raises(CannotSave, match="a part of its path is a file"):
        write_setting(home / "file" / "settings.toml", BY_NAME["mail.user"], "x")


LINES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf", "Cn", "Co"]) | st.sampled_from("\"'\\#=[]"),
    max_size=40,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(lines=st.lists(LINES, min_size=1, max_size=4), name=LINES)
def test_whatever_is_written_is_read_again(file, lines, name):
    body, user = BY_NAME["mail.body"], BY_NAME["mail.sender_name"]
    text = "\n".join(line for line in lines) + "\n.\n"

    write_setting(file, body, text)
    write_setting(file, user, name.strip().replace("\xa0", " "))

    found = tomllib.loads(file.read_text(encoding="utf-8"))["mail"]
    assert found == {"body": text, "sender_name": name.strip().replace("\xa0", " ")}
