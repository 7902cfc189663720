"""A report with words planted wherever something private can stand, and a search for them by other means."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from clerkwell.model import (
    Appendix,
    Blocks,
    Cell,
    Consultation,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Note,
    Paragraph,
    Place,
    Quotation,
    Reference,
    Report,
    SubHeading,
    Table,
    Text,
    TrayItem,
    Version,
    Waiver,
    give_ids,
)
from clerkwell.packs import Pack
from helpers.docx_making import W

_WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_SYLLABLES = ("bar", "dov", "fel", "gim", "hol", "jun", "kef", "lom", "mip", "nud", "pok", "rav", "sul", "tev", "wix")


class Planter:
    """Makes private sentences, each of words that stand nowhere else, and remembers them."""

    def __init__(self, seed: int = 0) -> None:
        self._dice = random.Random(seed)
        self._count = 0
        self.words: list[str] = []
        self.sentences: list[str] = []

    def word(self) -> str:
        """A word that nothing else has, and that is no beginning of another."""
        self._count += 1
        word = "zq" + "".join(self._dice.choice(_SYLLABLES) for _ in range(3)) + f"{self._count}q"
        self.words.append(word)
        return word

    def sentence(self, words: int = 8) -> str:
        """A sentence of such words."""
        made = " ".join(self.word() for _ in range(words)) + "."
        self.sentences.append(made)
        return made

    def runs(self) -> tuple[Text, ...]:
        """A sentence as a run."""
        return (Text(text=self.sentence()),)


def planted(report: Report, pack: Pack, planter: Planter) -> tuple[Report, dict[str, bytes]]:
    """The report with something private in every place there is, and the files it then keeps besides its own."""
    files = {
        f"{planter.word()}.png": png(planter.sentence()),
        f"{planter.word()}.jpeg": jpeg(planter.sentence()),
        f"{planter.word()}.docx": private_docx(planter),
        f"{planter.word()}.txt": planter.sentence().encode("utf-16"),
        "open.docx": open_docx(),
    }
    picture, photograph, word_file, text_file, _ = files
    numbered = next((spec.id for spec in pack.manifest.section if spec.numbered), pack.manifest.section[0].id)
    sections = []
    for section in report.sections:
        if section.id == numbered:
            blocks = (*section.blocks, *_private_blocks(planter, picture, photograph))
            section = section.model_copy(update={"blocks": blocks})
        elif section.id in ("conclusion", "options"):
            section = section.model_copy(update={"blocks": (Paragraph(runs=planter.runs(), private=True),)})
        sections.append(section)
    appendices = (
        *report.appendices,
        Appendix(
            id="x1", number="7", title=planter.sentence(), status="exempt", exempt_paragraphs=(3,),
            attachment=word_file, link=f"https://example.org/{planter.word()}/{planter.word()}",
        ),
        Appendix(id="x2", number="8", title=planter.sentence(), status="confidential", attachment=text_file),
        Appendix(
            id="x3", number="9", title=planter.sentence(), status="part-exempt", exempt_paragraphs=(1,),
            attachment=word_file, blocks=(Paragraph(runs=planter.runs()),),
        ),
        Appendix(
            id="x4", number="10", title="The part for everybody", status="part-exempt", exempt_paragraphs=(1,),
            blocks=(Paragraph(runs=(Text(text="Anybody may read this."),)), *_private_blocks(planter, picture, "")),
        ),
        Appendix(id="x5", number="11", title="An open paper", status="public", attachment="open.docx"),
        Appendix(id="x6", number="12", title=planter.sentence(), attachment=text_file),
    )  # fmt: skip
    waiver = Waiver(
        rule="appendix-not-cited", place=Place(appendix="x1"), quote=planter.sentence(), by=planter.word(),
        reason=planter.sentence(), when=_WHEN,
    )  # fmt: skip
    report = report.model_copy(
        update={
            "sections": tuple(sections),
            "appendices": appendices,
            "fields": {**report.fields, **_part_exempt(pack)},
            "consultations": (Consultation(who=planter.word(), answer=planter.sentence(), part=planter.word()),),
            "notes": (Note(id="n1", place=Place(section=numbered), text=planter.sentence(), by=planter.word()),),
            "versions": (Version(name=planter.sentence(), made=_WHEN, file=f"{planter.word()}.json"),),
            "waivers": (*report.waivers, waiver),
            "tray": (TrayItem(text=planter.sentence(), came_from=planter.word()),),
        }
    )
    return give_ids(report), files


def _part_exempt(pack: Pack) -> Mapping[str, FieldValue]:
    field = next((spec.id for spec in pack.manifest.field if spec.kind == "status"), None)
    return {} if field is None else {field: FieldValue(text="Part exempt", value="Part exempt")}


def _private_blocks(planter: Planter, picture: str, photograph: str) -> Blocks:
    """Every kind of block, private, with public ones between and a reference to a private one."""
    link = Text(text=planter.sentence(), link=f"https://example.org/{planter.word()}?of={planter.word()}")
    note = Footnote(runs=(Text(text=planter.sentence(), link=f"mailto:{planter.word()}@example.org"),))
    head = tuple(Cell(paragraphs=(planter.runs(),)) for _ in range(2))
    row = (Cell(paragraphs=(planter.runs(), (note,))), Cell(paragraphs=(planter.runs(),)))
    named = f"b9{len(planter.words)}"
    blocks: Blocks = (
        SubHeading(runs=planter.runs(), private=True),
        Paragraph(id=named, runs=(*planter.runs(), link, note), private=True),
        Paragraph(runs=(Text(text="Anybody may read this too."),)),
        Paragraph(runs=(Text(text="It follows from "), Reference(to="paragraph", target=named))),
        ListItem(runs=planter.runs(), private=True),
        ListItem(runs=planter.runs(), private=True, ordered=True),
        ListItem(runs=(Text(text="An open item"),), ordered=True),
        Quotation(runs=planter.runs(), private=True),
        Table(caption=planter.sentence(), rows=(head, row), private=True),
        Image(attachment=picture, alt=planter.sentence(), caption=planter.sentence(), private=True),
        Landscape(blocks=(Paragraph(runs=planter.runs(), private=True), Paragraph(runs=(Text(text="Wide"),)))),
        Landscape(blocks=(Table(rows=(head, row)), Paragraph(runs=planter.runs())), private=True),
        Landscape(blocks=(ListItem(runs=planter.runs(), ordered=True, private=True),)),
    )
    return (*blocks, Image(attachment=photograph, decorative=True, private=True)) if photograph else blocks


def png(text: str) -> bytes:
    """A picture of one dot whose metadata says this."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", b"Comment\x00" + text.encode())
        + chunk(b"IDAT", zlib.compress(b"\x00\x00"))
        + chunk(b"IEND", b"")
    )


