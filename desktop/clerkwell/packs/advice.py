"""What a pack asks of a field or a section, in words: for the pane beside an editor, and for the blank form."""

from collections.abc import Iterator
from datetime import date

from clerkwell.model.days import full
from clerkwell.packs.manifest import Condition, FieldSpec, SectionSpec, VocabEntry, WordLimits
from clerkwell.packs.pack import Pack


def section_advice(spec: SectionSpec, pack: Pack) -> Iterator[tuple[str, str]]:
    """What a pack says about a section: a few words of heading, and the sentence under it."""
    if spec.guidance:
        yield "What to write", spec.guidance
    if spec.required == "always":
        yield "When it is needed", "In every report."
    elif spec.required == "when":
        yield "When it is needed", f"When {in_words(spec.when, pack)}."
    if spec.only:
        yield "Where it has a place", f"Only when {in_words(spec.only, pack)}."
    if spec.words is not None:
        yield "How long", limits_in_words(spec.words)
    if spec.nil == "no":
        yield "If there is nothing to say", "This section cannot be answered with “N/A” or “None”."
    elif spec.nil == "reason":
        yield "If there is nothing to say", "Say why. “N/A” or “None” alone does not show that anybody considered it."
    if spec.subheadings:
        yield "Usual sub-headings", ", ".join(spec.subheadings)
    if spec.consult:
        yield "Who to ask", ", ".join(spec.consult)


def need(spec: FieldSpec | SectionSpec, pack: Pack) -> str:
    """When a field or section is needed, as a sentence; "" if it never has to be there."""
    told = [f"Only when {in_words(spec.only, pack)}."] if spec.only else []
    if spec.required == "always":
        told.append("Always needed.")
    elif spec.required == "when":
        told.append(f"Needed when {in_words(spec.when, pack)}.")
    return " ".join(told)


def field_advice(spec: FieldSpec, pack: Pack) -> Iterator[str]:
    """What a pack says about a field, a sentence each: when it is needed, what goes there, an example."""
    if needed := need(spec, pack):
        yield needed
    if spec.guidance:
        yield spec.guidance
    if spec.example:
        yield f"For example: {spec.example.rstrip('.')}."
    if spec.default:
        yield f"Usually: “{spec.default}”."


def field_choices(spec: FieldSpec, pack: Pack) -> Iterator[str]:
    """The answers that a field may have; where they change with the date of the meeting, under each of the times."""
    vocab = pack.manifest.vocab.get(spec.vocab) if spec.vocab else None
    entries = (*(vocab.entries if vocab else ()), *(VocabEntry(name=name) for name in spec.choices))
    if all(entry.name == spec.default for entry in entries):
        return
    beginning = "From this list" if spec.kind == "choices" else "One of these"
    if vocab is not None and vocab.open and spec.kind == "text":
        beginning = "Usually one of these"
    times = list(dict.fromkeys((entry.effective_from, entry.effective_to) for entry in entries))
    for start, end in times:
        names = [entry.name for entry in entries if (entry.effective_from, entry.effective_to) == (start, end)]
        when = _meetings(start, end)
        # A name with a stop of its own would run into ours.
        listed = "; ".join(name if name[-1:].isalnum() or name[-1:] == ")" else f"“{name}”" for name in names)
        yield f"{beginning}{f', {when}' if when else ''}: {listed}."


def limits_in_words(limits: WordLimits) -> str:
    """How many words a section may have, as a sentence."""
    usual = "At most" if limits.grade == "limit" else "Usually at most"
    return f"{limits.least:,} to {limits.most:,} words." if limits.least else f"{usual} {limits.most:,} words."


def in_words(condition: Condition, pack: Pack) -> str:
    """A condition, to go on from "when": “Purpose” is For Decision."""
    told = []
    for key, answers in condition.items():
        spec = pack.field(key)
        name = spec.title.rstrip(":? ") if spec else key
        told.append(f"“{name}” is {' or '.join(answers)}")
    return " and ".join(told)


def _meetings(start: date | None, end: date | None) -> str:
    told = [f"from {full(start)}"] if start else []
    told += [f"until {full(end)}"] if end else []
    return f"for meetings {' '.join(told)}" if told else ""
