"""All our own checks together."""

from tests.conformance import declared, structure
from tests.pdf.tagged_pdf import TaggedPdf

CHECKS = structure.CHECKS + declared.CHECKS


def faults(read: TaggedPdf) -> list[str]:
    """Return what any check finds, after the check's name."""
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(read)]
