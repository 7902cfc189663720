"""Signing what runs on Windows: with the publisher's certificate where one is set up, and a throw-away in the test."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from housekeeping.running import ChoreError
from installing.identity import NAME
from installing.transcript import Transcript

# Where the publisher's certificate is: a PKCS 12 file, a file with its password, and a stamp of the time from abroad.
CERTIFICATE, PASSWORD, STAMP = "CLERKWELL_SIGN_WITH", "CLERKWELL_SIGN_PASSWORD_FILE", "CLERKWELL_SIGN_TIMESTAMP"


class Certificate(NamedTuple):
    """A certificate to sign with: its file, the file with its password, and who stamps the time, if anybody."""

    file: Path
    password: Path
    stamp: str = ""


def configured(surroundings: Mapping[str, str] = os.environ) -> Certificate | None:
    """The publisher's certificate, if one is set up. Raises ChoreError if it is set up by half."""
    named, password = surroundings.get(CERTIFICATE, ""), surroundings.get(PASSWORD, "")
    if not named:
        return None
    if not password:
        raise ChoreError(f"{CERTIFICATE} names a certificate. Name the file with its password in {PASSWORD} too.", 2)
    for file in (named, password):
        if not Path(file).is_file():
            raise ChoreError(f"There is no {file} to sign with.", 2)
    return Certificate(Path(named), Path(password), surroundings.get(STAMP, ""))


def sign(file: Path, certificate: Certificate, transcript: Transcript) -> None:
    """Sign a program, a setup.exe or an .msi in its place."""
    signed = file.with_name(f"signed-{file.name}")
    signed.unlink(missing_ok=True)
    stamp: list[str | Path] = ["-ts", certificate.stamp] if certificate.stamp else []
    by: list[str | Path] = ["-pkcs12", certificate.file, "-readpass", certificate.password]
    transcript.run(
        ["osslsigncode", "sign", *by, "-h", "sha256", "-n", NAME, *stamp, "-in", file, "-out", signed], show=False
    )
    signed.replace(file)


def try_out(files: tuple[Path, ...], work: Path, transcript: Transcript) -> None:
    """Sign copies with a certificate made for the purpose, and read the signatures back; one changed byte must show."""
    transcript.heading("Signing, tried with a throw-away certificate on copies")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    key, public, both, password = (work / name for name in ("key.pem", "public.pem", "both.p12", "password.txt"))
    password.write_text("throw-away", encoding="utf-8")
    made = ["-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2", "-subj", "/CN=Clerkwell throw-away test"]
    usage = ["-addext", "extendedKeyUsage=codeSigning"]
    files_made: list[str | Path] = ["-keyout", key, "-out", public]
    transcript.run(["openssl", "req", *made, *usage, *files_made], show=False)
    packed: list[str | Path] = ["-inkey", key, "-in", public, "-out", both, "-passout", f"file:{password}"]
    transcript.run(["openssl", "pkcs12", "-export", *packed], show=False)
    for file in files:
        copy = work / file.name
        shutil.copyfile(file, copy)
        sign(copy, Certificate(both, password), transcript)
        transcript.run(["osslsigncode", "verify", "-CAfile", public, copy], show=False)
        content = bytearray(copy.read_bytes())
        content[len(content) // 2] ^= 1
        copy.write_bytes(content)
        transcript.run(["osslsigncode", "verify", "-CAfile", public, copy], wanted=1, show=False)
        copy.unlink()
