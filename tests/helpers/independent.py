"""Readers that share nothing with the program: a Word document from its XML, and as LibreOffice shows it."""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLETS = "•◦▪●○■–-*·"


def soffice() -> str:
    """The command of LibreOffice; a test that needs it is left out, saying so, where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice (soffice) is not installed: the chore setup-proofs installs it")
    return found


def paragraphs_of(document: bytes) -> list[str]:
    """The text of each paragraph of the body in order, content controls, tables and links included."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return [_text(paragraph) for paragraph in root.iter(f"{_W}p")]


def _text(paragraph: ElementTree.Element) -> str:
    pieces: list[str] = []
    for each in paragraph.iter():
        if each.tag == f"{_W}t":
            pieces.append(each.text or "")
        elif each.tag in (f"{_W}tab", f"{_W}br"):
            pieces.append(" ")
    return "".join(pieces)


def shown_by_libreoffice(document: bytes, folder: Path) -> list[str]:
    """The lines of the document as LibreOffice lays them out, with the numbers it computes."""
    path = folder / "shown.docx"
    path.write_bytes(document)
    command = [soffice(), f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "shown.txt").read_text(encoding="utf-8-sig").splitlines()


def words_of(text: str) -> list[str]:
    """Words as both sides count them: NFC, without bullets, parted by white space."""
    text = unicodedata.normalize("NFC", text)
    return [word for word in text.split() if word not in _BULLETS]


def words_of_source(text: str, *, numbers: bool) -> list[str]:
    """The words of a text taken out of a PDF, without its markup; paragraph numbers kept or left out."""
    lines = []
    for line in text.splitlines():
        line = re.sub(r"</?b>", "", line)
        line = re.sub(r"^\s*#+\s*|\*\*", "", line)
        line = re.sub(r"\[([^\]]*)\]\((?:https?|mailto):[^)\s]*\)", r"\1", line).replace(r"\(", "(").replace(r"\)", ")")
        if not numbers:
            line = re.sub(r"^\s*\d{1,2}\.\s", "", line)
        lines.append(line)
    return words_of("\n".join(lines))
