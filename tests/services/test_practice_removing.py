"""A practice is taken out of the library in one change, never the first one, and can be brought back whole."""

from dataclasses import replace

import pytest

from leaflet_app.domain.errors import EditedMeanwhile, EditRefused, UnknownPractice
from leaflet_app.domain.given import Way
from leaflet_app.domain.practice import Brand
from leaflet_app.pdf.render import render
from leaflet_app.services import library_store
from leaflet_app.services.drafts import keep as keep_draft
from leaflet_app.services.drafts import load as load_draft
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.named_texts import version_named
from leaflet_app.services.practice import keep, keep_new, kept, list_practices
from leaflet_app.services.practice_removing import bring_back, remove, removed
from leaflet_app.services.recreate_leaflet import recreate
from leaflet_app.services.register import note_given
from leaflet_app.services.settings import change as set_to
from leaflet_app.services.settings import paper, practice_gone
from leaflet_app.services.text_versions import restore
from tests.builders import a_practice, a_selection
from tests.fakes import a_desk
from tests.library.test_practice import SHIPPED_LOGO

HILL = a_practice(name="Hill Clinic", consultant_name="Dr Ada Hill", phone="020 7946 0000")
WITH_LOGO = replace(HILL, brand=Brand(logo=SHIPPED_LOGO, logo_alt="A leaf"))
FILE, LOGO = "practice/hill-clinic.toml", "practice/hill-clinic-logo.png"


@pytest.fixture
def desk(library, home):
    desk = a_desk(library, home=home)
    set_to(desk, "library.editor", "Ada Hill")
    return desk


@pytest.fixture
def hill(desk):
    """Return a practice with a logo beside the first."""
    return keep_new(desk, WITH_LOGO)


def files(desk):
    return library_store.newest(desk).files


def share_logo(desk, name):
    """Let another practice show the picture of this name too."""
    text = f'consultant_name = "Dr B"\nphone = "020 7946 0000"\n[brand]\nlogo = "{name}"\nlogo_alt = "A leaf"\n'
    base = library_store.newest(desk).commit
    library_store.change(desk, {"practice/vale.toml": text.encode()}, "Share the logo", base=base)


def test_a_practice_goes_with_its_logo_in_one_change(desk, hill):
    assert remove(desk, "hill-clinic") == "Hill Clinic"

    assert not any(map(files(desk).holds, (FILE, LOGO)))
    newest, before, *_ = library_store.history(desk)
    assert (newest.author, newest.message) == ("Ada Hill", "Remove the practice Hill Clinic")
    assert newest.texts == (LOGO, FILE)
    assert before.commit == hill.base


def test_a_logo_that_another_practice_shows_stays(desk, hill):
    share_logo(desk, "hill-clinic-logo.png")
    remove(desk, "hill-clinic")

    assert library_store.newest(desk).library.practices["vale"].brand.logo == SHIPPED_LOGO


def test_the_first_practice_stands_in_for_all_and_is_never_removed(desk, hill):
    with pytest.raises(EditRefused, match="the first practice stands in"):
        remove(desk, "practice")


def test_only_a_practice_that_is_there_is_removed(desk):
    with pytest.raises(UnknownPractice):
        remove(desk, "north")


def test_a_practice_with_faults_can_be_removed(desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {"practice/vale.toml": b'phone = "ring\n'}, "Break", base=base)

    assert remove(desk, "vale") == "vale"
    assert [each.id for each in list_practices(desk)] == ["practice"]


def test_what_another_changed_meanwhile_is_not_removed_unasked(desk, hill):
    keep(desk, hill, replace(WITH_LOGO, phone="0161 496 0000"))

    with pytest.raises(EditedMeanwhile):
        remove(desk, "hill-clinic", base=hill.base)


def test_the_first_stands_in_at_a_desk_whose_settings_name_it_and_that_is_said(desk, hill):
    set_to(desk, "library.practice", "hill-clinic")
    assert paper(desk).practice == "hill-clinic"
    assert practice_gone(desk) is None
    remove(desk, "hill-clinic")

    assert paper(desk).practice == ""
    told = "The practice “hill-clinic” of this desk's settings is no longer in the library: leaflets bear Dr Mark"
    assert str(practice_gone(desk)).startswith(told)
    bring_back(desk, "hill-clinic")
    assert paper(desk).practice == "hill-clinic"
    assert practice_gone(desk) is None


