"""No line of the program could send a password or a message over a connection that is not encrypted and verified."""

import ast

from tests.architecture.sources import name, nodes, python

ROOMS = python("leaflet_app")
THE_MAKER = "leaflet_app/delivery/mail/smtp/tls.py"

UNSAFE = {
    "starttls": "the wire encrypts itself, with a context that verifies",
    "SMTP_SSL": "it verifies nothing unless it is told to",
    "login": "it sends the password over any line",
    "sendmail": "it knows no stages",
    "send_message": "it knows no stages",
    "set_debuglevel": "it prints the password",
    "_create_unverified_context": "it verifies nothing",
    "_create_stdlib_context": "it verifies nothing",
    "CERT_NONE": "it verifies nothing",
    "CERT_OPTIONAL": "it verifies little",
    "wrap_bio": "one place encrypts",
}
"""Names that nothing of the program uses, each with the reason."""

ONLY_THERE = {"SSLContext", "create_default_context", "PROTOCOL_TLS_CLIENT", "check_hostname", "verify_mode"}
"""Names of how a line is verified, which only its one maker uses."""


def used(path) -> set[str]:
    """Return the names and attributes that a file uses or imports."""
    plain = {node.id for node in nodes(path, ast.Name)} | {node.attr for node in nodes(path, ast.Attribute)}
    return plain | {alias.name for node in nodes(path, ast.ImportFrom) for alias in node.names}


def test_nothing_unsafe_is_used():
    found = {name(path): used(path) & set(UNSAFE) for path in ROOMS}

    assert not {path: names for path, names in found.items() if names}


def test_one_place_says_how_a_line_is_verified():
    calls = {
        name(path)
        for path in ROOMS
        for node in nodes(path, ast.Call)
        if (getattr(node.func, "id", None) or getattr(node.func, "attr", None)) in ONLY_THERE
    }
    set_elsewhere = {
        name(path)
        for path in ROOMS
        for node in nodes(path, ast.Attribute)
        if isinstance(node.ctx, ast.Store) and node.attr in ONLY_THERE
    }

    assert calls == {THE_MAKER}
    assert not set_elsewhere


def test_a_line_is_encrypted_in_one_place_with_the_name_of_the_server():
    wrapped = [
        (name(path), {keyword.arg for keyword in node.keywords})
        for path in ROOMS
        for node in nodes(path, ast.Call)
        if getattr(node.func, "attr", None) == "wrap_socket"
    ]

    assert wrapped == [("leaflet_app/delivery/mail/smtp/wire.py", {"server_hostname"})]
