"""The register for a patient record system: FHIR R4, a DocumentReference and its Provenance for each leaflet given.

The resources are those of https://hl7.org/fhir/R4/documentreference.html and https://hl7.org/fhir/R4/provenance.html in
a collection of https://hl7.org/fhir/R4/bundle.html. Words stand as text where the standard allows it: no code is made
up. The PDF itself is not in it; where it named nobody, its SHA-256 is, as a URI of RFC 6920.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from leaflet_app.domain.given import Given
from leaflet_app.domain.given_words import Titles, record_line, tag_of, topic_said, topics_said

URI = "urn:ietf:rfc:3986"
"""What says that the value of an identifier is itself a URI (https://hl7.org/fhir/R4/datatypes.html#Identifier)."""

Part = dict[str, Any]


def as_fhir(entries: Iterable[Given], titles: Titles, now: datetime) -> bytes:
    """Return the entries as a bundle in JSON."""
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": _instant(now),
        "entry": [entry for given in entries for entry in _entries(given, titles)],
    }
    return json.dumps(bundle, ensure_ascii=False, indent=2).encode() + b"\n"


def _entries(given: Given, titles: Titles) -> Iterator[Part]:
    document = UUID(given.id)
    yield _entry(document, _document(given, titles))
    yield _entry(uuid5(document, "provenance"), _provenance(given, titles))


def _entry(name: UUID, resource: Part) -> Part:
    return {
        "fullUrl": name.urn,
        "resource": {"resourceType": resource.pop("resourceType"), "id": str(name), **resource},
    }


def _document(given: Given, titles: Titles) -> Part:
    """Describe the leaflet. Without a reference it has no subject: the register knows no patient."""
    subject = {"subject": {"type": "Patient", "identifier": {"value": given.reference}}} if given.reference else {}
    return {
        "resourceType": "DocumentReference",
        "masterIdentifier": {"system": URI, "value": UUID(given.id).urn},
        "identifier": list(_identifiers(given)),
        "status": "current",
        "type": {"text": "Patient information leaflet"},
        **subject,
        "date": _instant(given.given_at),
        "description": record_line(given, titles),
        "content": [
            {
                "attachment": {
                    "contentType": "application/pdf",
                    "language": tag_of(given),
                    "title": topics_said(given, titles),
                    "creation": _instant(given.given_at),
                }
            }
        ],
    }


def _identifiers(given: Given) -> Iterator[Part]:
    yield {"type": {"text": "Leaflet code"}, "value": given.passport}
    if given.digest:
        named = base64.urlsafe_b64encode(bytes.fromhex(given.digest)).decode().rstrip("=")
        yield {"system": URI, "value": f"ni:///sha-256;{named}"}


def _provenance(given: Given, titles: Titles) -> Part:
    """Say who gave it, where, how, and from which texts."""
    return {
        "resourceType": "Provenance",
        "target": [{"reference": UUID(given.id).urn}],
        "occurredDateTime": _instant(given.given_at),
        "recorded": _instant(given.given_at),
        "location": {"display": given.desk},
        "activity": {"text": given.way.label},
        "agent": [{"who": {"display": given.user}}, {"who": {"display": f"Clinic Leaflets {given.program}"}}],
        "entity": list(_sources(given, titles)),
    }


def _sources(given: Given, titles: Titles) -> Iterator[Part]:
    """Yield the texts that it was made from, in their edition, and the edition that it corrects."""
    for topic in given.topics:
        yield {"role": "source", "what": _edition(given.edition, topic_said(topic, titles))}
    if given.corrects:
        yield {"role": "revision", "what": _edition(given.corrects, "The leaflet that this one corrects")}


def _edition(edition: str, words: str) -> Part:
    return {"identifier": {"type": {"text": "Edition of the library"}, "value": edition}, "display": words}


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
