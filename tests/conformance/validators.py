"""The second validator, quick enough for every sample; the reference has a file of its own."""

import page


def second_opinion(pdf: bytes, profile: str) -> list[str]:
    """Return what `page-validation` has against a file."""
    try:
        report = page.validate_pdf_bytes(pdf, profile=profile)
    except page.ParseError as error:
        return [f"cannot be read: {error}"]
    faults = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return faults or ([] if report.is_compliant else ["not compliant, and no rule says why"])
