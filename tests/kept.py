"""What a person would find who searched every byte that the program left on a disk."""

from pathlib import Path


def holding(folder: Path, *words: str) -> list[str]:
    """Return the files below a folder whose name or bytes hold one of the words, in any common encoding."""
    wanted = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if any(word in str(path.relative_to(folder)) for word in words)
        or (path.is_file() and any(each in path.read_bytes() for each in wanted))
    ]
