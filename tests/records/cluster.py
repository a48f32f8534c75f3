"""A private PostgreSQL for a run of the tests: its own files, its own socket, gone at the end."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import URL, create_engine, text

USER, DATABASE = "leaflets", "leaflets"
SERVER_ACCOUNT = "postgres"
"""Who runs the server where we are root: it refuses to run as root."""


class NoPostgreSQL(Exception):
    """Why there can be no server here, in words."""


@contextlib.contextmanager
def a_cluster() -> Iterator[str]:
    """Start a server and give its address. Raises NoPostgreSQL."""
    programs = found_programs()
    folder = Path(tempfile.mkdtemp(prefix="leaflets-pg-"))
    try:
        as_account = account_for(folder)
        run(
            as_account,
            programs / "initdb",
            "-D",
            folder / "files",
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        )
        set_up = ("listen_addresses=''", f"unix_socket_directories='{folder}'", "fsync=off", "lock_timeout=10s")
        options = " ".join(f"-c {each}" for each in set_up)
        run(as_account, programs / "pg_ctl", "-D", folder / "files", "-w", "-l", folder / "log", "-o", options, "start")
        try:
            address = URL.create("postgresql", USER, database=DATABASE, query={"host": str(folder)})
            make_database(address)
            yield address.render_as_string()
        finally:
            run(as_account, programs / "pg_ctl", "-D", folder / "files", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def found_programs() -> Path:
    """Return the folder of the server's programs, the newest where there are several. Raises NoPostgreSQL."""
    if os.name == "nt":
        raise NoPostgreSQL("the tests start PostgreSQL on Linux and macOS only")
    packed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = [*packed, *([Path(on_path)] if on_path else [])]
    if not found:
        raise NoPostgreSQL("PostgreSQL's initdb is not installed")
    return found[-1].parent


def account_for(folder: Path) -> list[str]:
    """Return how to run the server's programs, and let them into their folder. Raises NoPostgreSQL."""
    if os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser")
    try:
        shutil.chown(folder, SERVER_ACCOUNT)
    except LookupError:
        raise NoPostgreSQL(f"root may not run PostgreSQL, and there is no account “{SERVER_ACCOUNT}”") from None
    if runuser is None:
        raise NoPostgreSQL("root may not run PostgreSQL, and “runuser” is not installed")
    folder.chmod(0o755)
    return [runuser, "-u", SERVER_ACCOUNT, "--"]


def run(as_account: list[str], program: Path, *arguments: object) -> None:
    """Run a program of the server's. Raises NoPostgreSQL."""
    ended = subprocess.run(
        [*as_account, str(program), *map(str, arguments)],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if ended.returncode:
        raise NoPostgreSQL(f"PostgreSQL's {program.name} ended with {ended.returncode}")


def make_database(address: URL) -> None:
    """Make the database that the tests use."""
    engine = create_engine(
        address.set(drivername="postgresql+psycopg", database="postgres"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {DATABASE}"))
    engine.dispose()


def emptied(address: str) -> str:
    """Take all tables out of the database."""
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:", 1))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address
