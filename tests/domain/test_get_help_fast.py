"""The box of reasons to get help fast: 999 first, each reason once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from leaflet_app.domain.blocks import Paragraph, Tone, plain, texts
from leaflet_app.domain.topic import Urgency
from tests.builders import a_leaflet, a_topic, a_wording, an_urgent_line
from tests.domain.reading import box, reasons


def test_reasons_to_call_999_come_first_whatever_topic_brings_them():
    same_day = an_urgent_line("you cannot keep food down", Urgency.SAME_DAY, "cannot-keep-down")
    leaflet = a_leaflet(a_topic(urgent=(same_day,)), a_topic("vipoma"))

    lines = list(texts((box(leaflet, Tone.URGENT),)))
    assert lines.index("Call 999 if:") < lines.index("someone passes out") < lines.index("you cannot keep food down")


def test_a_reason_with_the_same_id_is_printed_once():
    again = an_urgent_line("you pass out or have a fit")

    assert reasons(a_leaflet(a_topic(), a_topic("vipoma", urgent=(again,)))) == [["someone passes out"]]


def test_an_emergency_wins_over_the_same_reason_for_the_same_day():
    milder = an_urgent_line("someone feels faint", Urgency.SAME_DAY)

    assert reasons(a_leaflet(a_topic(urgent=(milder,)), a_topic("vipoma"))) == [["someone passes out"]]


def test_a_line_that_is_two_reasons_at_once_joins_them():
    lines = (
        an_urgent_line("a fit", line_id="fit"),
        an_urgent_line("you shake all over", line_id=""),
        an_urgent_line("You shake all over.", line_id="fit"),
    )

    assert reasons(a_leaflet(a_topic(urgent=lines))) == [["a fit"]]


REASONS = st.lists(
    st.builds(
        an_urgent_line,
        st.sampled_from(["a fit", "A fit.", "chest pain", "a rash", "fever"]),
        st.sampled_from(Urgency),
        st.sampled_from(["", "fit", "pain", "rash"]),
    ),
    min_size=1,
    max_size=8,
)


def alike(one, other):
    same_words = plain(one.text).casefold().rstrip(".") == plain(other.text).casefold().rstrip(".")
    return same_words or (one.id and one.id == other.id)


def gathered(lines):
    """Group lines that are alike, also by way of a third, the slow and certain way."""
    groups = [{index} for index in range(len(lines))]
    for _ in lines:
        for group in groups:
            group |= {at for each in group for at, line in enumerate(lines) if alike(lines[each], line)}
    return {frozenset(group) for group in groups}


@given(REASONS)
def test_each_reason_is_printed_once_and_never_milder_than_any_topic_says(lines):
    most_urgent = Counter(
        min((lines[at].urgency for at in group), key=list(Urgency).index) for group in gathered(lines)
    )
    blocks = box(a_leaflet(a_topic(urgent=tuple(lines))), Tone.URGENT).blocks[1:]
    wording = a_wording()
    leads = {
        wording.emergency_lead: Urgency.EMERGENCY,
        wording.same_day_lead: Urgency.SAME_DAY,
        wording.advice_lead: Urgency.ADVICE,
    }
    printed = {
        leads[plain(lead.text)]: len(bullets.lines)
        for lead, bullets in zip(blocks[::2], blocks[1::2], strict=True)
        if isinstance(lead, Paragraph)
    }

    assert printed == dict(most_urgent)
