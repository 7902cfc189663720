"""The sample reports of a pack: do they fit it, fill it, and can they be exported?

`sample.json` uses every part. Those in `samples/` show what a report of each purpose looks like, and may be shorter.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from clerkwell.model import Report
from clerkwell.packs import OTHER, Pack, outline
from clerkwell.packs.load import SAMPLE
from clerkwell.packs.repeating import is_typed
from clerkwell.word.ooxml import WordError
from clerkwell.workshop.problem import PackProblem
from clerkwell.workshop.reading import reading_problems


def sample_problems(pack: Pack) -> Iterator[PackProblem]:
    """What is wrong with the samples: each is a report of this pack that can be exported, and one fills every part."""
    if SAMPLE not in pack.files:
        yield PackProblem("warning", "There is no sample report. Add one, so that the pack can be tried out.", SAMPLE)
    for name in (SAMPLE, *pack.examples.values()):
        if name in pack.files:
            yield from _of(name, pack)


def _of(name: str, pack: Pack) -> Iterator[PackProblem]:
    try:
        report = Report.model_validate_json(pack.files[name])
    except ValidationError as error:
        at = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"])
        where = f" from “{at}” on" if at else ""
        yield PackProblem(
            "error",
            f"The sample cannot be read as a report{where}. Put the one of the version before in its place.",
            name,
        )
        return
    if report.pack != pack.ref:
        yield PackProblem("warning", f"The sample is of {report.pack.id} {report.pack.version}, not this pack.", name)
    yield from _unfilled(report, pack) if name == SAMPLE else _unknown(report, pack, name)
    # The quick check of every start has no use for the writer.
    from clerkwell.word.writer import write_document

    try:
        document = write_document(report, pack, draft=False, attachments=pack.files_of(name))
    except WordError as error:
        yield PackProblem("error", f"The sample cannot be exported: {error}", name)
        return
    if name == SAMPLE:
        yield from reading_problems(pack.template, document)


def _unfilled(report: Report, pack: Pack) -> Iterator[PackProblem]:
    """The parts that the sample does not try out."""
    for part in outline(report, pack):
        if not part.stands and part.spec.id != OTHER:
            yield PackProblem("warning", f"The sample leaves out “{part.heading}”.", SAMPLE)
    for spec in pack.manifest.field:
        repeat, _, name = spec.id.partition(".")
        rows = report.repeats.get(repeat, ())
        if not spec.printed or (name and not is_typed(repeat, pack)):
            continue
        if not (any(row[name].text for row in rows if name in row) if name else report.field(spec.id).text):
            yield PackProblem("warning", f"The sample leaves “{spec.title}” blank.", SAMPLE)


def _unknown(report: Report, pack: Pack, name: str) -> Iterator[PackProblem]:
    """Parts of an example that the pack no longer has, and that its document would leave out."""
    for field in report.fields:
        if pack.field(field) is None:
            yield PackProblem("warning", f"The sample answers “{field}”, which the pack does not ask.", name)
    if pack.manifest.pack.order == "report":
        return
    for section in report.sections:
        if pack.section(section.id) is None:
            yield PackProblem("warning", f"The sample has a section “{section.id}”, which the pack has not.", name)
