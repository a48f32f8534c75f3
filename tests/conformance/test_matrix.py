"""Everything that the program can print keeps PDF/UA-1 and PDF/A-2a: veraPDF says so, a second validator, and we.

veraPDF is the reference. It looks at all files in one JVM; without Java its tests are skipped and say why.
"""

import shutil
import subprocess

import pytest

from leaflet_app.domain.look import Look
from leaflet_app.pdf.render import render
from tests.conformance import reference
from tests.conformance.broken import STUDIED
from tests.conformance.checks import faults
from tests.conformance.matrix import UA, made, samples
from tests.conformance.validators import second_opinion
from tests.pdf.rich import a_rich_leaflet
from tests.pdf.tagged_pdf import TaggedPdf

SAMPLES = tuple(samples())
QPDF = shutil.which("qpdf")

NO_PDF = "no-pdf"

FEWEST_CHECKS = 1_000
"""What veraPDF looks at in the smallest leaflet, several times over."""

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
with_reference = pytest.mark.skipif(bool(reference.why_not()), reason=reference.why_not())


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """Return what veraPDF says of every sample, of the faults that we studied, and of what is no PDF."""
    folder = tmp_path_factory.mktemp("reference")
    files = {sample.name: (made(sample), sample.profiles, sample.password) for sample in SAMPLES}
    good = render(a_rich_leaflet(), Look()).pdf
    files |= {broken.by.__name__: (broken.by(good), (UA,), "") for broken in STUDIED}
    files[NO_PDF] = (b"Just words.", (UA,), "")
    requests = []
    for name, (pdf, profiles, password) in files.items():
        file = folder / name
        file.write_bytes(pdf)
        requests += [reference.Request(file, profile, password) for profile in profiles]
    return reference.verdicts(requests)


@with_reference
@each_sample
def test_the_reference_finds_no_fault(verdicts, sample):
    for profile in sample.profiles:
        verdict = verdicts[sample.name, profile]
        assert verdict.faults == ()
        assert verdict.checks > FEWEST_CHECKS


@with_reference
@pytest.mark.parametrize("broken", STUDIED, ids=lambda broken: broken.by.__name__)
def test_the_reference_notices_all_but_the_parent_tree(verdicts, broken):
    rules = [fault.split()[0] for fault in verdicts[broken.by.__name__, UA].faults]

    assert broken.rule in rules if broken.rule else not rules


@with_reference
def test_the_reference_reads_on_after_a_file_that_it_cannot_read(verdicts):
    (fault,) = verdicts[NO_PDF, UA].faults

    assert "cannot be read" in fault


@pytest.mark.parametrize(
    ("lost", "by", "told"),
    [("shutil", "which", "default-jdk-headless"), ("importlib.util", "find_spec", "requirements/test.txt")],
)
def test_what_the_reference_lacks_is_told_with_the_remedy(monkeypatch, lost, by, told):
    monkeypatch.setattr(f"{lost}.{by}", lambda _: None)

    assert told in reference.why_not()


@each_sample
def test_a_screen_reader_finds_all_it_needs(sample):
    read = TaggedPdf(made(sample), sample.password)

    assert faults(read) == []
    assert read.pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("sample", [each for each in SAMPLES if not each.password], ids=lambda sample: sample.name)
def test_the_second_validator_finds_no_fault(sample):
    assert [fault for profile in sample.profiles for fault in second_opinion(made(sample), profile)] == []


@pytest.mark.skipif(QPDF is None, reason="qpdf is not installed. It is optional: the test before asks its library.")
@each_sample
def test_qpdf_finds_the_file_sound(tmp_path, sample):
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(made(sample))

    checked = subprocess.run(
        [QPDF, f"--password={sample.password}", "--check", file], capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
