"""The draft as it was sent: written again from the report that it was made of, and read as any other."""

import struct
import zlib
from collections.abc import Mapping

from clerkwell.intake.homecoming.pictures import name_of
from clerkwell.model import Image, Report, all_blocks
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordDocument
from clerkwell.word.writer import write_document
from clerkwell.word.writer.pictures import picture_file

# A draft as it was sent, read, and what a reading calls each of its pictures.
Original = tuple[WordDocument, Mapping[str, str]]


def written_again(report: Report, pack: Pack, attachments: Mapping[str, bytes]) -> Original:
    """The draft of a report, read, and what a reading calls each of its pictures.

    A picture that is not at hand is one of a single point, unlike any other. `WordError` where the report has no draft
    in this pack.
    """
    asked = {block.attachment for _, block in all_blocks(report) if isinstance(block, Image)}
    files = {name: attachments[name] for name in asked if picture_file(attachments.get(name, b"")) is not None}
    for number, name in enumerate(sorted(asked - files.keys() - {""})):
        files[name] = _point(number)
    document = read_document(write_document(report, pack, draft=True, attachments=files))
    return document, {name: name_of(data) for name, data in files.items()}


def _point(number: int) -> bytes:
    """A picture of one point, in a colour of its own (PNG, third edition, 11.2)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    colour = b"\0" + struct.pack(">I", number + 1)[1:]
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(colour)) + chunk(b"IEND", b"")
