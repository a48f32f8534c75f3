"""The register as FHIR R4: what each resource must have, it has, and no more than the standard knows."""

import json
import re
from uuid import UUID

import pytest

from leaflet_app.delivery.register.as_fhir import as_fhir
from leaflet_app.domain.given import Way
from tests.builders import a_given, a_selection

TITLES = {"insulinoma": "Insulinoma"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")

KNOWN = {
    "Bundle": {"resourceType", "type", "timestamp", "entry"},
    "DocumentReference": {
        *("resourceType", "id", "masterIdentifier", "identifier", "status", "type", "subject", "date"),
        *("description", "content"),
    },
    "Provenance": {
        *("resourceType", "id", "target", "occurredDateTime", "recorded", "location", "activity", "agent", "entity"),
    },
}
"""The elements of R4 that we use; a word the standard does not know would be refused by its readers."""

REQUIRED = {
    "Bundle": {"type"},
    "DocumentReference": {"status", "content"},
    "Provenance": {"target", "recorded", "agent"},
}


def bundle(*givens):
    return json.loads(as_fhir(givens, TITLES, a_given().given_at))


def both(*givens):
    return [entry["resource"] for entry in bundle(*givens)["entry"]]


def parts(node):
    """Yield every object in a tree of JSON."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from parts(value)
    elif isinstance(node, list):
        for each in node:
            yield from parts(each)


@pytest.fixture(params=[{}, {"reference": "ZQ-4711", "corrects": "1" * 64, "digest": "ab" * 32, "way": Way.EMAIL}])
def given(request):
    return a_given(**request.param)


def test_every_resource_has_what_the_standard_requires_and_nothing_it_does_not_know(given):
    whole = bundle(given)

    for resource in (whole, *both(given)):
        assert REQUIRED[resource["resourceType"]] <= resource.keys() <= KNOWN[resource["resourceType"]]
    assert whole["type"] == "collection"
    assert all(ID.fullmatch(resource["id"]) for resource in both(given))


def test_nothing_is_empty_and_every_reference_and_identifier_says_something(given):
    for part in parts(bundle(given)):
        assert all(value not in ("", [], {}, None) for value in part.values())
        if "who" in part or "what" in part:
            said = part.get("who") or part["what"]
            assert said.keys() & {"reference", "identifier", "display"}


def test_times_have_a_zone(given):
    document, provenance = both(given)

    times = (document["date"], provenance["recorded"], provenance["occurredDateTime"], bundle(given)["timestamp"])
    assert all(INSTANT.fullmatch(each) for each in times)


def test_no_code_is_made_up(given):
    assert not [part for part in parts(bundle(given)) if "coding" in part or "code" in part]
    assert {part["system"] for part in parts(bundle(given)) if "system" in part} == {"urn:ietf:rfc:3986"}


def test_each_leaflet_is_a_document_and_what_led_to_it(given):
    document, provenance = both(given)
    whole = bundle(given)

    assert provenance["target"] == [{"reference": whole["entry"][0]["fullUrl"]}]
    assert [entry["fullUrl"] for entry in whole["entry"]] == [f"urn:uuid:{each['id']}" for each in both(given)]
    assert document["id"] == str(UUID(given.id))
    assert document["status"] in {"current", "superseded", "entered-in-error"}
    assert document["content"][0]["attachment"]["contentType"] == "application/pdf"
    assert provenance["activity"] == {"text": given.way.label}
    assert [each["who"]["display"] for each in provenance["agent"]] == ["reception", "Clinic Leaflets 0.1.0"]
    assert {each["role"] for each in provenance["entity"]} <= {"source", "revision"}


def test_no_patient_is_named_unless_the_practice_keeps_the_reference():
    assert "subject" not in both(a_given())[0]

    [document, _] = both(a_given(reference="ZQ-4711"))
    assert document["subject"] == {"type": "Patient", "identifier": {"value": "ZQ-4711"}}


def test_the_bytes_that_were_given_can_be_told_by_their_digest():
    document, _ = both(a_given(digest="ab" * 32))

    assert document["identifier"][1]["value"] == "ni:///sha-256;q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s"
    assert len(both(a_given())[0]["identifier"]) == 1


def test_the_language_is_told_by_its_tag():
    attachment = [each["content"][0]["attachment"] for each in both(a_given(selection=a_selection(language="cy")))[:1]]
    assert attachment[0]["language"] == "cy"
    assert both(a_given())[0]["content"][0]["attachment"]["language"] == "en-GB"


def test_the_same_entries_give_the_same_bytes(given):
    assert as_fhir([given], TITLES, given.given_at) == as_fhir([given], TITLES, given.given_at)
