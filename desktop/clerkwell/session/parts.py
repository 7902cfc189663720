"""The parts of a report as the list shows them: order, groups and states, worked out from the values alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from clerkwell.model import Changes, Problem, Report, is_empty
from clerkwell.packs import OTHER, FieldSpec, Pack, Part, outline, relevant, wanted
from clerkwell.packs.repeating import is_typed
from clerkwell.packs.sealing import CHANGED_SINCE
from clerkwell.session.consulting import LOG, is_answered, still_to_ask
from clerkwell.session.part_ids import AUTHORS, CHECK, HEADER, TRAY, part_of
from clerkwell.session.todo import still_to_do

__all__ = [
    "AUTHORS", "CHECK", "HEADER", "TRAY", "Entry", "State", "entries", "entry_of", "left_and_came",
    "only_words_changed", "part_of", "progress",
]  # fmt: skip


class State(Enum):
    """How far a part has come, in the words that the list shows."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    ATTENTION = "Needs attention"
    NOT_NEEDED = "Not needed"


@dataclass(frozen=True)
class Entry:
    """One line of the list. `id` is a section's id, or `header`, `authors`, `consultation-log`, `tray`,
    `check`.

    `why` explains the state in a sentence, where the word alone does not, and `note` in a few words. `called_done`:
    its author says that it is done; a problem that appears later opens it again for as long as it stands. `gone`: an
    answer of the report makes it irrelevant, so that it has left the list with whatever was written in it. `left_out`:
    the template wants it in other reports, and nothing of it is in this one.
    """

    id: str
    title: str
    group: str
    state: State | None
    why: str = ""
    note: str = ""
    called_done: bool = False
    gone: bool = False
    left_out: bool = False

    @property
    def reopened(self) -> bool:
        """Whether it was called done and needs attention all the same."""
        return self.called_done and self.state is State.ATTENTION


def entries(report: Report, pack: Pack, problems: Iterable[Problem] = ()) -> tuple[Entry, ...]:
    """Every part in the template's order, with the group it stands in and its state."""
    return tuple(_entries(report, pack, tuple(problems)))


def only_words_changed(before: Report, after: Report, differing: Changes) -> bool:
    """Whether only words changed in sections that have some: no entry's title, place or state hangs on that alone.

    Problems may, but they come later, when it is quiet.
    """
    if differing.fields or differing.repeats or differing.others or differing.order:
        return False
    for section_id in differing.sections:
        old, new = before.section(section_id), after.section(section_id)
        if old is None or new is None or (old.heading, old.done) != (new.heading, new.done):
            return False
        if is_empty(old.blocks) != is_empty(new.blocks):
            return False
    return True


def entry_of(part_id: str, report: Report, pack: Pack, problems: Iterable[Problem] = ()) -> Entry | None:
    """How one part stands; None for one that the report has no place for."""
    return next((entry for entry in entries(report, pack, problems) if entry.id == part_id), None)


