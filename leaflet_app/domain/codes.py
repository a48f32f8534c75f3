"""Codes of a patient record that a topic carries. A code offers topics; it never chooses one."""

from __future__ import annotations

from enum import Enum

from leaflet_app.domain.value import value


class CodeSystem(Enum):
    """A classification, by its object identifier (HL7 OID registry)."""

    ICD_10 = "2.16.840.1.113883.6.3"
    ICD_10_CM = "2.16.840.1.113883.6.90"


@value
class Code:
    """A code of a classification."""

    system: CodeSystem
    code: str

    def holds(self, other: Code) -> bool:
        """Tell whether the other code is this one or a finer part of it: C7A.01 holds C7A.012."""
        return self.system is other.system and other.code.startswith(self.code)
