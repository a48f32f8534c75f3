"""Certificates that live for one run of the tests: a good one, and each kind that no one may trust."""

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)
SERVER = "localhost"


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, each in a file."""

    chain: Path
    key: Path

    def for_server(self) -> SSLContext:
        """Return what a server shows this certificate with."""
        context = SSLContext(PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.chain, self.key)
        return context


@dataclass(frozen=True)
class Certificates:
    """`authority` is the file of who signed the first three; `self_signed` was signed by nobody else."""

    authority: Path
    good: Certificate
    wrong_name: Certificate
    expired: Certificate
    self_signed: Certificate


def make_certificates(folder: Path) -> Certificates:
    """Write a new authority and its certificates into a folder."""
    now = datetime.now(UTC)
    root_key = _key()
    root = _signed("Test authority", (), root_key, None, (now - DAY, now + DAY))
    authority = folder / "authority.pem"
    authority.write_bytes(root.public_bytes(Encoding.PEM))

    def issue(file: str, name: str, valid: tuple[datetime, datetime], *, by_itself: bool = False) -> Certificate:
        key = _key()
        issuer = None if by_itself else (root, root_key)
        return _kept(folder / file, _signed(name, (name,), key, issuer, valid), key)

    valid = (now - DAY, now + DAY)
    return Certificates(
        authority,
        good=issue("good", SERVER, valid),
        wrong_name=issue("wrong-name", "mail.elsewhere.example", valid),
        expired=issue("expired", SERVER, (now - 3 * DAY, now - DAY)),
        self_signed=issue("self-signed", SERVER, valid, by_itself=True),
    )


def _key() -> rsa.RSAPrivateKey:
    """Make a key of the only kind that every mail server of the tests can show."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _signed(common_name, names, key, issuer, valid) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])
    signer, signing_key = issuer or (None, key)
    begun = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signer.subject if signer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.BasicConstraints(ca=not names, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key()), critical=False)
    )
    if names:
        known = [x509.DNSName(name) for name in names]
        if SERVER in names:
            known.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        begun = begun.add_extension(x509.SubjectAlternativeName(known), critical=False)
    return begun.sign(signing_key, hashes.SHA256())


def _kept(stem: Path, certificate: x509.Certificate, key) -> Certificate:
    kept = Certificate(stem.with_suffix(".pem"), stem.with_suffix(".key"))
    kept.chain.write_bytes(certificate.public_bytes(Encoding.PEM))
    kept.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    kept.key.chmod(0o600)
    return kept
