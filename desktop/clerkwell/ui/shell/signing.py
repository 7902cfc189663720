"""Signing a report with its author's own details, so that nobody types them twice: a new one, or at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from clerkwell.model import Report, SetField, Several, apply, changes
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.system import Settings
from clerkwell.ui.kit import Choice, Question

if TYPE_CHECKING:
    from clerkwell.session.again.starting import StartedAgain
    from clerkwell.ui.shell.tools import Tools

_ROWS = ("name", "post", "department", "telephone", "email")
_NAME = "authors.name"
# The page of the settings, which are not loaded for this.
YOUR_DETAILS = "Your details"


def signed(report: Report, pack: Pack, settings: Settings) -> Report:
    """The new report with what the settings know of its author, in the fields that its pack has for that."""
    edit = signing(report, pack, settings)
    return apply(edit, report) if edit.edits else report


def signing(report: Report, pack: Pack, settings: Settings, *, beside: bool = False) -> Several:
    """The edit that puts the author's details in, in place of what stands there; `beside` others as one more author.

    The row of authors that has the author's name is filled in, or else the first; what the settings do not know stays
    as it is in the author's own row, and goes from a row that was somebody else's.
    """
    name = settings.author_name.strip()
    if not name:
        return Several(edits=())
    row = _row(report, name, beside=beside)
    own = _folded(report.field(_NAME, row).text) in ("", _folded(name))
    edits, details = [], _details(settings, pack)
    for spec in pack.manifest.field:
        text = details.get(spec.id)
        if text is None or (not text and ("." not in spec.id or own)):
            continue
        now = report.field(spec.id).text.strip() if "." not in spec.id else ""
        if not (beside and now):
            edits.append(_set(spec, text, row, pack))
    return Several(edits=tuple(edits))


def others(report: Report, pack: Pack, settings: Settings) -> tuple[str, ...]:
    """Whoever else stands as an author of the report."""
    mine = _folded(settings.author_name)
    given = [report.field(each).text for each in ("report-author", "author") if pack.field(each)]
    given += [row["name"].text for row in report.repeats.get("authors", ()) if "name" in row]
    names = dict.fromkeys(each.partition(",")[0].strip() for each in given)
    return tuple(each for each in names if each and _folded(each) != mine)


def signed_again(started: StartedAgain, settings: Settings) -> StartedAgain:
    """A report made of an earlier one with its new author's details, in place of the author's of that.

    Where several wrote the earlier report their names stay: only who starts the new one knows who goes on. What has
    been put in need not be looked at again.
    """
    before = others(started.report, started.pack, settings)
    edit = signing(started.report, started.pack, settings)
    if len(before) > 1 or not edit.edits:
        return started
    report = apply(edit, started.report)
    places = {(each.field, each.row) for each in edit.edits if isinstance(each, SetField)}
    stale = tuple(each for each in report.stale if (each.place.field, each.place.row) not in places)
    said = tuple(f"Your details stand where {each} stood as author." for each in before)
    return replace(started, report=report.model_copy(update={"stale": stale}), said=(*started.said, *said))


def put_details_in(tools: Tools, open_settings: Callable[[str], object]) -> None:
    """Put the author's details into the open report, as one step; where others stand, ask whether instead of them.

    Where they are not known yet, `open_settings` asks for them first, on the page of this title.
    """
    opened = tools.frame.opened
    if opened is None:
        return
    session = opened.session
    if not tools.services.keeper.settings.author_name.strip():
        open_settings(YOUR_DETAILS)
    settings = tools.services.keeper.settings
    if not settings.author_name.strip():
        tools.messages.say("Nothing was put in: Clerkwell does not know your name yet.")
        return
    names = others(session.report, session.pack, settings)
    answer = "instead"
    if names:
        answer = tools.messages.ask(_question(names))
    if answer == "no":
        return
    edit = signing(session.report, session.pack, settings, beside=answer == "beside")
    before = session.report
    if edit.edits:
        session.apply(edit, "Put my details in")
    done = changes(before, session.report).any
    tools.messages.say("Your details are in. Undo takes them out." if done else "Your details stand there already.")


def _question(names: tuple[str, ...]) -> Question:
    said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return Question(
        "Put my details in",
        f"{said} {'stands' if len(names) == 1 else 'stand'} there as author of this report.",
        (
            Choice("instead", "Put mine &in place"),
            Choice("beside", "&Add me as another author"),
            Choice("no", "Cancel"),
        ),
        "no",
    )


def _details(settings: Settings, pack: Pack) -> dict[str, str]:
    """What each place for the author is given. A pack that asks for all of it in one line gets all of it in one."""
    known = {each: str(getattr(settings, f"author_{each}")).strip() for each in _ROWS}
    given = {f"authors.{each}": text for each, text in known.items()}
    in_rows = any(each.id.startswith("authors.") for each in pack.manifest.field)
    line = ("name", "post") if in_rows else _ROWS
    return given | {
        "report-author": _joined(known, ("name", "post")),
        "author": _joined(known, line),
    }


def _joined(known: dict[str, str], names: Iterable[str]) -> str:
    return ", ".join(filter(None, (known[each] for each in names)))


def _row(report: Report, name: str, *, beside: bool) -> int:
    names = [_folded(row["name"].text) if "name" in row else "" for row in report.repeats.get("authors", ())]
    for wanted in (_folded(name), ""):
        if wanted in names:
            return names.index(wanted)
    return len(names) if beside else 0


def _set(spec: FieldSpec, text: str, row: int, pack: Pack) -> SetField:
    return SetField(field=spec.id, row=row if "." in spec.id else None, value=understand(spec, text, pack))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
