"""Files of a library cut short, emptied, deleted, swapped, filled with noise: it opens with what is good."""

import random
import shutil
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

from leaflet_app.domain.errors import StoreDamaged
from leaflet_app.library.files import FileUnreadable
from leaflet_app.library.store.history import History
from leaflet_app.library.store.kept_files import KeptFiles
from leaflet_app.library.store.objects import SoundObjects
from leaflet_app.library.store.repository import Store
from leaflet_app.library.store.rescue import rescue
from leaflet_app.library.store.trees import Trees
from tests.faults.library.outcome import Outcome
from tests.faults.library.reading import LARGEST, TODAY, Kept, kept


def run(times: int, seed: int = 1) -> Outcome:
    """Mangle so many libraries."""
    chance = random.Random(seed)  # noqa: S311  (the same damage for the same seed)
    outcome, came_to = Outcome("files mangled"), Counter[str]()
    with tempfile.TemporaryDirectory() as made:
        models = [kept(Path(made) / f"{number}.git", is_packed=bool(number)) for number in range(2)]
        for number in range(times):
            library = models[number % 2].copied(Path(made) / "mangled.git")
            done = [mangle(library.folder, chance) for _ in range(chance.randrange(1, 10))]
            state, wrong = opened(library)
            came_to[state] += 1
            outcome.tried += 1
            outcome.wrong += [f"{number}, {done}: {each}" for each in wrong]
            for path in Path(made).glob("mangled.git*"):
                shutil.rmtree(path)
    outcome.said = ", ".join(f"{count} {state}" for state, count in came_to.most_common())
    return outcome


def mangle(folder: Path, chance: random.Random) -> str:
    """Do something to one file, or put noise where none was; return what."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    path, other = chance.choice(files), chance.choice(files)
    content = path.read_bytes()
    how = chance.choice(["cut", "empty", "delete", "swap", "noise", "more", "folder"])
    path.chmod(0o644)
    if how == "cut":
        path.write_bytes(content[: chance.randrange(len(content) + 1)])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "delete":
        path.unlink()
    elif how == "swap":
        other.chmod(0o644)
        path.write_bytes(other.read_bytes())
        other.write_bytes(content)
    elif how == "noise":
        path.write_bytes(chance.randbytes(max(len(content), 1)))
    elif how == "more":
        path.with_name(chance.choice(["index", "shallow", "commondir", "x.pack", "alternates", path.name])).write_bytes(
            chance.randbytes(50)
        )
    else:
        path.unlink()
        path.mkdir()
    return f"{how} {path.relative_to(folder)}"


def opened(library: Kept) -> tuple[str, list[str]]:
    """Open a library as a desk does, read all of it, and say what it came to and what is wrong with that."""
    should_be = whole(library)
    try:
        return _read(library, should_be, "as if nothing was")
    except StoreDamaged:
        rescued = rescue(library.folder, TODAY)
    if rescued.version is None:
        is_aside = rescued.set_aside is not None and rescued.set_aside.exists() and not library.folder.exists()
        return "set aside", [] if is_aside and not should_be else ["set aside without need"]
    try:
        return _read(library, should_be, "brought back")
    except StoreDamaged as fault:
        return "lost", [f"not brought back: {fault}"]


def whole(library: Kept) -> str:
    """Return the newest version whose commit and folders are all there; nothing where there is none."""
    with closing(SoundObjects(library.folder / "objects")) as objects:
        trees = Trees(objects)
        for commit in library.texts:
            try:
                trees.ids(History(objects, trees).tree(commit))
            except (KeyError, OSError):
                continue
            return commit
    return ""


def _read(library: Kept, should_be: str, state: str) -> tuple[str, list[str]]:
    with Store.open(library.folder) as store:
        head = store.head
        if not head:
            raise StoreDamaged("a store of a desk is never empty", "")
        files = KeptFiles(store, head)
        newest_first = [*library.texts, ""]
        is_older = newest_first.index(head) > newest_first.index(should_be)
        wrong = [f"opens with {head}, not with {should_be}"] if is_older else []
        lost = 0
        for file in files.ids():
            try:
                if files.read(file, LARGEST) != library.texts.get(head, {}).get(file):
                    wrong.append(f"{file} is another text")
            except FileUnreadable:
                lost += 1
    return f"{state}{', with damaged texts' if lost else ''}", wrong
