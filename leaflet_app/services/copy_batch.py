"""Make a few copies: what is handed to a worker, be it a thread, a process or another computer."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import NamedTuple

from leaflet_app.delivery.copy_files import CopyFolder
from leaflet_app.domain.copies import Master
from leaflet_app.domain.errors import CopiesStopped, LeafletError, MissingGlyph, whence
from leaflet_app.domain.value import value

log = logging.getLogger(__name__)


class Job(NamedTuple):
    """What holds for all copies; `folder` is None where the worker has another disk and hands the files back."""

    master: Master
    folder: CopyFolder | None


@value
class Batch:
    """What to print, each with the line of its row. A log that names the batch says no word of it."""

    lines: Sequence[tuple[int, str]] = field(repr=False)


class Copied(NamedTuple):
    """What became of a row: its `pdf` where the worker has not written it, or why there is none and what to do."""

    line: int
    is_kept: bool = False
    pdf: bytes = b""
    why: str = ""
    remedy: str = ""


def packed(job: Job) -> bytes:
    """Return a job as it goes to workers, with every batch: not each kind of worker can be prepared beforehand."""
    return pickle.dumps(job)


def copy_batch(packed_job: bytes, batch: Batch) -> list[Copied]:
    """Make the copies of a batch, save those that are there already. Raises CannotSave, CopiesStopped."""
    try:
        job = _opened(packed_job)
        return [_copied(job, line, said) for line, said in batch.lines]
    except LeafletError:
        raise
    except Exception as fault:  # noqa: BLE001  a cluster would note its words, which may be a patient's
        log.error("a copy failed: %s", whence(fault))  # noqa: TRY400
        raise CopiesStopped("the program met a fault of its own") from None


@lru_cache(maxsize=1)
def _opened(packed_job: bytes) -> Job:
    """Open a job once for all its batches."""
    job: Job = pickle.loads(packed_job)  # noqa: S301  from our own parent
    return job


def refusal(fault: LeafletError) -> tuple[str, str]:
    """Return why a row gets no copy and what to do, with no word of the row but a letter."""
    if isinstance(fault, MissingGlyph):
        letter = f"“{fault.character}” (U+{ord(fault.character):04X})"
        return f"{letter} cannot be printed", "write it in other letters"
    return "the copy cannot be laid out", "write the name and reference more shortly"


def _copied(job: Job, line: int, said: str) -> Copied:
    master, folder = job
    if folder and folder.holds(line, master.copy_id(said)):
        return Copied(line, is_kept=True)
    try:
        pdf = master.copy(said)
    except LeafletError as fault:
        why, remedy = refusal(fault)
        return Copied(line, why=why, remedy=remedy)
    if folder is None:
        return Copied(line, pdf=pdf)
    folder.put(line, pdf)
    return Copied(line)
