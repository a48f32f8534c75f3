"""A letter may not do otherwise than an admin locked, nor than the safe side while a line of the settings is wrong."""

import pytest

from leaflet_app.domain.errors import MailRefused
from leaflet_app.domain.settings import MailWay
from leaflet_app.services.settings import settings_file
from leaflet_app.services.settings_held import refuse_what_is_held
from tests.fakes import a_desk


@pytest.fixture
def desk(home):
    return a_desk(home=home)


@pytest.mark.parametrize("way", MailWay)
@pytest.mark.parametrize("is_protected", [None, False, True])
def test_a_desk_may_do_as_it_likes_where_nothing_is_locked(desk, way, is_protected):
    refuse_what_is_held(desk, way, is_protected)
    settings_file(desk.home).write_text('[mail]\nway = "draft"\nprotect = true\n', encoding="utf-8")

    refuse_what_is_held(desk, way, is_protected)


@pytest.mark.parametrize(("locked", "other"), [("draft", MailWay.SMTP), ("smtp", MailWay.DRAFT)])
def test_another_way_than_the_locked_one_is_refused(desk, locked, other):
    desk.policy.write_text(f'[mail]\nway = "{locked}"\n', encoding="utf-8")

    refuse_what_is_held(desk, MailWay(locked), None)
    with pytest.raises(MailRefused, match="your administrator has every email sent"):
        refuse_what_is_held(desk, other, None)


def test_an_open_pdf_is_refused_where_an_admin_protects_each(desk):
    desk.policy.write_text("[mail]\nprotect = true\n", encoding="utf-8")

    for is_protected in (None, True):
        refuse_what_is_held(desk, MailWay.DRAFT, is_protected)
    with pytest.raises(MailRefused, match="needs a passphrase"):
        refuse_what_is_held(desk, MailWay.DRAFT, False)


def test_a_protected_pdf_is_fine_where_an_admin_asks_for_none(desk):
    desk.policy.write_text("[mail]\nprotect = false\n", encoding="utf-8")

    refuse_what_is_held(desk, MailWay.DRAFT, True)


def test_no_mail_goes_by_itself_while_a_line_about_mail_is_wrong(desk):
    settings_file(desk.home).write_text('[mail]\nway = "smtp"\nsecure_prefx = "[secure]"\n', encoding="utf-8")

    refuse_what_is_held(desk, MailWay.DRAFT, None)
    with pytest.raises(MailRefused, match="a line of the settings for email cannot be used"):
        refuse_what_is_held(desk, MailWay.SMTP, None)


def test_no_open_pdf_goes_while_nobody_knows_whether_to_protect(desk):
    settings_file(desk.home).write_text('[mail]\nprotect = "perhaps"\n', encoding="utf-8")

    with pytest.raises(MailRefused, match="a line of the settings cannot be used, so this one needs a passphrase"):
        refuse_what_is_held(desk, MailWay.DRAFT, False)
