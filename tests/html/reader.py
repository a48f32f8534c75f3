"""Reads a page back the way a browser would: elements, what they hold, and whether they nest."""

from html.parser import HTMLParser

EMPTY = {"meta", "img", "br"}
SILENT = {"style", "title"}


class Page(HTMLParser):
    """A page read back. `elements` holds (name, attributes); `text` what a reader sees."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def all(self, name: str) -> list[dict[str, str]]:
        """Return the attributes of every element of a name."""
        return [attributes for each, attributes in self.elements if each == name]

    @property
    def heading_levels(self) -> list[int]:
        """Return the levels of the headings in order."""
        return [int(name[1]) for name, _ in self.elements if len(name) == 2 and name[0] == "h" and name[1].isdigit()]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if not SILENT.intersection(self._open):
            self.text += data
