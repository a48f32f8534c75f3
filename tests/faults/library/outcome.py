"""What a run of faults came to."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How often something was tried, what is to be said of it, and all that went wrong."""

    what: str
    tried: int = 0
    said: str = ""
    wrong: list[str] = field(default_factory=list)

    @property
    def row(self) -> str:
        """Say it as one line of a table."""
        return f"| {self.what} | {self.tried} | {self.said} | {len(self.wrong)} |"
