"""Fixes in answers: a rule puts words in one, and what the answer means then is the pack's to say."""

from clerkwell.model import Edit, Place, ReplaceWords, Report, SetField, Several, apply
from clerkwell.packs import FieldSpec, Pack, understand


def in_report(fix: Edit, report: Report, pack: Pack) -> Edit:
    """A rule's fix as an edit of this report: words put in an answer are understood anew, as if they were typed."""
    match fix:
        case ReplaceWords(place=Place(field=str(field))) if field:
            place, old = fix.place, report.field(field, fix.place.row).text
            start, end = place.start or 0, len(old) if place.end is None else place.end
            spec = pack.field(field) or FieldSpec(id=field, title=field)
            value = understand(spec, old[:start] + fix.words + old[end:], pack)
            return SetField(field=field, row=place.row, value=value)
        case Several():
            # One after another: what the second puts in an answer is put where the first has left it.
            done: list[Edit] = []
            for each in fix.edits:
                done.append(in_report(each, report, pack))
                report = apply(done[-1], report)
            return Several(edits=tuple(done))
        case _:
            return fix
