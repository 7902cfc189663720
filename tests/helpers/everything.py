"""One report that holds every kind of value there is: for proofs that nothing gets lost on the way."""

from datetime import UTC, datetime

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    Consultation,
    Earlier,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Note,
    OpenChange,
    PackRef,
    Paragraph,
    Place,
    Quotation,
    Reference,
    Reply,
    Report,
    Return,
    Seal,
    SealedPart,
    Section,
    Stale,
    SubHeading,
    Table,
    Text,
    TrayItem,
    Version,
    Waiver,
)
from clerkwell.storage import StoredReport
from clerkwell.storage.versions import pack_version

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VERSION_FILE, SENT_FILE = "as-sent.json", "draft.json.gz"
BACK = "Back.docx"


def everything() -> StoredReport:
    """The report, with a pack's files, kept files and a version."""
    return StoredReport(
        report=_report(),
        pack_files={"pack.toml": b"[pack]\n", "template.docx": b"PK not really", "pictures/logo.png": b"\x89PNG"},
        attachments={
            "Plan.pdf": b"%PDF-1.7",
            "map.png": b"\x89PNG map",
            BACK: b"PK came back",
            "Übersicht – Σ.txt": "é".encode(),
        },
        versions={
            VERSION_FILE: b'{"format":1,"report":{"pack":{"id":"test-council","version":"1.0.0"}}}',
            SENT_FILE: pack_version(Report(pack=PackRef(id="test-council", version="1.0.0"))),
        },
    )


def _text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


def _report() -> Report:
    return Report(
        pack=PackRef(id="test-council", version="1.0.0"),
        fields={
            "subject": FieldValue(text="Planting along Mill Lane", value="Planting along Mill Lane"),
            "outcomes": FieldValue(text="1, 2", value=("Safe", "Green")),
            "meeting": FieldValue(text="07/02//2026"),
        },
        repeats={
            "committees": (
                {"name": FieldValue(text="Parks"), "date": FieldValue(text="7 May 2026", value="2026-05-07")},
                {},
            )
        },
        details_done=True,
        sections=(
            Section(
                id="summary",
                done=True,
                blocks=(
                    Paragraph(
                        id="b1",
                        runs=(
                            Text(text="Plain, "),
                            Text(text="bold, ", bold=True),
                            Text(text="italic", italic=True, link="https://example.org/?a=1&b=2"),
                            Text(text="2", script="super"),
                            Text(text="a line\nbreak 😀", script="sub"),
                            Footnote(runs=_text("A note.")),
                            Reference(to="paragraph", target="b2"),
                        ),
                    ),
                    Paragraph(id="b2", runs=_text("N/A"), nil=True, plain=True, private=True),
                ),
            ),
            Section(
                id="own-1",
                heading="A heading of its own",
                blocks=(
                    SubHeading(id="b3", runs=_text("Costs")),
                    ListItem(id="b4", runs=_text("bullet"), level=2),
                    ListItem(id="b5", runs=_text("numbered"), ordered=True, start=4),
                    Quotation(id="b6", runs=_text("Somebody’s words")),
                    Table(
                        id="b7",
                        caption="Table 1",
                        header_rows=1,
                        rag_columns=(1,),
                        alignment=("", "right"),
                        rows=((Cell(paragraphs=(_text("a"), _text("b"))), Cell()), (Cell(), Cell())),
                    ),
                    Image(id="b8", attachment="map.png", alt="A map", caption="Figure 1", width=60),
                    Landscape(id="b9", blocks=(Image(id="b10", attachment="map.png", decorative=True, private=True),)),
                ),
            ),
        ),
        appendices=(
            Appendix(
                id="a1",
                number="1",
                title="Plan",
                status="exempt",
                exempt_paragraphs=(3,),
                public_interest="The price would be known to those who bid.",
                attachment="Plan.pdf",
            ),
            Appendix(id="a2", number="2", title="Survey", link="https://example.org/survey"),
            Appendix(
                id="a3",
                number="C",
                blocks=(Paragraph(id="b11", runs=_text("In the report.")),),
                attachment="Übersicht – Σ.txt",
            ),
        ),
        background_papers=(BackgroundPaper(title="Survey of trees", link="https://example.org/trees"),),
        consultations=(
            Consultation(
                who="Legal",
                role="Solicitor",
                part="legal",
                asked="1 March",
                answered="2 March",
                answer="Agreed",
                seal=Seal(when=WHEN, parts=(SealedPart(part="legal", title="Legal", lines=("No duty arises.",)),)),
            ),
        ),
        notes=(
            Note(id="n1", place=Place(section="summary", block="b1", start=0, end=5), text="Check", by="Sam"),
            Note(
                id="n2",
                place=Place(section="summary", block="b1", start=0, end=5),
                quote="Plain",
                text="Say which",
                by="Legal",
                when=WHEN,
                replies=(Reply(text="Both", by="Sam", when=WHEN),),
                resolved=True,
                shared=True,
            ),
        ),
        versions=(
            Version(
                name="As sent to Legal", made=WHEN, file=VERSION_FILE, digest="0123abcd", attachments=("Plan.pdf",)
            ),
            Version(name="Draft of 2 March 2026, 09:30", made=WHEN, file=SENT_FILE, digest="4567", automatic=True),
        ),
        returns=(
            Return(
                name="Back.docx",
                file=BACK,
                came=WHEN,
                base="0123abcd",
                accepted=("c1",),
                rejected=("c2", "c3"),
                open=(
                    OpenChange(id="c4", kind="changed", before="seven", after="nine", by="Legal", when=WHEN),
                    OpenChange(id="u-1", kind="formatting"),
                ),
                taken=True,
            ),
        ),
        earlier=(Earlier(field="spending-amount", text="£1,200"),),
        stale=(Stale(place=Place(section="summary", block="b2"), quote="N/A", why="It was said of another year."),),
        waivers=(
            Waiver(
                rule="dates",
                place=Place(field="committees.date", row=0),
                quote="7 May",
                by="Sam",
                reason="Agreed with the clerk",
                when=WHEN,
                accepted=True,
            ),
        ),
        tray=(TrayItem(text="Left over", came_from="page 3"),),
        created=WHEN,
        modified=WHEN,
        next_id=12,
    )