def left_and_came(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The parts that an answer has made irrelevant since, and those that it has brought back."""
    gone = {entry.id: entry.gone for entry in before}
    changed = [entry for entry in after if gone.get(entry.id, entry.gone) != entry.gone]
    return tuple(each for each in changed if each.gone), tuple(each for each in changed if not each.gone)


def progress(listed: Iterable[Entry]) -> str:
    """How far the report has come, in words: "3 of 12 parts done, 1 needs attention".

    The consultation log is not printed, and nobody calls it done: it counts only where it needs attention.
    """
    counted = [entry for entry in listed if entry.state is not None and entry.state is not State.NOT_NEEDED]
    states = [entry.state for entry in counted if entry.id != LOG]
    done, attention = states.count(State.DONE), sum(entry.state is State.ATTENTION for entry in counted)
    words = f"{done} of {len(states)} parts done"
    if attention:
        words += f", {attention} {'needs' if attention == 1 else 'need'} attention"
    return words


def _entries(report: Report, pack: Pack, problems: tuple[Problem, ...]) -> Iterator[Entry]:
    yield _header(report, pack, problems)
    parts = [part for part in outline(report, pack) if part.spec.id != OTHER or part.section is not None]
    main = next((at for at, part in enumerate(parts) if _is_main(part)), len(parts))
    grouped = [at for at, part in enumerate(parts) if part.spec.group is not None]
    for at, part in enumerate(parts):
        state, why, note = _section_state(part, report, pack, problems)
        yield Entry(
            part.id,
            part.heading.rstrip(": ") or "Untitled section",
            _group(part, pack, at >= main, bool(grouped) and at > grouped[-1]),
            state,
            why,
            note,
            called_done=part.section is not None and part.section.done,
            gone=not part.relevant,
            left_out=state is State.NOT_NEEDED and part.spec.required == "when",
        )
    authors = pack.fields_of(AUTHORS)
    if authors:
        state = _fields_state(authors, report, pack, problems, AUTHORS)
        told = _grave(problems, AUTHORS) if state is State.ATTENTION else ()
        yield Entry(AUTHORS, "Report author", "End matter", state, next((each.message for each in told), ""))
    yield _log(report, pack, problems)
    if report.tray:
        yield Entry(TRAY, "Not placed yet", "End matter", None, "Text that an import could not place.")
    yield Entry(CHECK, "Check your report", "Finish", None)


def _log(report: Report, pack: Pack, problems: Iterable[Problem]) -> Entry:
    """The consultation log: done when everybody has answered who was asked, or whom the council would have asked."""
    changed = next((problem.message for problem in problems if problem.rule == CHANGED_SINCE), "")
    missing = ", ".join(dict.fromkeys(each.who for each in still_to_ask(report, pack)))
    state, why, note = State.DONE, "", ""
    if changed:
        state, why = State.ATTENTION, changed
    elif not report.consultations and not missing:
        state, why = State.NOT_NEEDED, "The council’s template names nobody to ask."
    elif missing:
        state = State.IN_PROGRESS if report.consultations else State.NOT_STARTED
        why, note = f"Still to ask: {missing}.", "" if report.consultations else "optional"
    elif not all(map(is_answered, report.consultations)):
        state, why = State.IN_PROGRESS, "Somebody has not answered yet."
    return Entry(LOG, "Consultation log", "End matter", state, why, note)


def _is_main(part: Part) -> bool:
    return part.spec.group is not None or part.spec.numbered


def _group(part: Part, pack: Pack, past_front: bool, past_groups: bool) -> str:
    group = pack.group(part.spec.group)
    if group is not None:
        return group.title
    if part.spec.kind != "text" or past_groups:
        return "End matter"
    return "Main report" if past_front else "Front"


def _section_state(part: Part, report: Report, pack: Pack, problems: tuple[Problem, ...]) -> tuple[State, str, str]:
    if not part.relevant:
        why = _why_not(part, pack)
        return State.NOT_NEEDED, why, why[:1].lower() + why[1:].rstrip(".")
    begun = not _is_unwritten(part, report)
    if not part.stands and not part.wanted:
        return State.NOT_NEEDED, "Optional: the template does not ask for it in this report.", "optional here"
    mine = _grave(problems, part.id)
    if mine and (begun or part.section is not None):
        return State.ATTENTION, mine[0].message, ""
    if part.section is not None and part.section.done:
        return State.DONE, "", ""
    return (State.IN_PROGRESS if begun else State.NOT_STARTED), "", ""


def _is_unwritten(part: Part, report: Report) -> bool:
    listed = {"appendices": report.appendices, "background-papers": report.background_papers}.get(part.spec.kind)
    return not listed and (part.section is None or is_empty(part.section.blocks))


def _why_not(part: Part, pack: Pack) -> str:
    reasons = []
    for key, answers in part.spec.only.items():
        spec = pack.field(key) or next((each for each in pack.manifest.field if each.id.endswith(f".{key}")), None)
        reasons.append(f"“{spec.title if spec else key}” is {' or '.join(answers)}")
    return f"Only asked for when {' and '.join(reasons)}."


def _header(report: Report, pack: Pack, problems: tuple[Problem, ...]) -> Entry:
    """The questions of the header, which are done when every wanted one is answered and their author says so."""
    specs = [spec for spec in pack.manifest.field if _is_of_header(spec.id, pack)]
    state, called, why = _fields_state(specs, report, pack, problems, HEADER), report.details_done, ""
    if state is State.DONE and not called:
        state, why = State.IN_PROGRESS, "Every question that has to be answered is answered. Say when you are done."
    mine = _grave(problems, HEADER)
    if called and (mine or state is not State.DONE):
        state = State.ATTENTION
    if state is State.ATTENTION:
        why = next((problem.message for problem in mine), "There are questions without an answer.")
    return Entry(HEADER, "Report details", "Header", state, why, called_done=called)


def _is_of_header(field_id: str, pack: Pack) -> bool:
    repeat, dot, _ = field_id.partition(".")
    return not dot or (repeat != AUTHORS and is_typed(repeat, pack))


def _grave(problems: Iterable[Problem], part_id: str) -> list[Problem]:
    """What has to be put right in a part, or set aside: its errors, then its warnings."""
    mine = [problem for problem in problems if part_of(problem.place) == part_id and problem.severity != "info"]
    return sorted(mine, key=lambda problem: problem.severity != "error")


def _fields_state(
    specs: Iterable[FieldSpec], report: Report, pack: Pack, problems: tuple[Problem, ...], entry: str
) -> State:
    asked = [spec for spec in specs if relevant(spec, report)]
    # What only has the pack's own default has not been begun; but it is not blank either.
    given = [spec for spec in asked if _answered(spec, report, own=True)]
    blank = [spec for spec in asked if wanted(spec, report) and not _answered(spec, report)]
    mine = _grave(problems, entry)
    if not given:
        return State.NOT_STARTED
    # What nobody has come to yet is no fault; an answer that was passed over is one.
    ahead = still_to_do(mine, report, pack)
    if len(ahead) < len(mine):
        return State.ATTENTION
    return State.IN_PROGRESS if blank or ahead else State.DONE


def _answered(spec: FieldSpec, report: Report, *, own: bool = False) -> bool:
    repeat, dot, name = spec.id.partition(".")
    if not dot:
        value = report.field(spec.id).text.strip()
        return bool(value) and not (own and value == spec.default.strip())
    rows = report.repeats.get(repeat, ())
    filled = [name in row and bool(row[name].text.strip()) for row in rows]
    # One more row that stands empty makes blank what was begun; it was begun all the same.
    return any(filled) if own else bool(filled) and all(filled)
