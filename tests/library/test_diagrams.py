"""The shipped drawings, and what the reader says of drawings with faults."""

import shutil

import pytest

from leaflet_app import paths
from leaflet_app.domain.diagrams import BODY
from leaflet_app.domain.topic import Site
from leaflet_app.library.diagrams import LONGEST_ALT, read_diagrams
from leaflet_app.library.folder_files import FolderFiles
from leaflet_app.library.report import Report
from leaflet_app.library.svg import MOST_SHAPES, MOST_STEPS, read_svg

NOWHERE = {Site.GENERAL, Site.FAMILY, Site.CARE}
SQUARE = '<path d="M0 0 L9 0 L9 9 Z"/>'


def drawn(inside, box="0 0 10 10", before=""):
    report = Report("diagrams/a.svg")
    svg = f'{before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n{inside}\n</svg>'
    return read_svg(svg, report), [str(fault) for fault in report.faults]


def in_group(inside):
    return drawn(f'<g id="a" data-role="organ">\n{inside}\n</g>')


@pytest.fixture(scope="module")
def shipped():
    return read_diagrams(FolderFiles(paths.resources()))


def test_every_shipped_drawing_reads_without_a_fault(shipped):
    diagrams, faults = shipped

    assert faults == ()
    assert set(diagrams) == {file.stem for file in (paths.resources() / "diagrams").glob("*.svg")}


def test_every_site_that_is_a_place_is_a_part_of_the_body(shipped):
    body = shipped[0][BODY]

    assert set(body.parts) == {site.value for site in Site} - {site.value for site in NOWHERE}
    assert all(part.marked.endswith("marked.") for part in body.parts.values())


def test_the_body_has_four_parathyroids_two_lungs_and_two_adrenals(shipped):
    parts = [shape.part for shape in shipped[0][BODY].shapes]

    assert [parts.count(each) for each in ("parathyroid", "lung", "adrenal", "pancreas")] == [4, 2, 2, 1]


def test_every_text_says_what_matters_in_few_letters(shipped):
    for diagram in shipped[0].values():
        for said in (diagram.alt, *(part.marked for part in diagram.parts.values())):
            assert len(said) <= LONGEST_ALT
            assert not {"diagram", "picture", "image", "drawing"} & set(said.casefold().split())
        assert diagram.alt.endswith(".")


def test_every_label_begins_at_its_own_part(shipped):
    for diagram in shipped[0].values():
        for name, part in diagram.parts.items():
            points = [point for shape in diagram.shapes if shape.part == name for point in shape.points]
            for axis in (0, 1):
                along = [point[axis] for point in points]
                assert min(along) - 1 <= part.at[axis] <= max(along) + 1, (diagram.id, name)


def test_a_circle_becomes_four_curves():
    found, faults = in_group('<circle cx="5" cy="5" r="2"/>')

    assert faults == []
    assert [letter for letter, _ in found.shapes[0].steps] == ["M", "C", "C", "C", "C", "Z"]
    assert found.shapes[0].steps[0] == ("M", (7.0, 5.0))


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ('<g data-role="organ"><text>Hi</text></g>', "“text” is not known here"),
        ('<g data-role="organ"><path style="fill:red" d="M0 0"/></g>', "“style” is not known here"),
        ('<g data-role="organ"><path onclick="x()" d="M0 0"/></g>', "“onclick” is not known here"),
        ('<g data-role="blue"></g>', "a group has no role"),
        ('<g data-role="organ"><path d="M0 0 Q1 1 2 2"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d="m0 0 l2 2"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d="M0 0 L2"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d="L2 2"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d="M0 0 L1e9 1"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d="M0 0 L99999 1"/></g>', "the path cannot be read"),
        ('<g data-role="organ"><path d=""/></g>', "the path cannot be read"),
        ('<g data-role="organ"><circle cx="1" cy="1" r="-1"/></g>', "the circle cannot be read"),
        ('<g data-role="organ"><ellipse cx="1" cy="1" rx="1"/></g>', "the ellipse cannot be read"),
        ('<g data-role="organ"', "this is not valid XML"),
        ("", "the drawing is empty"),
    ],
)
def test_anything_else_is_a_fault_with_its_line(inside, fault):
    found, faults = drawn(inside)

    assert found is None
    assert fault in faults[0]
    assert faults[0].startswith(("diagrams/a.svg:2:", "diagrams/a.svg:3:", "diagrams/a.svg:1: the drawing is empty"))


def test_a_document_type_is_refused_before_its_entities():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'

    assert "declares a document type" in drawn(f'<g data-role="organ">{SQUARE}</g>', before=bomb)[1][0]


@pytest.mark.parametrize("box", ["", "0 0 0 10", "5 5 10 10", "0 0 10", "a b c d"])
def test_a_drawing_needs_its_size(box):
    assert "viewBox" in drawn(f'<g data-role="organ">{SQUARE}</g>', box=box)[1][0]


def test_a_drawing_too_rich_is_refused():
    assert "more than" in in_group(SQUARE * (MOST_SHAPES + 1))[1][0]
    assert "cannot be read" in in_group(f'<path d="M0 0{" L1 1" * MOST_STEPS}"/>')[1][0]


@pytest.fixture
def room(tmp_path):
    """Return resources with drawings that a test may spoil."""
    shutil.copytree(paths.resources() / "diagrams", tmp_path / "diagrams")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "found", "put", "fault"),
    [
        ("pancreas.svg", 'id="stomach"', 'id="belly"', "“belly” is a part only of the drawing"),
        ("en-GB.toml", "[pancreas.parts.stomach]", "[pancreas.parts.liver]", "“liver” is a part only of the words"),
        ("en-GB.toml", "[pancreas]\nalt", "[pancreas]\nlat", "“lat” is not a field"),
        ("en-GB.toml", "The pancreas lies behind the stomach. Its", "The pancreas lies. " * 9, "longer than 125"),
        ("en-GB.toml", "[pancreas]", "[pancreas", "not valid TOML"),
    ],
)
def test_words_and_shapes_must_agree(room, file, found, put, fault):
    path = room / "diagrams" / file
    path.write_text(path.read_text(encoding="utf-8").replace(found, put, 1), encoding="utf-8")
    diagrams, faults = read_diagrams(FolderFiles(room))

    assert any(fault in str(each) for each in faults)
    assert "pancreas" not in diagrams


def test_a_missing_file_is_a_fault_and_the_others_stay(room):
    (room / "diagrams" / "pancreas.svg").unlink()
    diagrams, [fault] = read_diagrams(FolderFiles(room))

    assert str(fault).startswith("diagrams/pancreas.svg:1: the file is missing")
    assert BODY in diagrams
