"""One broken thing at a time: file, line, what is wrong and what to do."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaflet_app.library.body import read_body
from leaflet_app.library.report import MOST_FAULTS, Report
from tests.library.folder import FILES, INSULINOMA

BODY = [
    ("Blood tests.", "Blood <b>tests</b>.", "HTML cannot be printed"),
    ("Blood tests.", "<div>Blood</div>", "HTML cannot be printed"),
    ("Blood tests.", "Blood *tests*.", "italics cannot be printed"),
    ("Blood tests.", "Blood `tests`.", "code between backticks cannot be printed"),
    ("Blood tests.", "> Blood tests.", "a quotation cannot be printed"),
    ("Blood tests.", "1. Blood tests.", "a numbered list cannot be printed"),
    ("Blood tests.", f"[{'long ' * 41}](https://example.org/)", "a link has words of more than 200 letters"),
    ("Blood tests.", f"[{'long ' * 30}**{'long ' * 11}**](https://example.org/)", "a link has words of more than 200"),
    ("Blood tests.", "```\nBlood\n```", "a code block cannot be printed"),
    ("Blood tests.", "    Blood tests.", "an indented block cannot be printed"),
    ("Blood tests.", "Blood.\n\n***\n\nTests.", "a ruled line cannot be printed"),
    ("Blood tests.", "### Blood tests {#cancer}\n\nText.", "this heading has another level"),
    ("Blood tests.", f"Blood {'x' * 201}.", "a word has 202 letters, and 200 is the most"),
    ("Blood tests.", "Blood " * 2_001, "a paragraph has 2,001 words, and 2,000 is the most"),
    ("## How it is found", f"## {'How ' * 80}", "a heading has more than 300 letters"),
    ("Blood tests.", "![Blood](https://example.org/a.png)", "a picture cannot be printed"),
    ("Blood tests.", "| Blood | Tests |\n|--|--|\n| a | b |", "a table stands here"),
    ("Blood tests.", "[Blood]: https://example.org", "a square bracket stands here"),
    ("Blood tests.", "Blood &amp; tests.", "an HTML character code stands here"),
    ("Blood tests.", "Blood **tests.", "bold is opened or closed only once"),
    ("Blood tests.", "[Blood](javascript:alert)", "the link “javascript:alert” is not allowed"),
    ("Blood tests.", "[Blood](tel:07565978310)", "the link “tel:07565978310” is not allowed"),
    ("Blood tests.", "[Blood](http://example.org)", "the link “http://example.org” is not allowed"),
    ("Blood tests.", "[Blood](mailto:a@b.org?bcc=c@d.org)", "the link “mailto:a@b.org?bcc=c@d.org” is not allowed"),
    ("Blood tests.", "[Blood](topic:vipoma)", "a link leads to “vipoma”, which does not exist"),
    ("Blood tests.", "Blood {how_often}.", "no fact is called “how_often”"),
    ("Blood tests.", "Blood {How}.", "a curly bracket stands here"),
    ("Blood tests.", "Blood tests {#tests}", "{#tests} does not belong here"),
    ("Blood tests.", "Up to 72 hours.", "the figure 72 has no source"),
    ("Blood tests.", "About 1.5 in ten.", "the figure 1.5 has no source"),
    ("Blood tests.", "About ½ of all.", "the figure ½ has no source"),
    ("Blood tests.", "", "nothing stands below this heading"),
    ("- you feel shaky", "-", "a bullet is empty"),
    ("- you feel shaky", "- you feel shaky\n\n  very", "a bullet has more than one paragraph"),
    ("- you feel shaky", "- you\n  - feel shaky", "a list stands within a list"),
    ("## How it is found {#tests}", "## How it is found", "this heading has no {#section} at its end"),
    ("## How it is found {#tests}", "## How it is found {#test}", "{#test} is not a section"),
    ("## How it is found {#tests}", "## How it is found {#what}", "there are two sections {#what}"),
    ("## How it is found {#tests}", "## **How** it is found {#tests}", "a heading is words only"),
    ("**While you wait:**", "**Meanwhile:**", "“Get help fast” holds something that the box cannot print"),
    ("**Call 999 if:**\n", "", "“Get help fast” holds something that the box cannot print"),
    ("- have a sugary drink", "Have a sugary drink.", "“Get help fast” holds something that the box cannot print"),
    ("- Is it safe to drive?", "Is it safe to drive?", "the questions hold a paragraph"),
    ("{#collapse}", "{#Collapse!}", "“Collapse!” cannot be an id"),
]

FRONT = [
    ('title = "Insulinoma"', 'title = ""', "the title is empty"),
    ('title = "Insulinoma"', f'title = "{"x " * 151}"', "the title has more than 300 letters"),
    ('title = "Insulinoma"', 'title = "Insulinoma', "this is not valid TOML"),
    ('title = "Insulinoma"', 'titel = "Insulinoma"', "“titel” is not a field of this file"),
    ('title = "Insulinoma"', "title = 1", "“title” must be a text in quotes, not a whole number"),
    ('title = "Insulinoma"', 'title = "Insulin\\u202Eoma"', "“title” holds a hidden character"),
    ('title = "Insulinoma"', 'title = "Insulin\\noma"', "“title” has more than one line"),
    ('title = "Insulinoma"', 'title = "Insulinoma in 3 steps"', "the figure 3 has no source"),
    ('kind = "tumour"', 'kind = "tumor"', "“tumor” is not one of the values of “kind”"),
    ('id = "insulinoma"', 'id = "vipoma"', "the id is not “insulinoma”, the name of its folder"),
    ('lang = "en-GB"', 'lang = "cy"', "the language is not “en-GB”, the name of the file"),
    ('support = ["ncuk"]', 'support = ["nope"]', "“support” names “nope”, which does not exist"),
    ('bank = ["spread"]', 'bank = ["nope"]', "“bank” names “nope”, which does not exist"),
    ('shared = ["treat-surgery"]', 'shared = ["nope"]', "“shared” names “nope”, which does not exist"),
    ('support = ["ncuk"]', 'needs = ["nope"]', "“needs” names “nope”, which does not exist"),
    ('support = ["ncuk"]', 'related = ["nope"]', "“related” names “nope”, which does not exist"),
    ('support = ["ncuk"]', 'recap = "It has 4 stages."', "the figure 4 has no source"),
    ('purpose = "For people', 'purpose = "For 9 people', "the figure 9 has no source"),
    ('support = ["ncuk"]', 'support = ["ncuk", "ncuk"]', "“support” names “ncuk” twice"),
    ('support = ["ncuk"]', 'related = ["insulinoma"]', "the topic names itself"),
    ('sources = ["cruk"]', "sources = []", "the figure 1 has no source"),
    ('sources = ["cruk"]', 'sources = ["nope"]', "no source is called “nope”"),
    ("low = 1,", "low = 4,", "“low” is more than “high”"),
    ("per = 1_000_000", "per = 0", "“per” is not a count of people"),
    ('words = "few"', 'words = ""', "this figure has no words to stand in for it"),
    ('words = "few"', 'words = "3 people"', "the words still hold a figure"),
    ('words = "few"', 'words = "few", picture = "Few."', "this figure cannot be drawn as people"),
    ("low = 1,", "lowest = 1,", "“lowest” is not a field of this file"),
    ('version = "0.1.0"', 'version = "0.1"', "“0.1” is not a version"),
]


@pytest.mark.parametrize(("old", "new", "wrong"), BODY + FRONT)
def test_a_fault_is_told_with_its_line(folder, old, new, wrong):
    line = folder.line(INSULINOMA, old)
    folder.change(INSULINOMA, old, new)
    library = folder.read()
    matching = [fault for fault in library.faults if wrong in fault.wrong]

    assert matching, folder.faults()
    assert line - 2 <= matching[0].line <= line + 3
    assert matching[0].file == INSULINOMA
    assert "insulinoma" in library.faulty
    assert not library.topics


def test_a_fault_reads_as_file_line_what_and_remedy(folder):
    folder.change(INSULINOMA, "Blood tests.", "Blood tests.\nThey take 72 hours.")
    line = folder.line(INSULINOMA, "They take")

    assert folder.faults() == [
        f"{INSULINOMA}:{line}: the figure 72 has no source, make it a fact with its sources and write its {{name}} here"
    ]


def test_a_fault_deep_in_a_paragraph_is_told_where_it_stands(folder):
    folder.change(INSULINOMA, "Blood tests.", "Blood\nand\n*urine* tests.")

    assert folder.faults()[0].startswith(f"{INSULINOMA}:{folder.line(INSULINOMA, '*urine*')}: italics")


def test_a_topic_may_not_take_the_name_of_a_part_of_every_leaflet(folder):
    folder.write("topics/contact/en-GB.md", FILES[INSULINOMA].replace('id = "insulinoma"', 'id = "contact"'))

    assert folder.faults() == [
        "topics/contact/en-GB.md:3: “contact” is the name of a part of every leaflet, choose another id"
    ]


def test_a_file_of_nothing_but_faults_is_told_briefly(folder):
    folder.change(INSULINOMA, "Blood tests.", "# a\n" * 1000)

    assert len(folder.faults()) == MOST_FAULTS


def test_every_fault_of_a_file_is_told_at_once(folder):
    folder.change(INSULINOMA, "Blood tests.", "Blood *tests* for 72 hours.")
    folder.change(INSULINOMA, "An operation.", "<b>An</b> operation.")

    assert len(folder.faults()) >= 3


@pytest.mark.parametrize("key", ["what", "symptoms", "tests", "treatment", "urgent", "questions"])
def test_a_tumour_needs_its_sections(folder, key):
    folder.change(INSULINOMA, f"{{#{key}}}", "{#living}")

    assert any(f"a tumour topic needs a section {{#{key}}}" in fault for fault in folder.faults())


def test_a_tumour_needs_a_reason_to_call_999(folder):
    folder.change(INSULINOMA, "**Call 999 if:**\n\n- someone passes out {#collapse}\n- someone has a fit\n", "")

    assert any("a tumour topic needs at least one reason to call 999" in fault for fault in folder.faults())


@pytest.mark.parametrize(
    "name", ["MEN1", "type 1", "Type 2", "grade 3", "5-HIAA", "Ki-67", "C1", "Call 999", "NHS 111", "18F"]
)
def test_digits_of_a_name_are_no_figure(folder, name):
    folder.change(INSULINOMA, "Blood tests.", f"Ask about {name}.")

    assert folder.faults() == []


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"\xff\xfe", "the text is not UTF-8"),
        (b"x" * (64 * 1024 + 1), "the file is larger than 64 kB"),
        (b"", "the file does not begin with +++"),
        (b"+++\nid = 1\n", "the front matter has no end"),
        (FILES[INSULINOMA].replace("Blood", "Bl\u202eood").encode(), "a hidden character stands here (U+202E"),
        (FILES[INSULINOMA].replace("Blood", "Bl\u061cood").encode(), "a hidden character stands here (U+061C"),
        (FILES[INSULINOMA].replace("Blood", "Bl\x07ood").encode(), "a hidden character stands here (U+0007"),
        (("+++\na = " + "[" * 5000 + "\n+++\n").encode(), "nested too deeply"),
        (("+++\na" + ".b" * 3000 + " = 1\n+++\n").encode(), "nested too deeply"),
        (FILES[INSULINOMA].replace("Blood tests.", "[" * 30_000).encode(), "more than 400 square brackets"),
    ],
)
def test_a_file_that_is_no_topic_is_reported(folder, content, wrong):
    folder.write(INSULINOMA, content)

    assert any(wrong in fault for fault in folder.faults()), folder.faults()


def test_a_folder_in_place_of_a_file_is_reported(folder):
    (folder.root / INSULINOMA).unlink()
    (folder.root / INSULINOMA).mkdir()

    assert any("this is not a file" in fault for fault in folder.faults())


SURPRISES = st.one_of(
    st.binary(max_size=400),
    st.tuples(st.sampled_from([b"", b"+++\n", b'+++\nid = "x"\n+++\n']), st.binary(max_size=200)).map(b"".join),
    st.tuples(st.integers(0, 1200), st.text(max_size=40)).map(
        lambda cut: FILES[INSULINOMA].encode()[: cut[0]] + cut[1].encode() + FILES[INSULINOMA].encode()[cut[0] :]
    ),
)


@given(content=SURPRISES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_as_a_topic_give_a_report_and_never_an_exception(folder, content):
    folder.write(INSULINOMA, content)
    library = folder.read()

    assert ("insulinoma" in library.topics) != ("insulinoma" in library.faulty)
    assert all(fault.line >= 1 and fault.wrong and fault.remedy for fault in library.faults)


@given(st.text(alphabet=st.sampled_from("*_`[]()<>!#-{}&|~\\:1a \n"), max_size=120))
def test_any_marks_as_a_body_give_text_or_a_report(text):
    report = Report("a.md")
    read_body(text, 5, {}, report)

    assert all(fault.line >= 5 for fault in report.faults)


@given(st.lists(st.text(alphabet=st.characters(categories=["L"]), min_size=1), min_size=1, max_size=12))
def test_words_come_out_as_they_went_in(typed):
    report = Report("a.md")
    pieces = read_body(" ".join(typed), 1, {}, report)

    assert not report.faults
    assert "".join(run.text for run in pieces[0].lines[0].text) == " ".join(typed)
