"""Signing a report with its author's own details, so that nobody types them twice: a new one, or at any time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clerkwell.model import Report, SetField, Several, apply, changes
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.system import Settings
from clerkwell.ui.kit import Choice, Offer, Question

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools

_ROWS = ("name", "post", "department", "telephone", "email")
_NAME = "authors.name"


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
    edits = []
    for spec in pack.manifest.field:
        text = _details(settings).get(spec.id)
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


def put_details_in(tools: Tools, open_settings: Callable[[], object]) -> None:
    """Put the author's details into the open report, as one step; where others stand, ask whether instead of them."""
    opened, settings = tools.frame.opened, tools.services.keeper.settings
    if opened is None:
        return
    session = opened.session
    if not settings.author_name.strip():
        offer = Offer("Open the settings", open_settings)
        tools.messages.notice("Clerkwell does not know your details yet: give them in the settings.", "plain", (offer,))
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


def _details(settings: Settings) -> dict[str, str]:
    name, post = settings.author_name.strip(), settings.author_post.strip()
    given = {f"authors.{each}": str(getattr(settings, f"author_{each}")).strip() for each in _ROWS}
    return given | {"report-author": ", ".join(filter(None, (name, post))), "author": name}


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
