"""What a patient record may ask for: it offers, it never decides."""

import pytest

from leaflet_app.domain.codes import Code, CodeSystem
from leaflet_app.domain.errors import LinkNotUnderstood, UnknownTopic
from leaflet_app.domain.launch import CODE, LANGUAGE, NAME, REFERENCE, SPOKEN, SYSTEM, TOPICS, launch_of

CM = CodeSystem.ICD_10_CM.value


def a_code(code, system=CM, **more):
    return {CODE: code, SYSTEM: system, **more}


def test_topics_by_name_are_chosen_in_the_order_of_a_leaflet(library):
    launch = launch_of({TOPICS: "insulinoma, net-overview,insulinoma", REFERENCE: "A 123"}, library)

    assert launch.topics == ("net-overview", "insulinoma")
    assert launch.reference == "A 123"


def test_a_code_only_offers_topics_and_the_closest_comes_first(library):
    launch = launch_of(a_code("c7a.012"), library)

    assert launch.topics == ()
    assert launch.offered == ("small-bowel-net", "net-overview")
    assert launch.asked == "c7a.012"


def test_a_code_that_several_topics_carry_offers_them_all(library):
    offered = launch_of(a_code("C25.4"), library).offered

    assert {"insulinoma", "gastrinoma", "vipoma"} <= set(offered)


def test_a_display_name_offers_the_topic_of_just_that_name(library):
    assert launch_of({NAME: "zollinger-ellison"}, library).offered == ("gastrinoma",)
    assert launch_of({NAME: "zollinger"}, library).offered == ()


def test_a_display_name_comes_before_what_only_carries_the_code(library):
    offered = launch_of(a_code("C25.4", **{NAME: "VIPoma"}), library).offered

    assert offered[0] == "vipoma"
    assert "insulinoma" in offered


@pytest.mark.parametrize("code", [{}, a_code(""), a_code("C7"), a_code("C25.4", "1.2.3"), {CODE: "C25.4"}])
def test_what_fits_no_topic_offers_none(library, code):
    assert launch_of(code, library).offered == ()


@pytest.mark.parametrize(("spoken", "printed", "unknown"), [("cy", "cy", ""), ("PL-pl", "", "PL-pl"), ("ar", "ar", "")])
def test_a_language_is_taken_where_the_library_has_words_in_it(library, spoken, printed, unknown):
    launch = launch_of({SPOKEN: spoken}, library)

    assert (launch.language, launch.unknown_language) == (printed, unknown)


@pytest.mark.parametrize("english", ["en", "en-GB", "EN-gb", "en-US"])
def test_english_is_the_librarys_own_language(library, english):
    launch = launch_of({LANGUAGE: english}, library)

    assert (launch.language, launch.unknown_language) == ("", "")


@pytest.mark.parametrize(
    "hostile",
    [{REFERENCE: "A\x00B"}, {REFERENCE: "A\u202eB"}, {REFERENCE: "1" * 41}, {TOPICS: ",".join(map(str, range(31)))}],
)
def test_what_no_record_would_hold_is_refused_in_words(library, hostile):
    with pytest.raises(LinkNotUnderstood, match="cannot be opened"):
        launch_of(hostile, library)


def test_a_topic_that_is_not_there_is_told(library):
    with pytest.raises(UnknownTopic):
        launch_of({TOPICS: "insulinoma,../etc"}, library)


def test_finer_codes_belong_to_a_code_and_other_systems_do_not():
    ileum = Code(CodeSystem.ICD_10_CM, "C7A.012")

    assert Code(CodeSystem.ICD_10_CM, "C7A.01").holds(ileum)
    assert not ileum.holds(Code(CodeSystem.ICD_10_CM, "C7A.01"))
    assert not Code(CodeSystem.ICD_10, "C7A.01").holds(ileum)
