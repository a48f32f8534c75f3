"""The leaflet's own words: headings, lead-ins and labels that no topic brings."""

from __future__ import annotations

from collections.abc import Mapping

from leaflet_app.domain.value import value


@value
class Wording:
    """Interface words of a leaflet in one language. Templates hold `{named}` places.

    `is_checked` tells whether someone who speaks the language has read them; a leaflet says so where nobody has.
    """

    lang: str
    is_checked: bool
    glance: str
    glance_labels: Mapping[str, str]
    sites: Mapping[str, str]
    draft_banner: str
    draft_what: str
    wording_unchecked: str
    not_translated: str
    translation_stale: str
    translation_waived: str
    english_counts: str
    urgent: str
    emergency_lead: str
    same_day_lead: str
    advice_lead: str
    note: str
    body_map: str
    body_marked: str
    body_ringed: str
    several_title: str
    several_purpose: str
    for_person: str
    more: str
    read_more: str
    people_alt: str
    people_alt_range: str
    figures_left_out: str
    questions: str
    tear_off: str
    glossary: str
    support: str
    phone: str
    contact: str
    summary: str
    summary_web: str
    contact_form: str
    website: str
    email: str
    secretary: str
    languages: str
    address: str
    hours: str
    out_of_hours: str
    qr_alt: str
    about: str
    review: str
    review_draft: str
    review_approved: str
    review_overdue: str
    made_on: str
    disclaimer_version: str
    one_does_not: str
    both_do_not: str
    feedback: str
    sources: str
    sources_left_out: str
    source_read: str
    changed: str
    changed_what: str
    changed_before: str
    changed_gone: str
    changed_new_part: str
    changed_gone_part: str
    changed_none: str
    footer: str
    page_reference: str
    left_blank: str
    listed: str
    comma: str
    full_stop: str
    months: tuple[str, ...]
