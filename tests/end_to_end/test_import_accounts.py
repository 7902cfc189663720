"""Every word of a document that is imported is in the saved report, or is said on the screen."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerkwell.cli import main
from helpers.docx_making import docx, p, tbl, tc, tr

_TRACKED = (
    '<w:r><w:t xml:space="preserve">The hall costs </w:t></w:r>'
    '<w:del w:id="1" w:author="Legal" w:date="2024-03-01T10:00:00Z"><w:r><w:delText>fifty</w:delText></w:r></w:del>'
    '<w:ins w:id="2" w:author="Legal" w:date="2024-03-01T10:00:00Z"><w:r><w:t>sixty</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> pounds.</w:t></w:r>'
)
_WORDS = (
    "Report to: Lettings Panel Lead officer Alex Example Key decision: Yes No Summary The hall costs fifty sixty "
    "pounds Recommendations That the hall is mended First Second"
)


def document() -> bytes:
    head = tbl(
        tr(tc(p("Report to:")), tc(p("Lettings Panel"))),
        tr(tc(p("Lead officer")), tc(p("Alex Example"))),
        tr(tc(p("Key decision:")), tc(p("☒ Yes ☐ No"))),
    )
    listed = p("First", "ListNumber") + p("Second", "ListNumber")
    asked = p("Recommendations", "heading2") + p("That the hall is mended") + listed
    return docx(head + p("Summary", "heading2") + p(_TRACKED) + asked)


def strings(value: object) -> Iterator[str]:
    match value:
        case dict():
            for key, each in value.items():
                yield from strings(each) if key not in ("id", "kind", "file") else ()
        case list():
            for each in value:
                yield from strings(each)
        case str():
            yield value


def test_what_the_report_does_not_hold_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, report = tmp_path / "hall.docx", tmp_path / "hall.clerkwell"
    source.write_bytes(document())
    assert main(["import", str(source), "-o", str(report)]) == 0
    said = capsys.readouterr().out
    assert main(["show", str(report), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    saved = " ".join(strings(shown))
    assert set(re.findall(r"\w+", _WORDS)) <= set(re.findall(r"\w+", f"{said} {saved}"))
    assert "Report to: · Lead officer" in said
    # What was deleted is in the file as well, not on the screen alone.
    assert "fifty" in saved
    assert [each["after"] for each in shown["returns"][0]["open"]] == ["sixty"]
