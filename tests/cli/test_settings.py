"""Settings from the command line."""

import json

import pytest
from click.testing import CliRunner

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.domain.settings import SUBJECT, MailWay
from leaflet_app.domain.settings_table import TABLE
from leaflet_app.services.settings import load, settings_file
from tests.fakes import FakeTools, NoSecrets, a_desk


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.fixture
def run_on(desk):
    """Return the command line as a function on one desk; `typed` stands in standard input."""

    def run(*arguments, typed=None):
        doors = Doors(lambda: desk, lambda: None)
        return CliRunner().invoke(command, ("settings", *arguments), obj=doors, input=typed, prog_name="leaflet-app")

    return run


def line_of(output, name):
    """Return the words of the line about a setting."""
    return next(line.split(maxsplit=1)[1] for line in output.splitlines() if line.startswith(f"{name} "))


def test_each_setting_is_shown_with_where_it_comes_from(run_on, desk):
    desk.policy.write_text('[mail]\nserver = "relay.example.org"\n', encoding="utf-8")
    run_on("set", "printing.copies", "2")

    shown = run_on()

    assert shown.exit_code == 0
    assert [line.split()[0] for line in shown.output.splitlines() if line] == [each.name for each in TABLE]
    assert line_of(shown.output, "printing.copies").split(maxsplit=1) == ["2", "set at this desk"]
    assert line_of(shown.output, "mail.server").split(maxsplit=1) == ["relay.example.org", "set by your administrator"]
    assert line_of(shown.output, "mail.subject") == f"{SUBJECT:<44}  the usual"


def test_other_programs_read_values_origins_and_locks(run_on, desk):
    desk.policy.write_text('[mail]\nway = "smtp"\n', encoding="utf-8")

    read = json.loads(run_on("--json").stdout)

    (way,) = (each for each in read["settings"] if each["name"] == "mail.way")
    assert way | {"purpose": ""} == {
        "name": "mail.way",
        "value": "smtp",
        "origin": "policy",
        "locked": True,
        "purpose": "",
    }
    assert read["hints"][0].startswith("mail.sender: ")


def test_a_setting_is_set_and_unset(run_on, desk):
    said = run_on("set", "mail.way", "SMTP")
    assert said.output == "mail.way is now smtp (set at this desk).\n"
    assert load(desk).mail.way is MailWay.SMTP

    said = run_on("unset", "mail.way")
    assert said.output == "mail.way is now draft (the usual).\n"
    assert load(desk).mail.way is MailWay.DRAFT


def test_a_text_of_several_lines_comes_through_standard_input(run_on, desk):
    run_on("set", "mail.body", "-", typed="{greeting}\n\nOurs: {phone}\n")

    assert load(desk).mail.body == "{greeting}\n\nOurs: {phone}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("set", "mail.port", "none"), "Write a whole number from 1 to 65535."),
        (("set", "mail.prot", "1"), "Did you mean “mail.port”?"),
        (("set", "mail.password", "hunter2"), "Run “leaflet-app settings password mail”."),
        (("unset", "zebra"), "Run “leaflet-app settings” to see them all."),
    ],
)
def test_what_cannot_be_set_is_told_in_two_sentences(run_on, desk, arguments, said):
    refused = run_on(*arguments)

    assert refused.exit_code == 2
    assert refused.stderr.splitlines()[1] == said
    assert "hunter2" not in refused.output
    assert not settings_file(desk.home).exists()


def test_a_locked_setting_is_not_changed(run_on, desk):
    desk.policy.write_text("[printing]\ncopies = 2\n", encoding="utf-8")

    refused = run_on("set", "printing.copies", "3")

    assert refused.exit_code == 2
    assert "your administrator set it for this computer" in refused.stderr


def test_faults_and_what_cannot_work_together_are_told_below(run_on, desk):
    settings_file(desk.home).write_text('[mail]\nport = 587\nuser = 1\npassword = "hunter2"\n', encoding="utf-8")

    shown = run_on()

    assert shown.exit_code == 2
    assert "settings.toml:3: mail.user: it is not a text, write it between quotation marks" in shown.stderr
    assert "mail.security: port 587 is encrypted by STARTTLS as a rule." in shown.stderr
    assert line_of(shown.stdout, "mail.way").endswith("on the safe side, until a file is mended")
    assert "hunter2" not in shown.output


def test_the_files_are_named(run_on, desk):
    run_on("set", "mail.port", "587")

    said = run_on("where").output
    assert f"Settings of this desk: {settings_file(desk.home)}\n" in said
    assert f"Policy of the computer: {desk.policy} (not there)\n" in said


def test_a_password_goes_to_the_keyring_and_nowhere_else(run_on, desk):
    said = run_on("password", "mail", typed="hunter2 \n")

    assert desk.tools.secrets.kept == {"mail": "hunter2 "}
    assert said.output == "The password of the mail server is in the keyring.\n"
    assert not any(b"hunter2" in file.read_bytes() for file in desk.home.rglob("*") if file.is_file())

    run_on("forget", "mail")
    assert desk.tools.secrets.kept == {}


def test_no_password_is_kept_of_nothing(run_on, desk):
    refused = run_on("password", "records", typed="\n")

    assert refused.exit_code == 2
    assert "nothing was typed" in refused.stderr
    assert desk.tools.secrets.kept == {}


@pytest.mark.parametrize("act", ["password", "forget"])
def test_a_computer_without_a_keyring_is_told(run_on, desk, act):
    desk.tools = FakeTools(secrets=NoSecrets())

    refused = run_on(act, "mail", typed="hunter2\n")

    assert refused.exit_code == 2
    assert refused.stderr.startswith("Passwords and keys cannot be kept or read: this computer has no keyring.")


def test_who_prints_is_told_of_settings_that_cannot_be_used(desk):
    settings_file(desk.home).write_text("[printing]\ncopies = 0\n", encoding="utf-8")

    shown = CliRunner().invoke(command, ("print", "--list-printers"), obj=Doors(lambda: desk, lambda: None))

    assert shown.exit_code == 0
    assert "settings.toml, line 2: printing.copies: it is too small or too large." in shown.stderr
    assert "settings.toml" not in shown.stdout
