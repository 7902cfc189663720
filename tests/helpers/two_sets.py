"""A part-exempt report with one private paragraph, and both its sets written to a folder of a test's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerkwell.model import Appendix, FieldValue, Paragraph, Report, SetBlocks, Text, apply
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError
from clerkwell.session.sets import ExportedSets, export_sets
from helpers.shipped import kept, sample

SECRET = "The officer was dismissed after the audit of the harbour fund."
Export = Callable[..., ExportedSets]


def status(report: Report, words: str) -> Report:
    """The report with this public status, understood if it is one of the four."""
    value = FieldValue(
        text=words, value=words if words in ("Public", "Part exempt", "Exempt", "Confidential") else None
    )
    return report.model_copy(update={"fields": {**report.fields, "public-status": value}})


def part_exempt(pack: Pack) -> Report:
    """The pack's sample, part exempt, with one private paragraph."""
    made = sample(pack)
    blocks = (*made.blocks("current-position"), Paragraph(runs=(Text(text=SECRET),), private=True))
    return status(apply(SetBlocks(section="current-position", blocks=blocks), made), "Part exempt")


def exporter(pack: Pack, folder: Path) -> Export:
    """Writes both sets of a report, with the files of the sample and these, into a folder."""

    def run(report: Report, files: dict[str, bytes] | None = None, *, clean: bool = False) -> ExportedSets:
        attachments = {**kept(pack), **(files or {})}
        return export_sets(
            report, pack, attachments, folder, accept="These are invented", by="Robin", clean_appendices=clean
        )

    return run


def names(folder: Path) -> list[str]:
    """What there is under a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def with_appendix(report: Report, **more: object) -> Report:
    """The report with one more appendix."""
    appendix = Appendix.model_validate({"id": "x1", "number": "7", "title": "A paper", **more})
    return report.model_copy(update={"appendices": (*report.appendices, appendix)})


def refused(export: Export, report: Report, files: dict[str, bytes] | None = None) -> list[str]:
    """What is said when both sets are refused."""
    with pytest.raises(ExportRefusedError) as caught:
        export(report, files)
    return [problem.message for problem in caught.value.problems]
