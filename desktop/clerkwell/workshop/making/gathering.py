"""Guesses while they are being gathered: each gets its number, its words and its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from clerkwell.packs import FieldSpec
from clerkwell.packs.manifest import FieldKind
from clerkwell.word.template.asked import Asked
from clerkwell.word.template.shapes import LineShape
from clerkwell.workshop.making.known import Known, folded, single, slug
from clerkwell.workshop.making.labels import asks_yes_or_no, is_prompt, kind_of
from clerkwell.workshop.making.proposal import Guess, Hole, Part, Rows, What, Where

_MOST: Final = 90
# A label that is longer is a sentence, and no title.
_LABEL: Final = 48
_VERB: Final = re.compile(
    r"^(?:please\s+)?(?:click|tap|insert|enter|type|add|state|give|choose|select)"
    r"(?:\s+(?:or tap|here|to|in|the|a|an|your|and|enter|insert|type|add|select))*\s+",
    re.IGNORECASE,
)
# What asks, in whatever words, whether the public may read it.
_STATUS: Final = re.compile(r"\b(?:public|exempt|confidential|status|classification|access|restricted)", re.IGNORECASE)
_EMPTY: Final = frozenset({"", "text", "an item", "item", "answer", "here", "date", "a date", "details"})


@dataclass
class Gathering:
    """All guesses of one document so far."""

    shapes: Sequence[LineShape]
    known: Known
    asked: Sequence[Asked] = ()
    guesses: list[Guess] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)

    def add(
        self,
        part: Part,
        what: What,
        reason: str,
        *,
        line: int | None = None,
        words: str = "",
        title: str = "",
        id: str = "",
        kind: FieldKind = "text",
        taken: bool = True,
        choices: tuple[str, ...] = (),
        found: str = "",
        inside: int | None = None,
        where: Where = None,
        labels: tuple[str, ...] = (),
    ) -> Guess:
        """A further guess, about a line where one is named."""
        guess = Guess(
            number=len(self.guesses), part=part, what=what, reason=reason, words=_short(words), title=title, id=id,
            kind=kind, taken=taken, choices=choices, found=found, prompt=bool(found) and is_prompt(found),
            inside=inside, where=where, labels=labels,
        )  # fmt: skip
        if line is not None:
            guess = replace(guess, at=self.shapes[line].line.at, around=_short(self.shapes[line].line.shown))
            self.used.add(line)
        self.guesses.append(guess)
        return guess

    def hole(
        self,
        part: Part,
        label: str,
        spec: FieldSpec | None,
        where: Hole,
        why: str,
        *,
        inside: int | None = None,
        id: str = "",
    ) -> Guess:
        """A field: what its label is called, where its answer goes, and why it was taken for one."""
        raw = self.shapes[where.line].raw
        found = raw[where.start : where.end].strip()
        if spec is None and _STATUS.search(label) and (status := self.known.answered(found)) is not None:
            spec = status if status.kind == "status" and status.id not in self.ids else None
        asked = next((each for each in self.asked if each.first == where.line and _says(found, each)), None)
        title = self.known.title_of(spec) if spec is not None else title_of(label or found)
        if label and inside is None and len(label) <= _LABEL:
            title = title_of(label).removesuffix(" the")
        kind = spec.kind if spec is not None else kind_of(label, found)
        choices: tuple[str, ...] = ()
        if kind == "text" and asks_yes_or_no(found):
            kind = "yes-no"
        if asked is not None:
            why += f", and {_asked_words(asked)} stands there"
            offered = bool(asked.choices) and kind in ("text", "choice")
            if offered or (spec is None and asked.kind != "text"):
                kind, choices = asked.kind, asked.choices
            if spec is None:
                title = title_of(asked.title) if asked.title and not label else title
        if where.label >= 0:
            self.used.add(where.label)
        if where.gone is not None:
            self.used.update(range(where.gone[0], where.gone[1] + 1))
        if spec is not None and not id and self._means_another(spec, label, found):
            # One answer cannot stand under two labels.
            spec = None
        field_id = id or (spec.id if spec is not None else slug(title, self.ids))
        self.ids.add(field_id)
        made = self.add(
            part, "field", why, line=where.line, words=label or found, title=title, id=field_id, kind=kind,
            choices=choices, found=found, inside=inside, where=where, labels=(label,) if label else (),
        )  # fmt: skip
        if asked is not None and asked.prompt and not made.prompt:
            made = self.replace(made, prompt=True)
        return made

    def _means_another(self, spec: FieldSpec, label: str, found: str) -> bool:
        """Whether a field stands somewhere already, under another label and with another answer."""
        same = [each for each in self.guesses if each.what == "field" and each.id == spec.id]
        return any(
            folded(each.words) != folded(label or found) and folded(each.found) != folded(found) for each in same
        )

    def replace(self, guess: Guess, **changes: object) -> Guess:
        """A guess otherwise."""
        new = replace(guess, **changes)  # type: ignore[arg-type]  # the names are those of its own fields
        self.guesses[guess.number] = new
        return new

    def settle_rows(self) -> None:
        """Make rows of what comes once for each, and fields of their own of what stands outside any."""
        self._settle_committees()
        rows = {each.id for each in self.guesses if each.what == "rows"}
        for each in self.guesses:
            repeat, dot, _ = each.id.partition(".")
            if each.what == "field" and dot and repeat not in rows:
                self.replace(each, id=each.id.replace(".", "-"))

    def _settle_committees(self) -> None:
        loose = [each for each in self.guesses if each.id.startswith("committees.") and each.inside is None]
        names = [each for each in loose if each.id == "committees.name"]
        dates = [each for each in loose if each.id == "committees.date"]
        # Beside rows of names the dates stand once more, each of its own row.
        rest = [] if any(each.what == "rows" and each.id == "committees" for each in self.guesses) else list(loose)
        if len(names) == len(dates) == 1 and isinstance(names[0].where, Hole) and isinstance(dates[0].where, Hole):
            first, last = sorted((names[0].where.line, dates[0].where.line))
            between = [n for n in range(first + 1, last) if self.shapes[n].raw.strip()]
            one, other = self.shapes[first].line.at, self.shapes[last].line.at
            if not between and not one.table and not other.table and not any(map(_has_gone, loose)):
                rows = self.add(
                    "header", "rows", "A committee and the date of its meeting stand together, so they come once for "
                    "each committee that takes the report.", line=first, title="Committees", id="committees",
                    where=Rows(first, last),
                )  # fmt: skip
                for each in loose:
                    self.replace(each, inside=rows.number)
                rest = []
        for each in rest:
            if each.id in ("committees.name", "committees.date"):
                own = single(each.id)
                self.ids.add(own)
                self.replace(each, id=own)


def _has_gone(guess: Guess) -> bool:
    return isinstance(guess.where, Hole) and guess.where.gone is not None


def _says(found: str, asked: Asked) -> bool:
    return bool(asked.words) and " ".join(asked.words.split()) in " ".join(found.split())


def _asked_words(asked: Asked) -> str:
    if asked.legacy:
        return "a form field of the older kind"
    return {"date": "a date picker", "choice": "a drop-down list", "yes-no": "a tick box"}.get(
        asked.kind, "a content control"
    )


def title_of(words: str) -> str:
    """What a field is called after its label, or after the words that ask for it."""
    said = re.sub(r"[\[\]<>{}«»_…]", " ", words)
    said = " ".join(said.split()).strip(" :.-–—\t")
    shorter = _VERB.sub("", said)
    if (shorter != said or said != " ".join(words.split()).rstrip(" :.")) and folded(shorter) in _EMPTY:
        shorter = "Answer"
    shorter = shorter[:60].rstrip(" ,;:")
    return shorter[:1].upper() + shorter[1:]


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= _MOST else f"{said[: _MOST - 1].rstrip()}…"
