"""Files of a library that would hurt a careless reader, each a sound one with one thing changed."""

from pathlib import Path
from typing import NamedTuple

from tests.library.folder import INSULINOMA, SURGERY, Folder

PRACTICE = "practice/practice.toml"
GLOSSARY = "glossary/en-GB.toml"
SOURCES = "sources.toml"
ORGANISATIONS = "organisations.toml"
QUESTIONS = "questions/en-GB.toml"
WORDING = "wording/en-GB.toml"
DISCLAIMER = "practice/disclaimer/en-GB.md"
PHONE = 'phone = "07565 978310"'


class Bomb(NamedTuple):
    """A change of one file: the words that go and those that come; where none go, these are the whole file."""

    file: str
    old: str
    new: str | bytes

    def laid(self, root: Path) -> Folder:
        """Return a library that holds it."""
        folder = Folder(root)
        if self.old:
            folder.change(self.file, self.old, str(self.new))
        else:
            folder.write(self.file, self.new)
        return folder


def body(new: str) -> Bomb:
    """Return a bomb in the text of a topic."""
    return Bomb(INSULINOMA, "Blood tests.", new)


def fact(new: str) -> Bomb:
    """Return a bomb in a fact of a topic."""
    return Bomb(INSULINOMA, 'site = { text = "the pancreas" }', new)


def front(new: str) -> Bomb:
    """Return a bomb in the front matter of a topic."""
    return Bomb(INSULINOMA, 'title = "Insulinoma"', new)


def practice(new: str) -> Bomb:
    """Return a bomb beside the practice's details."""
    return Bomb(PRACTICE, PHONE, f"{PHONE}\n{new}")


