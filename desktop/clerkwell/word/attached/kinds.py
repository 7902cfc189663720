"""Files that hold text in a wrapping of their own: letters by e-mail, rich text, Microsoft's older files."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from typing import Final

# [MS-CFB] 2.2.
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT: Final = b"{\\rtf"
_HEADER: Final = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}")
_LETTER: Final = re.compile(
    rb"^(?:mime-version|content-transfer-encoding|content-type|message-id|received):", re.I | re.M
)
# Rich Text Format 1.9.1: characters by number, control words, and what groups them.
_CODED: Final = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(-?\d+)\??")
_PARTING: Final = re.compile(r"\\(?:par|line|tab|cell|row|page|sect)\b ?")
_SEEN: Final = {"\\~": " ", "\\_": "-", "\\-": "", "\\{": "(", "\\}": ")", "\\\\": "/"}
_CONTROL: Final = re.compile(r"\\[a-zA-Z]+-?\d* ?|\\\*|[{}\r\n]")


def is_letter(data: bytes) -> bool:
    """Whether this is an e-mail (RFC 5322), whose words may be coded."""
    header = _HEADER.match(data.removeprefix(b"\xef\xbb\xbf"))
    return header is not None and _LETTER.search(header.group()) is not None


def of_letter(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The header and the parts of an e-mail, as names and bytes; texts are UTF-8."""
    try:
        letter = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
        yield "header", "\n".join(f"{name}: {value}" for name, value in letter.items()).encode(errors="replace")
        for part in letter.walk():
            if part.is_multipart():
                continue
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                charset = part.get_content_charset() if part.get_content_maintype() == "text" else None
                yield part.get_filename() or part.get_content_type(), _as_utf8(body, charset)
    except (MessageError, ValueError, LookupError, AttributeError):
        # Broken coding: what came before is given, and the whole is read as plain text besides.
        return


def _as_utf8(body: bytes, charset: str | None) -> bytes:
    try:
        return body.decode(charset, errors="replace").encode() if charset else body
    except LookupError:
        return body


def of_rich_text(data: bytes) -> str:
    """The words of a rich text, with those of its furniture; formatting parts none of them."""
    text = data.decode("cp1252", errors="replace")
    text = _PARTING.sub("\n", _CODED.sub(_character, text))
    for coded, shown in _SEEN.items():
        text = text.replace(coded, shown)
    return _CONTROL.sub("", text)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return bytes([int(found[1], 16)]).decode("cp1252", errors="replace")
    return chr(int(found[2]) % 0x10000).encode("utf-16", errors="replace").decode("utf-16", errors="replace")


def wrapped(data: bytes) -> Iterator[bytes]:
    """What lies in one of Microsoft's older files as it was put in: a PDF or an archive, from where it begins."""
    if data.startswith(COMPOUND):
        for start in (b"%PDF-", b"PK\x03\x04"):
            at = data.find(start)
            if at > 0:
                yield data[at:]