def jpeg(text: str) -> bytes:
    """What begins as a JPEG of one dot with a comment."""
    comment = text.encode()
    return (
        b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00\x01\x01\x01\x00H\x00H\x00\x00"
        + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment
        + b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 1, 1, 1) + b"\x01\x11\x00" + b"\xff\xd9"
    )  # fmt: skip


def private_docx(planter: Planter) -> bytes:
    """A Word document with private words in its text, header, comments, properties and the data behind it."""

    def line(words: str) -> str:
        return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"

    return package(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{line(planter.sentence())}</w:body></w:document>',
            "word/header1.xml": f'<w:hdr xmlns:w="{W}">{line(planter.sentence())}</w:hdr>',
            "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="{planter.word()}">'
            f"{line(planter.sentence())}</w:comment></w:comments>",
            "docProps/core.xml": "<cp:coreProperties "
            'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{planter.sentence()}</dc:title></cp:coreProperties>',
            "customXml/item1.xml": f"<case><person>{planter.sentence()}</person></case>",
        }
    )


def open_docx(words: str = "Anybody may read this paper from its beginning to its end.") -> bytes:
    """A Word document for everybody."""
    return package(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>'
            "</w:document>"
        }
    )


_KINDS = {
    "word/document.xml": ("", "wordprocessingml.document.main", "officeDocument"),
    "word/header1.xml": ("word", "wordprocessingml.header", "header"),
    "word/comments.xml": ("word", "wordprocessingml.comments", "comments"),
    "docProps/core.xml": ("", "", "core"),
    "customXml/item1.xml": ("word", "", "customXml"),
}


def package(parts: Mapping[str, str]) -> bytes:
    """A Word document of these parts."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations: dict[str, str] = {"": "", "word": ""}
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    for number, name in enumerate(parts, 1):
        source, content, kind = _KINDS[name]
        target = name if not source else f"../{name}" if not name.startswith("word/") else name.removeprefix("word/")
        named = (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
            if kind == "core"
            else f"{office}/{kind}"
        )
        relations[source] += f'<Relationship Id="rId{number}" Type="{named}" Target="{target}"/>'
        content_type = (
            f"application/vnd.openxmlformats-officedocument.{content}+xml"
            if content
            else "application/vnd.openxmlformats-package.core-properties+xml"
        )
        if kind != "customXml":
            types += f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>',
        )
        for source, path in (("", "_rels/.rels"), ("word", "word/_rels/document.xml.rels")):
            archive.writestr(
                path,
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f"{relations[source]}</Relationships>",
            )
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def everything_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte under a folder: names, files, and what is packed inside them, however deep."""
    for path in sorted(folder.rglob("*")):
        yield f"the name of {path.name}", path.name.encode()
        if path.is_file():
            yield from _unpacked(path.name, path.read_bytes())


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield f"the name of {name}/{entry.filename}", entry.filename.encode()
                yield from _unpacked(f"{name}/{entry.filename}", archive.read(entry))


def traces_of(words: list[str], folder: Path) -> list[tuple[str, str]]:
    """Where under a folder any of these words stands, in capitals or not, in any encoding."""
    found = []
    for name, data in everything_in(folder):
        low = data.lower()
        for word in words:
            if any(word.lower().encode(form) in low for form in ("utf-8", "utf-16-le", "utf-16-be")):
                found.append((word, name))
    return found
