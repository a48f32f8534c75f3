"""Keys that sign packs (Ed25519, RFC 8032): the private half stays in the keyring, the public half is passed on."""

from __future__ import annotations

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

KEY_BYTES = 32
SIGNATURE_BYTES = 64
_SHOWN_SIGNS, _GROUP = 24, 4


def new_key() -> str:
    """Make a key; return its private half as text for the keyring."""
    private = Ed25519PrivateKey.generate()
    return _text(private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))


def public_half(private: str) -> str:
    """Return the public half of a key. Raises ValueError for what is no key."""
    public = Ed25519PrivateKey.from_private_bytes(_bytes(private)).public_key()
    return _text(public.public_bytes(Encoding.Raw, PublicFormat.Raw))


def signature(private: str, content: bytes) -> bytes:
    """Sign these bytes. Raises ValueError for what is no key."""
    return Ed25519PrivateKey.from_private_bytes(_bytes(private)).sign(content)


def is_signed(public: str, signed: bytes, content: bytes) -> bool:
    """Tell whether the holder of a key signed exactly these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(public)).verify(signed, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_key(untrusted: str) -> bool:
    """Tell whether a text can be the public half of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(untrusted))
    except ValueError:
        return False
    return True


def fingerprint(public: str) -> str:
    """Return a key as two people compare it over the phone: 24 signs in groups of four."""
    signs = hashlib.sha256(_bytes(public)).hexdigest()[:_SHOWN_SIGNS].upper()
    return " ".join(signs[at : at + _GROUP] for at in range(0, _SHOWN_SIGNS, _GROUP))


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _bytes(untrusted: str) -> bytes:
    """Return the bytes of a key written as text. Raises ValueError."""
    try:
        key = base64.b64decode(untrusted.strip().encode(), validate=True)
    except (binascii.Error, UnicodeEncodeError) as fault:
        raise ValueError("not a key") from fault
    if len(key) != KEY_BYTES or _text(key) != untrusted.strip():  # base64 has four ways to write its last sign
        raise ValueError("not a key")
    return key