def test_a_practice_with_faults_is_refused_and_never_replaced(desk):
    base = library_store.newest(desk).commit
    library_store.change(desk, {"practice/vale.toml": b'phone = "ring\n'}, "Break", base=base)
    (desk.home / "settings.toml").write_text('[library]\npractice = "vale"\n')

    assert paper(desk).practice == "vale"
    assert practice_gone(desk) is None


def test_a_leaflet_that_was_left_goes_on_with_the_first(desk, home, hill):
    left = a_selection("insulinoma", practice="hill-clinic")
    keep_draft(home, left)
    assert load_draft(home, desk.library).practice == "hill-clinic"
    remove(desk, "hill-clinic")

    assert load_draft(home, desk.library).practice == ""


def test_a_leaflet_that_was_given_is_made_again_byte_for_byte(desk, hill):
    desk.render = render
    selection = a_selection("insulinoma", practice="hill-clinic", is_summary=True)
    given = note_given(desk, Way.PRINT, make_leaflet(desk.library, selection, render), selection)
    remove(desk, "hill-clinic")

    assert recreate(desk, given).is_same


def test_a_practice_is_brought_back_as_it_was(desk, hill):
    remove(desk, "hill-clinic")
    [one] = removed(desk)
    assert (one.id, one.label) == ("hill-clinic", "Hill Clinic")

    now = bring_back(desk, "hill-clinic")
    assert (now.practice, now.text, now.logo) == (hill.practice, hill.text, hill.logo)
    assert kept(desk, "hill-clinic") == now
    assert removed(desk) == ()
    assert library_store.history(desk, FILE)[0].message == "Bring back the practice Hill Clinic"


def test_a_practice_is_brought_back_beside_a_logo_that_took_its_name(desk, hill):
    remove(desk, "hill-clinic")
    other = SHIPPED_LOGO + b"\0"
    base = library_store.newest(desk).commit
    library_store.change(desk, {LOGO: other}, "Put a picture there", base=base)
    share_logo(desk, "hill-clinic-logo.png")

    assert bring_back(desk, "hill-clinic").practice == WITH_LOGO
    practices = library_store.newest(desk).library.practices
    assert [practices[each].brand.logo for each in ("hill-clinic", "vale")] == [SHIPPED_LOGO, other]


@pytest.mark.parametrize("practice_id", ["practice", "north"])
def test_only_what_was_removed_is_brought_back(desk, practice_id):
    with pytest.raises(EditRefused):
        bring_back(desk, practice_id)


def test_an_earlier_version_comes_back_with_its_logo(desk, hill):
    remove(desk, "hill-clinic")
    restore(desk, FILE, version_named(desk, FILE, hill.base))

    assert library_store.newest(desk).library.practices["hill-clinic"] == WITH_LOGO


def test_a_former_logo_goes_when_no_practice_shows_it(desk, hill):
    as_jpeg = b"\xff\xd8\xff" + SHIPPED_LOGO
    now = keep(desk, hill, replace(WITH_LOGO, brand=replace(WITH_LOGO.brand, logo=as_jpeg)))

    assert (now.logo, files(desk).holds(LOGO)) == ("hill-clinic-logo.jpg", False)
    assert library_store.bytes_at(desk, LOGO, hill.base) == SHIPPED_LOGO
    keep(desk, now, HILL)
    assert not files(desk).holds("practice/hill-clinic-logo.jpg")


def test_a_former_logo_that_another_practice_shows_stays(desk, hill):
    share_logo(desk, "hill-clinic-logo.png")
    now = keep(desk, kept(desk, "hill-clinic"), HILL)

    assert now.logo == ""
    assert library_store.newest(desk).library.practices["vale"].brand.logo == SHIPPED_LOGO


def test_a_former_logo_stays_where_a_practice_with_faults_may_show_it(desk, hill):
    base = library_store.newest(desk).commit
    broken = b'[brand\nlogo = "hill-clinic-logo.png"\n'
    library_store.change(desk, {"practice/vale.toml": broken}, "Break", base=base)
    keep(desk, kept(desk, "hill-clinic"), HILL)

    assert files(desk).holds(LOGO)