BOMBS_IN_FILES = {
    "a topic of a megabyte": Bomb(INSULINOMA, "", "x" * 1_000_000),
    "an empty topic": Bomb(INSULINOMA, "", ""),
    "a topic of NULs": Bomb(INSULINOMA, "", bytes(1_000)),
    "a topic of no text at all": Bomb(INSULINOMA, "", bytes(range(256)) * 20),
    "half a letter": Bomb(SURGERY, "", b"+++\n\xc3"),
    "50,000 brackets": body("[" * 50_000),
    "20,000 pictures": body("![" * 20_000),
    "20,000 stars": body("**a" * 6_000),
    "10,000 backticks": body("`" * 10_001),
    "150 lists within each other": body("\n".join("  " * n + "- a" for n in range(150))),
    "1,000 quotations within each other": body("> " * 1_000 + "a"),
    "a table of 2,000 columns": body("|a" * 2_000 + "\n" + "|-" * 2_000),
    "raw HTML": body('<script>alert(1)</script> <img src="file:///etc/passwd">'),
    "an entity": body("&lt;b&gt; &#0; &#x202e; &amp;amp;"),
    "a picture from elsewhere": body("![x](http://127.0.0.1/x.png)"),
    "a script behind a link": body("[here](javascript:alert(1))"),
    "a share behind a link": body(r"[here](\\\\host\share)"),
    "a link of two lines": body("[here](<https://example.org/\nx>)"),
    "words turned round": body("a \u202e b"),
    "a template": body("{0.__class__} {site.text} {site!r} {site:>9999999}"),
    "a place in a place": body("{{site}} {{{site}}}"),
    "a word of 60,000 letters": body("x" * 60_000),
    "a heading of 10,000 letters": body("x.\n\n## " + "y " * 5_000 + "{#living}"),
    "10,000 headings": body("\n\n## a {#living}\n\nb" * 3_000),
    "TOML nested 10,000 deep": front("x = " + "[" * 10_000 + "]" * 10_000),
    "tables nested 100 deep": front("[" + ".".join(["a"] * 100) + "]\nb = 1"),
    "a number of 50,000 digits": front("schema = " + "9" * 50_000),
    "a title of 10,000 letters": front(f'title = "{"x" * 10_000}"'),
    "a title of two lines": front('title = "a\\nb"'),
    "a title with a lone surrogate": front('title = "\\ud800"'),
    "a title that is a table": front('title = { a = "b" }'),
    "a title twice": front('title = "a"\ntitle = "b"'),
    "a topic that leads out of its folder": Bomb(INSULINOMA, 'id = "insulinoma"', 'id = "../../evil"'),
    "an endless number of people": fact('site = { text = "x", low = inf, high = nan, per = 10 }'),
    "a number beyond all numbers": fact('site = { text = "x", low = 1e308, high = 1e309, per = 10 }'),
    "fewer than no people": fact('site = { text = "x", low = -5, high = -1, per = 10, words = "few" }'),
    "out of no people": fact('site = { text = "x", low = 1, high = 1, per = 0, words = "few" }'),
    "out of more people than there are": fact(
        'site = { text = "x", low = 1, high = 9, per = 9223372036854775807, words = "few", picture = "y" }'
    ),
    "a fact that names itself": fact('site = { text = "{site}" }'),
    "1,000 facts": fact("\n".join(f'a{n} = {{ text = "x" }}' for n in range(1_000))),
    "a version of 9,000 digits": Bomb(INSULINOMA, 'version = "0.1.0"', f'version = "{"9" * 9_000}.0.0"'),
    "a version that is a template": Bomb(INSULINOMA, 'version = "0.1.0"', 'version = "{page:>99999999}"'),
    "the last day of all": Bomb(INSULINOMA, 'status = "draft"', 'status = "draft"\nnext_review = 9999-12-31'),
    "no day at all": Bomb(SOURCES, "2026-11-22", "2026-02-31"),
    "a colour that writes on the page": practice('[brand]\nband = "#000000 rg 0 0 999 999 re f"'),
    "a colour in words": practice("[brand]\nband = \"__import__('os')\""),
    "a logo from elsewhere": practice('[brand]\nlogo = "../../../etc/passwd"\nlogo_alt = "x"'),
    "a logo on a share": practice('[brand]\nlogo = "\\\\\\\\host\\\\share\\\\a.png"\nlogo_alt = "x"'),
    "a phone number of 10,000 digits": Bomb(PRACTICE, "07565 978310", "1" * 10_000),
    "a phone number that is code": Bomb(PRACTICE, "07565 978310", ") Tj <script>"),
    "a name of 5,000 letters": Bomb(PRACTICE, "Dr Mark Vanderpump", "x" * 5_000),
    "a role of 5,000 letters": practice(f'consultant_role = "{"x" * 5_000}"'),
    "hours of 50,000 letters": practice(f'hours = "{"x" * 50_000}"'),
    "an address of 1,000 lines": practice(f"address = {['x'] * 1_000}".replace("'", '"')),
    "a mail address with a copy to others": practice('email = "a@example.org?bcc=b@example.org"'),
    "a web address that is a script": practice('website = "javascript:alert(1)"'),
    "a web address of 3 kB": practice(f'website = "https://example.org/{"a" * 3_000}"'),
    "a practice that is a template": practice('name = "{0.__class__} {consultant} {practice}"'),
    "2,000 words explained": Bomb(
        GLOSSARY, "", "\n".join(f'[[term]]\nword = "{"a" * 5}{n}"\nmeaning = "b"' for n in range(2_000))
    ),
    "a word that is a pattern": Bomb(GLOSSARY, '"Hormone"', '"(a+)+$"'),
    "a word of no letters": Bomb(GLOSSARY, '"Hormone"', '""'),
    "5,000 questions": Bomb(QUESTIONS, "", "\n".join(f'[[question]]\nid = "q{n}"\ntext = "b?"' for n in range(5_000))),
    "a list of half a megabyte": Bomb(ORGANISATIONS, "", "#" * 600_000),
    "a list of lists": Bomb(ORGANISATIONS, "[[organisation]]", "[organisation]"),
    "wording that fills the memory": Bomb(WORDING, "{page}", "{page:>999999999}"),
    "wording that looks inside": Bomb(WORDING, "{page}", "{page.__class__}"),
    "wording that shows its source": Bomb(WORDING, "{page}", "{page!r}"),
    "wording that never closes": Bomb(WORDING, "{page}", "{page"),
    "a disclaimer that names anything": Bomb(DISCLAIMER, "{publisher_does_not}", "{0.__class__}"),
}
