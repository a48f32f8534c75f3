"""Ask for the password of a protected copy where nobody can read it; it is never an argument that others could list."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from leaflet_app.domain.errors import PasswordRefused

LONGEST_LINE = 4096
"""Bytes read of standard input."""

NOT_FOR_ARCHIVES = "Protected copies are not for archives: keep the plain leaflet for your records."
"""What a person is told of every protected copy; PDF/A forbids encryption."""

password_option = click.option(
    "--password",
    "is_protected",
    is_flag=True,
    help="Ask for a password, without which the PDF does not open; read from standard input where no one can type it.",
)


def ask_password() -> str:
    """Return a password fit for a PDF, and warn of one that is easy to guess. Raises PasswordRefused."""
    from leaflet_app.domain.password import easy_to_guess, prepared  # noqa: PLC0415  (most leaflets are open)

    password = prepared(typed_password())
    if why := easy_to_guess(password):
        click.echo(
            f"This password is easy to guess: {why}. Three words that have nothing in common are safer.", err=True
        )
    return password


def typed_password() -> str:
    """Return what is typed twice where nobody can read it, or else the first line of input. Raises PasswordRefused."""
    stdin: TextIO | None = sys.stdin
    if stdin is None:  # closed by whoever started the program
        raise PasswordRefused("there is nowhere to read it from", "Type it in a terminal, or write it to the command.")
    try:
        return _typed_twice() if stdin.isatty() else _first_line(stdin)
    except UnicodeDecodeError as fault:
        raise PasswordRefused("it is not UTF-8", "Type it in a terminal, or write it as UTF-8.") from fault


def _typed_twice() -> str:
    said: str = click.prompt(
        "Password",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt="The same again",
        err=True,
    )
    return said


def _first_line(stdin: TextIO) -> str:
    return stdin.buffer.readline(LONGEST_LINE).decode("utf-8-sig").rstrip("\r\n")
