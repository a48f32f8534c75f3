"""The command that emails a leaflet: it reads back, asks for the address again, and tells a passphrase once."""

import pytest
from click.testing import CliRunner

from leaflet_app.cli.doors import Doors
from leaflet_app.cli.main import command
from leaflet_app.pdf.render import render
from leaflet_app.services.outbox import mails
from leaflet_app.services.settings import change
from tests.fakes import FakePrograms, FakeTools, a_desk
from tests.kept import holding

ADDRESS = "tweety.bird@example.org"
EMAIL = ("email", "--topics", "insulinoma", "--summary")
PERSON = ("--recipient", "Canary Onymous", "--reference", "REF-CANARY-77")


@pytest.fixture
def desk(library, home):
    """Return a desk with a real renderer and a mail program."""
    return a_desk(library, render, home, FakeTools())


@pytest.fixture
def email(desk):
    """Return the command as a function; `typed` is what a person types when asked."""

    def email(*arguments, typed=""):
        doors = Doors(lambda: desk, lambda: None)
        return CliRunner().invoke(command, (*EMAIL, *arguments), obj=doors, input=typed, prog_name="leaflet-app")

    return email


@pytest.fixture
def sending(desk):
    """Set a mail server up at the desk."""
    change(desk, "mail.sender", "desk@clinic.org")
    change(desk, "mail.server", "mail.clinic.org")


def test_a_draft_is_opened_once_the_address_was_typed_twice(desk, email):
    told = email(*PERSON, typed=f"{ADDRESS}\n{ADDRESS}\n")

    assert told.exit_code == 0, told.output
    assert "is open in your mail program" in told.stdout
    assert [draft[1] for draft in desk.tools.programs.drafts] == [ADDRESS]


def test_what_goes_to_whom_is_read_back_before_anything_is_opened(desk, email):
    told = email("--to", ADDRESS, *PERSON, "--protect", typed="\n")

    assert told.exit_code != 0
    assert not desk.tools.programs.drafts
    for line in (
        f"To:       {ADDRESS}",
        "Leaflet:  Insulinoma, 2 pages, code CL-",
        "For: Canary Onymous · REF-CANARY-77",
        "Opens:    with a passphrase",
        "Subject:  Information from Dr Mark Vanderpump",
        "Check:    Awaiting clinical review.",
    ):
        assert line in told.stdout


@pytest.mark.parametrize("again", ["tweety.bird@example.net", "tweety@example.org", "x"])
def test_another_address_the_second_time_sends_nothing(desk, email, again):
    for told in (email("--to", ADDRESS, typed=f"{again}\n"), email("--to", ADDRESS, "--retype", again)):
        assert told.exit_code == 2
        assert "No mail can be sent to this address" in told.stderr
    assert not desk.tools.programs.drafts


def test_an_address_that_is_none_is_told_before_a_leaflet_is_made(email):
    told = email("--to", "ann@example.org, bob@example.org", "--retype", "x")

    assert told.exit_code == 2
    assert told.stdout == ""
    assert "it names more than one" in told.stderr
    assert "ann@" not in told.stderr


def test_a_slip_is_asked_about(email):
    told = email("--to", "ann@gmial.com", "--retype", "ann@gmial.com")

    assert "Check:    Did you mean ann@gmail.com?" in told.stdout


def test_the_passphrase_is_told_once_and_not_with_the_rest(desk, email):
    told = email("--to", ADDRESS, "--retype", ADDRESS, "--protect")

    passphrase = told.stderr.splitlines()[-1].strip()
    assert len(passphrase.split()) == 6
    assert told.output.count(passphrase) == 1
    assert passphrase not in told.stdout
    assert holding(desk.home, passphrase) == []


def test_an_open_leaflet_has_no_passphrase_to_tell(email):
    assert "assphrase" not in email("--to", ADDRESS, "--retype", ADDRESS).stderr


def test_a_mail_by_smtp_waits_in_the_outbox(desk, sending, email):
    told = email("--to", ADDRESS, "--retype", ADDRESS, "--smtp")

    [mail] = mails(desk)
    assert told.exit_code == 0, told.output
    assert mail.address == ADDRESS
    assert mail.id in told.stdout
    assert not desk.tools.programs.drafts


def test_the_settings_say_which_way_it_goes(desk, sending, email):
    change(desk, "mail.way", "smtp")

    email("--to", ADDRESS, "--retype", ADDRESS)
    email("--to", ADDRESS, "--retype", ADDRESS, "--draft")

    assert len(mails(desk)) == 1
    assert len(desk.tools.programs.drafts) == 1


def test_without_a_mail_program_the_leaflet_is_saved_where_a_person_asks(library, home, tmp_path):
    desk = a_desk(library, render, home, FakeTools(programs=FakePrograms(has_mail=False)))
    arguments = (*EMAIL, "--to", ADDRESS, "--retype", ADDRESS, "--folder", str(tmp_path))

    told = CliRunner().invoke(command, arguments, obj=Doors(lambda: desk, lambda: None))

    [pdf] = tmp_path.glob("leaflet-CL-*.pdf")
    assert told.exit_code == 0
    assert f"  {pdf}\n  {ADDRESS}\n" in told.stdout


def test_a_subject_that_tells_the_topic_is_refused(email):
    told = email("--to", ADDRESS, "--retype", ADDRESS, "--subject", "Your insulinoma leaflet")

    assert told.exit_code == 2
    assert "neutral words" in told.stderr
    assert "insulinoma" not in told.stderr


def test_no_file_that_is_kept_knows_who_was_written_to(desk, sending, email):
    email("--to", ADDRESS, "--retype", ADDRESS, "--smtp", *PERSON)

    assert mails(desk)
    assert holding(desk.home, "Canary", "CANARY", "tweety.bird") == []
