"""A register with a week of a practice in it, for the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from leaflet_app.bootstrap import build_desk
from leaflet_app.domain.given import Given, GivenTopic, Way
from leaflet_app.domain.look import Format
from leaflet_app.domain.passport import passport
from leaflet_app.domain.selection import Selection
from leaflet_app.pdf.render import render
from leaflet_app.services.make_leaflet import make_leaflet
from leaflet_app.services.register import given_of, note

NEWEST = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FRONT, ROOM = ("Front desk", "reception"), ("Consulting room 2", "m.vanderpump")
WEEK = (
    (("insulinoma",), Way.PRINT, ROOM, Format.STANDARD, "", 1),
    (("net-overview", "pancreatic-nf-net", "men1"), Way.EMAIL, FRONT, Format.LARGE, "", 1),
    (("insulinoma", "coping"), Way.PRINT, ROOM, Format.BOOKLET, "", 2),
    (("gastrinoma",), Way.SAVE, FRONT, Format.STANDARD, "", 43),
    (("small-bowel-net", "carcinoid-syndrome"), Way.DRAFT, FRONT, Format.LARGER, "ur", 1),
    (("insulinoma",), Way.PRINT, FRONT, Format.STANDARD, "cy", 1),
    (("paraganglioma",), Way.PRINT, FRONT, Format.A5, "", 1),
    (("net-overview",), Way.EMAIL, FRONT, Format.STANDARD, "", 1),
)
OLD = 5
"""From this one on, the leaflets had the text before the one of today, and so other codes."""

OLD_CODE = passport(727_153_946)


def fill_register() -> None:
    """Note what a practice gave in a week."""
    desk = build_desk(render)
    for given in _given():
        note(desk, given)


def _given() -> Iterator[Given]:
    desk = build_desk(render)
    for number, (topics, way, (place, user), paper, language, copies) in enumerate(WEEK):
        selection = Selection(topics=topics, format=paper, language=language, made_on=NEWEST.date())
        made = make_leaflet(desk.library, selection, desk.render)
        given = given_of(desk, way, made, selection, copies=copies)
        given_at = NEWEST - number * timedelta(hours=19, minutes=17)
        given = replace(given, given_at=given_at, desk=place, user=user)
        yield given if number < OLD else _older(given, number - OLD)


def _older(given: Given, number: int) -> Given:
    """Return an entry as it would be of the library before this one."""
    texts = tuple(GivenTopic(each.id, "0.0.9") for each in given.topics)
    return replace(
        given, topics=texts, passport=passport(727_153_946 - number * 104_729_311), edition="3f2a" * 16, digest=""
    )
