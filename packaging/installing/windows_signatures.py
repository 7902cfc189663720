"""Who signed the programs in a folder, and what a signed catalogue lists: windows_signatures.py FOLDER CATALOGUE.

Run by the Python of a virtual environment that has `signify`; prints JSON. The signatures count from the time that
they were stamped with, as on Windows: the certificate of a version of Python runs out long before the version does.
"""

import enum
import importlib
import json
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from unittest import mock


class _Signed(Protocol):
    """What signify can say of anything that is signed."""

    def explain_verify(self) -> tuple[enum.Enum, Exception | None]:
        """What came of it, and why."""


SIGNED = (".exe", ".dll", ".pyd")


def main(folder: Path, catalogue: Path) -> None:
    """Print, for each program, what came of its signature and who signed; and the digests that the catalogue lists."""
    authenticode = _authenticode()
    programs = {
        file.name: _program(authenticode, file) for file in sorted(folder.iterdir()) if file.suffix.lower() in SIGNED
    }
    listing = authenticode.CertificateTrustList.from_envelope(catalogue.read_bytes())
    digests = sorted(each.identifier.hex() for each in listing.subjects)
    said = {"programs": programs, "catalogue": [_result(listing), _signers([listing])], "digests": digests}
    sys.stdout.write(json.dumps(said))


def _authenticode() -> ModuleType:
    """The package that reads signatures, which this checkout's own Python does not have.

    oscrypto 1.3.0, which it stands on, takes OpenSSL's version for three single figures, and finds none in 3.0.19.
    """
    with mock.patch.object(re, "search", _patient(re.search)):
        importlib.import_module("oscrypto.asymmetric")
    return importlib.import_module("signify.authenticode")


def _patient(search: Callable[..., re.Match[str] | None]) -> Callable[..., re.Match[str] | None]:
    def either(pattern: str, string: str, flags: int = 0) -> re.Match[str] | None:
        return search(pattern, string, flags) or search(r"OpenSSL (\d\.\d\.\d)", str(string))

    return either


def _program(authenticode: ModuleType, file: Path) -> list[str | list[str]]:
    with file.open("rb") as stream:
        signed = authenticode.AuthenticodeFile.from_stream(stream, file_name=file.name)
        return [_result(signed), _signers(signed.embedded_signatures)]


def _result(signed: _Signed) -> str:
    result, fault = signed.explain_verify()
    return "OK" if result.name == "OK" else f"{result.name}: {fault}"


def _signers(signatures: Iterable[Any]) -> list[str]:
    """The organisations in whose names the certificates are that signed."""
    found = {
        str(certificate.subject.dn)
        for signature in signatures
        for certificate in signature.certificates
        if certificate.serial_number == signature.signer_info.serial_number
    }
    return sorted(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
