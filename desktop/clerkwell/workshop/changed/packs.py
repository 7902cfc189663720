"""What changed between two packs as a whole: what authors are asked, told and allowed, and the document."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from clerkwell.model.days import in_form
from clerkwell.packs import Pack
from clerkwell.packs.manifest import Condition, FieldSpec, Need, SectionSpec, Vocab, VocabEntry, WordLimits
from clerkwell.packs.pairing import field_pairs, group_pairs, section_pairs
from clerkwell.workshop.changed.change import PackChange, Subject
from clerkwell.workshop.changed.document import document_changes
from clerkwell.workshop.naming import vocab_title

_NEEDS: Final[Mapping[Need, str]] = {"always": "always required", "when": "required", "never": "not required"}
_NIL: Final = {
    "no": "may no longer be answered “None”",
    "yes": "may be answered “None” without a reason",
    "reason": "may be answered “None” with a reason",
}
_STATES: Final = {
    "draft": "a draft: no reports are started in it yet.",
    "active": "in use: reports can be started in it.",
    "archived": "archived: no new reports are started in it.",
}
# What says how a field or section is worded for authors: told as one change, not quoted at length.
_TOLD: Final = {
    "guidance": "other guidance",
    "example": "another example",
    "wordings": "other standard wordings",
    "consult": "other people to consult",
}


def pack_changes(before: Pack, now: Pack) -> tuple[PackChange, ...]:
    """Every change from one pack to another, by subject; `WordError` where a template is no sound Word document."""
    found = [PackChange("About the template", each) for each in _about(before, now)]
    found += _fields(before, now)
    found += _sections(before, now)
    found += (PackChange("Lists", each) for each in _lists(before.manifest.vocab, now.manifest.vocab))
    found += (PackChange("Standard wordings", each) for each in _wordings(before, now))
    found += (PackChange("Checking", each) for each in _checking(before, now))
    found += (PackChange("Deadlines and files", each) for each in _rest(before, now))
    return (*found, *document_changes(before.template, now.template, place_names(before) | place_names(now)))


def place_names(pack: Pack) -> dict[str, str]:
    """What a pack calls its places, by their tags."""
    manifest = pack.manifest
    found = {f"field:{each.id}": each.title for each in manifest.field}
    found |= {f"repeat:{each.id}": each.title for each in manifest.repeat}
    for kind in ("section", "heading", "body"):
        found |= {f"{kind}:{each.id}": each.title for each in manifest.section}
    return found | {f"{kind}:{each.id}": each.title for kind in ("group", "heading") for each in manifest.group}


def _about(before: Pack, now: Pack) -> Iterator[str]:
    was, is_now = before.manifest.pack, now.manifest.pack
    for name, what in (("council", "the council"), ("title", "the title"), ("version", "the version")):
        yield from _now(what, getattr(was, name), getattr(is_now, name))
    if was.effective_from != is_now.effective_from:
        yield f"It holds for meetings from {_day(is_now.effective_from)}; it was {_day(was.effective_from)}."
    if was.effective_to != is_now.effective_to:
        until = f"until {_day(is_now.effective_to)}" if is_now.effective_to else "until another takes its place"
        yield f"It holds {until}."
    if was.state != is_now.state:
        yield f"It is {_STATES[is_now.state]}"
    if was.executive != is_now.executive:
        yield f"It is {'now' if is_now.executive else 'no longer'} for executive decisions."
    if was.numbering != is_now.numbering:
        yield f"What it numbers is {is_now.numbering}; it was {was.numbering}."
    if was.language != is_now.language:
        yield f"Its language is {is_now.language}; it was {was.language}."


def _fields(before: Pack, now: Pack) -> Iterator[PackChange]:
    pairs = field_pairs(before, now)
    for spec in before.manifest.field:
        other = now.field(pairs.get(spec.id, ""))
        if other is None:
            yield PackChange("Header", f"“{spec.title}” is no longer asked.", moves=True)
        else:
            yield from _told("Header", spec, other)
            yield from (PackChange("Header", each) for each in _field(spec, other))
    for new in now.manifest.field:
        if new.id not in pairs.values():
            yield PackChange("Header", f"“{new.title}” is new: {_need(new.required, new.when)}.")


def _field(was: FieldSpec, now: FieldSpec) -> Iterator[str]:
    if was.kind != now.kind:
        yield f"“{now.title}” is answered as {now.kind}; it was {was.kind}."
    if was.labels[:1] != now.labels[:1] and now.labels:
        yield f"“{now.title}” has the label “{now.labels[0]}” in the document."
    if was.choices != now.choices or was.vocab != now.vocab:
        yield f"“{now.title}” has other answers to choose from."
    if was.default != now.default:
        yield f"“{now.title}” begins with {f'“{now.default}”' if now.default else 'no answer'}."
    if was.printed != now.printed:
        yield f"“{now.title}” is {'now' if now.printed else 'no longer'} printed in the document."
    if was.wording != now.wording:
        yield f"Answers of “{now.title}” bring other standard words."


def _sections(before: Pack, now: Pack) -> Iterator[PackChange]:
    pairs = section_pairs(before, now)
    for spec in before.manifest.section:
        other = now.section(pairs.get(spec.id, ""))
        if other is None:
            yield PackChange(
                "Sections", f"“{spec.title}” is gone. What was written there goes to the tray.", moves=True
            )
        else:
            yield from _told("Sections", spec, other)
            yield from (PackChange("Sections", each) for each in _section(spec, other, before, now))
    for new in now.manifest.section:
        if new.id not in pairs.values():
            yield PackChange("Sections", f"“{new.title}” is new: {_need(new.required, new.when)}.")
    kept = [pairs[each.id] for each in before.manifest.section if each.id in pairs]
    order = [each.id for each in now.manifest.section if each.id in kept]
    for at, (was, is_now) in enumerate(zip(kept, order, strict=True)):
        if was != is_now:
            moved = now.section(is_now)
            after = now.section(order[at - 1]) if at else None
            if moved is not None:
                where = f"after “{after.title}”" if after else "at the beginning"
                yield PackChange("Sections", f"Sections stand in another order: “{moved.title}” now comes {where}.")
            return


def _section(was: SectionSpec, now: SectionSpec, before: Pack, after: Pack) -> Iterator[str]:
    groups = group_pairs(before, after)
    if groups.get(was.group or "", "") != (now.group or ""):
        group = after.group(now.group)
        yield f"“{now.title}” stands {f'under “{group.title}”' if group else 'by itself'}."
    if was.nil != now.nil:
        yield f"“{now.title}” {_NIL[now.nil]}."
    if was.words != now.words:
        yield f"“{now.title}” {_words(now.words)}."
    if was.numbered != now.numbered:
        yield f"The paragraphs of “{now.title}” are {'now' if now.numbered else 'no longer'} numbered."
    if was.subheadings != now.subheadings:
        yield f"“{now.title}” has other sub-headings."


def _told(subject: Subject, was: FieldSpec | SectionSpec, now: FieldSpec | SectionSpec) -> Iterator[PackChange]:
    """What fields and sections have in common."""
    if was.title != now.title:
        yield PackChange(subject, f"“{was.title}” is now called “{now.title}”.", moves=was.id != now.id)
    if (was.required, was.when) != (now.required, now.when):
        yield PackChange(
            subject, f"“{now.title}” is {_need(now.required, now.when)}; it was {_need(was.required, was.when)}."
        )
    if was.only != now.only:
        asked = f"only where {_where(now.only)}" if now.only else "in every report"
        yield PackChange(subject, f"“{now.title}” has a place {asked}.")
    for name, what in _TOLD.items():
        if getattr(was, name, None) != getattr(now, name, None):
            yield PackChange(subject, f"“{now.title}” has {what}.")


def _lists(before: Mapping[str, Vocab], now: Mapping[str, Vocab]) -> Iterator[str]:
    for name in dict.fromkeys((*before, *now)):
        was = {each.name: each for each in before.get(name, Vocab()).entries}
        is_now = {each.name: each for each in now.get(name, Vocab()).entries}
        called = vocab_title(name, now.get(name) or before[name])
        if gone := [each for each in was if each not in is_now]:
            yield f"The list “{called}” no longer has {_quoted(gone)}."
        if come := [each for each in is_now if each not in was]:
            yield f"The list “{called}” has {_quoted(come)} as well."
        for entry, other in ((was[each], is_now[each]) for each in was if each in is_now):
            yield from (f"In the list “{called}”, {each}" for each in _entry(entry, other))


def _entry(was: VocabEntry, now: VocabEntry) -> Iterator[str]:
    if (was.effective_from, was.effective_to) != (now.effective_from, now.effective_to):
        since = f" from {_day(now.effective_from)}" if now.effective_from else ""
        until = f" until {_day(now.effective_to)}" if now.effective_to else ""
        yield f"“{now.name}” holds{since}{until}." if since or until else f"“{now.name}” holds at any time."
    if was.aliases != now.aliases:
        yield f"“{now.name}” is known by other names as well."


def _wordings(before: Pack, now: Pack) -> Iterator[str]:
    was, is_now = before.manifest.wording, now.manifest.wording
    for key in dict.fromkeys((*was, *is_now)):
        if key not in is_now:
            yield f"“{was[key].title}” is gone."
        elif key not in was:
            yield f"“{is_now[key].title}” is new."
        elif was[key] != is_now[key]:
            yield f"“{is_now[key].title}” is worded otherwise."
    if [key for key in was if key in is_now] != [key for key in is_now if key in was]:
        yield "They are listed in another order."


def _checking(before: Pack, now: Pack) -> Iterator[str]:
    was, is_now = before.manifest.rules, now.manifest.rules
    for rule in sorted({*was.grades, *is_now.grades}):
        if was.grades.get(rule) != is_now.grades.get(rule):
            grade = is_now.grades.get(rule)
            told = {None: "is graded as usual", "off": "is switched off", "info": "is told for information"}
            yield f"The rule “{rule}” {told.get(grade) or f'counts as {grade}'}."
    if was.prompts != is_now.prompts:
        yield "It knows other prompts that must not be left in a report."
    yield from _now("the form of dates in the header", _like(was.date_form), _like(is_now.date_form))
    if before.manifest.language != now.manifest.language:
        yield "It checks language otherwise: words, acronyms, lengths of sentences or house forms."


def _rest(before: Pack, now: Pack) -> Iterator[str]:
    was, is_now = before.manifest, now.manifest
    yield from _now("the clear days before a meeting", was.deadlines.clear_days, is_now.deadlines.clear_days)
    yield from _now("the days of notice of a key decision", was.deadlines.notice_days, is_now.deadlines.notice_days)
    if was.deadlines.closed != is_now.deadlines.closed:
        yield "The council’s own closed days are others."
    if was.files != is_now.files:
        yield f"Exports are called otherwise: “{is_now.files.document}”, “{is_now.files.appendix}”."
    if was.sets != is_now.sets:
        yield "The public set says otherwise what is withheld."
    if was.pages != is_now.pages:
        most = f"{is_now.pages.most} pages at most" if is_now.pages.most else "any number of pages"
        yield f"A report should have {most}."
    if was.properties != is_now.properties:
        yield "Documents have other properties."
    if was.roles != is_now.roles:
        changed = sorted(each for each in {*was.roles, *is_now.roles} if was.roles.get(each) != is_now.roles.get(each))
        yield f"Other styles are used for {', '.join(changed)}."


def _now(what: str, was: object, is_now: object) -> Iterator[str]:
    if was != is_now:
        yield f"{what[:1].upper()}{what[1:]} is {is_now or 'not set'}; it was {was or 'not set'}."


def _like(form: str) -> str:
    """A form of dates, by a date in it."""
    return f"“{in_form(date(2022, 2, 7), form)}”" if form else ""


def _need(required: Need, when: Condition) -> str:
    return f"{_NEEDS[required]} where {_where(when)}" if required == "when" else _NEEDS[required]


def _where(condition: Condition) -> str:
    return " and ".join(f"{key} is {' or '.join(f'“{each}”' for each in wanted)}" for key, wanted in condition.items())


def _words(limits: WordLimits | None) -> str:
    if limits is None:
        return "may have any number of words"
    least = f"at least {limits.least} and " if limits.least else ""
    return f"{'should' if limits.grade == 'advice' else 'may'} have {least}at most {limits.most} words"


def _quoted(names: list[str]) -> str:
    return ", ".join(f"“{each}”" for each in names)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B %Y}"
