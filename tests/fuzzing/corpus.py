"""The documents that are mutated: made here, small, and between them with everything that a Word document may hold."""

from clerkwell.word.writer import write_document
from helpers.docx_making import docx, p, parts_of, sdt, tbl, tc, tr, zipped
from helpers.shipped import IDS, kept, sample, shipped
from helpers.torture import PICTURES, torture

_MADE_BY = 'w:author="A. Reviewer" w:date="2026-11-03T10:00:00Z"'
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def corpus() -> dict[str, bytes]:
    """Documents by a name for each."""
    made: dict[str, bytes] = {"tracked": _tracked(), "strict": _strict(), "boxes": _boxes(), "fields": _fields()}
    for name in IDS:
        pack = shipped(name)
        for draft in (True, False):
            kind = "draft" if draft else "final"
            made[f"{name} {kind}"] = write_document(sample(pack), pack, draft=draft, attachments=kept(pack))
    pack = shipped("generic-english-council")
    made["torture"] = write_document(torture(pack), pack, draft=True, attachments=PICTURES)
    return made


def _framed(body: str) -> str:
    """The body of a report that the recogniser knows for one, with this in its middle."""
    header = tbl(
        tr(tc(p("Committee:")), tc(p("Parks Committee"))), tr(tc(p("Subject:")), tc(p("Mill Lane"))), columns=2
    )
    summary = p("Summary", "heading2") + p("Trees are to be planted along Mill Lane.", "Numbered")
    asked = p("Recommendations", "heading2") + p("Agree the planting.", "ListNumber")
    return f"{header}{summary}{asked}{p('Main Report', 'heading2')}{p('Background', 'heading3')}{body}"


def _run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _tracked() -> bytes:
    body = (
        p(f'{_run("Kept ")}<w:ins w:id="1" {_MADE_BY}>{_run("put in")}</w:ins>'
          f'<w:del w:id="2" {_MADE_BY}><w:r><w:delText>taken out</w:delText></w:r></w:del>')
        + p(_run("Its end went"), more=f'<w:rPr><w:del w:id="3" {_MADE_BY}/></w:rPr>')
        + p(f'<w:moveFromRangeStart w:id="4" w:name="m" {_MADE_BY}/><w:moveFrom w:id="5" {_MADE_BY}>{_run("moved")}'
            '</w:moveFrom><w:moveFromRangeEnd w:id="4"/>')
        + p(f'<w:moveToRangeStart w:id="6" w:name="m" {_MADE_BY}/><w:moveTo w:id="7" {_MADE_BY}>{_run("moved")}'
            '</w:moveTo><w:moveToRangeEnd w:id="6"/>')
        + p(f'<w:commentRangeStart w:id="0"/>{_run("Why this?")}<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>')
        + tbl(tr(tc(p("a")), tc(p("b"))), tr(tc(p("c")), tc(p("d"))), columns=2)
    )  # fmt: skip
    comment = f'<w:comment w:id="0" {_MADE_BY} w:initials="A">{p("Say why.")}</w:comment>'
    return docx(_framed(body), {"comments.xml": comment})


def _strict() -> bytes:
    names = (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"),
    )  # fmt: skip
    done = parts_of(docx(_framed(p("Words in strict form.", "Numbered")), {"header1.xml": p("Top")}))
    for old, new in names:
        done = {name: part.replace(old, new) for name, part in done.items()}
    return zipped(done)


def _boxes() -> bytes:
    inside = f"<w:txbxContent>{p('In a box')}</w:txbxContent>"
    drawn = (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="wps"><w:drawing>'
        f'<wps:txbx xmlns:wps="{_WPS}">{inside}</wps:txbx></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{inside}</v:textbox></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    nested = tbl(tr(tc(p("a"), tbl(tr(tc(p("b"))))), tc(p("c"))), columns=2)
    return docx(
        _framed(
            p(f"<w:r>{drawn}</w:r>")
            + nested
            + sdt("field:subject", p(sdt("a", "A control in a control")))
            + "".join(p(f"Item {number}", "ListBullet") for number in range(3))
        )
    )


def _fields() -> bytes:
    mark, code = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>", "<w:r><w:instrText>{}</w:instrText></w:r>"
    field = mark.format("begin") + code.format(" REF a ") + mark.format("separate") + _run("3") + mark.format("end")
    nested = (
        mark.format("begin") + code.format(" IF ") + field + mark.format("separate") + _run("yes") + mark.format("end")
    )
    return docx(
        _framed(p(f'<w:bookmarkStart w:id="0" w:name="a"/>{_run("First")}<w:bookmarkEnd w:id="0"/>', "Numbered")
        + p(field + nested, "Numbered")
        + p('<w:hyperlink w:anchor="a"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
        + p("<w:r><w:ruby><w:rt><w:r><w:t>up</w:t></w:r></w:rt>"
            "<w:rubyBase><w:r><w:t>down</w:t></w:r></w:rubyBase></w:ruby></w:r>")),
        {"footer1.xml": p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')},
    )  # fmt: skip
