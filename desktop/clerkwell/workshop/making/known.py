"""What the program knows of the labels and headings of reports: from the packs that it has."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from clerkwell.packs import FieldSpec, Pack, SectionSpec
from clerkwell.packs.manifest import VocabEntry
from clerkwell.workshop.ids import new_id

_NUMBER: Final = re.compile(r"^\s*(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|\(?[A-Z][.)]|[ivx]{1,4}[.)])\s+")
_TAIL: Final = re.compile(r"[\s:.–—-]+$")
_BRACKETS: Final = re.compile(r"\s*[(\[][^()\[\]]{3,}[)\]]\s*")
_ROUND: Final = re.compile(r"\s*\([^()]{3,}\)\s*")
# A single committee has fields of its own; several are rows.
_SINGLE: Final = {"committees.name": "committee", "committees.date": "meeting-date"}
# The general pack's fields for what a header says besides: no label is theirs.
_NEVER: Final = frozenset({"other-details.label", "other-details.text", "council", "exempt-paragraphs"})


class Known:
    """Labels, headings and answers of known packs. The general one, of any council, comes first."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        ordered = sorted(packs, key=lambda pack: pack.manifest.pack.order != "report")
        self.packs = tuple(ordered)
        self._general = next((pack for pack in ordered if pack.manifest.pack.order == "report"), None)
        self._labels: dict[str, FieldSpec] = {}
        self._sections: dict[str, SectionSpec] = {}
        self._groups: dict[str, str] = {}
        self._answers: dict[str, FieldSpec] = {}
        self._fields: dict[str, FieldSpec] = {}
        self._specs: dict[str, SectionSpec] = {}
        for pack in ordered:
            self._take(pack)

    def _take(self, pack: Pack) -> None:
        for spec in pack.manifest.field:
            self._fields.setdefault(spec.id, spec)
            if spec.id in _NEVER and spec.id != "exempt-paragraphs":
                continue
            for label in (*spec.labels, *((spec.title,) if spec.labels else ())):
                self._labels.setdefault(folded(label), spec)
            vocab = pack.manifest.vocab.get(spec.vocab)
            if spec.kind in ("choice", "status") and vocab is not None and "stem" not in spec.id:
                for entry in vocab.entries:
                    for said in (entry.name, *entry.aliases):
                        self._answers.setdefault(folded(said), spec)
        for section in pack.manifest.section:
            if section.id == "other":
                continue
            self._specs.setdefault(section.id, section)
            for heading in (section.title, *section.aliases):
                self._sections.setdefault(folded(heading), section)
        for group in pack.manifest.group:
            for heading in (group.title, *group.aliases):
                self._groups.setdefault(folded(heading), group.id)

    def field_of(self, label: str) -> FieldSpec | None:
        """The field that has this label."""
        said = folded(label)
        return self._labels.get(said) or self._labels.get(folded(_ROUND.sub(" ", label)))

    def opening(self, text: str) -> tuple[int, FieldSpec] | None:
        """Where a label without a colon ends that a line begins with: "Report of the Director"."""
        for length in (4, 3, 2):
            head = " ".join(text.split()[:length])
            spec = self._labels.get(folded(head))
            if spec is not None and head.split()[-1].casefold() in ("of", "by", "to", "for", "from"):
                # "Report to the": an answer that is typed anew needs no article.
                found = re.match(r"\s*" + r"\s+".join(map(re.escape, head.split())) + r"\s+(?:the\s+)?", text)
                if found:
                    return found.end(), spec
        return None

    def section_of(self, heading: str) -> SectionSpec | None:
        """The section that has this heading."""
        said = folded(heading)
        return self._sections.get(said) or self._sections.get(folded(_BRACKETS.sub(" ", heading)))

    def group_of(self, heading: str) -> str:
        """The id of the group that has this heading."""
        return self._groups.get(folded(heading), "")

    def answered(self, words: str) -> FieldSpec | None:
        """The field to whose answers these words belong."""
        return self._answers.get(folded(words))

    def field(self, field_id: str) -> FieldSpec | None:
        """The field of this id, as the first pack that has one has it."""
        return self._fields.get(field_id)

    def section(self, section_id: str) -> SectionSpec | None:
        """The section of this id, as the first pack that has one has it."""
        return self._specs.get(section_id)

    def said_field(self, field_id: str) -> FieldSpec | None:
        """The field of this id with words that any council can say: those of other councils are theirs alone."""
        if self._general is None:
            return None
        rows = next((row for row, own in _SINGLE.items() if own == field_id), "")
        return self._general.field(field_id) or (self._general.field(rows) if rows else None)

    def said_section(self, section_id: str) -> SectionSpec | None:
        """The section of this id with words that any council can say."""
        return None if self._general is None else self._general.section(section_id)

    def entries(self, vocab: str) -> tuple[VocabEntry, ...]:
        """The names of a list that any council has; none for no such list."""
        found = None if self._general is None else self._general.manifest.vocab.get(vocab)
        return () if found is None else found.entries

    def needed(self, spec: FieldSpec | SectionSpec) -> tuple[bool, Mapping[str, bool]]:
        """Whether every report of any council needs it, and of each council that is known to have it, theirs."""
        every, councils = False, dict[str, bool]()
        for pack in self.packs:
            own = pack.field(spec.id) if isinstance(spec, FieldSpec) else pack.section(spec.id)
            if own is None:
                continue
            always = own.required == "always"
            if pack is self._general:
                every = always
            else:
                councils[pack.manifest.pack.series] = councils.get(pack.manifest.pack.series, False) or always
        return every, councils

    def title_of(self, spec: FieldSpec) -> str:
        """What a field is called where the document does not say: never in another council's words."""
        said = self.said_field(spec.id)
        name = spec.id.rpartition(".")[2].replace("-", " ")
        return said.title if said is not None else name[:1].upper() + name[1:]

    def fields(self) -> tuple[FieldSpec, ...]:
        """Every field that is known."""
        return tuple(self._fields.values())

    def sections(self) -> tuple[SectionSpec, ...]:
        """Every section that is known."""
        return tuple(self._specs.values())


def single(field_id: str) -> str:
    """The id of a field where its rows are one."""
    return _SINGLE.get(field_id, field_id)


def numbered(heading: str) -> int:
    """How many characters a typed number takes at the beginning of a heading."""
    found = _NUMBER.match(heading)
    return found.end() if found else len(heading) - len(heading.lstrip())


def folded(words: str) -> str:
    """Words as labels and headings are compared."""
    said = _TAIL.sub("", " ".join(words.replace("’", "'").split()).rstrip("?"))
    return said[numbered(said) :].casefold().strip()


def slug(title: str, taken: set[str], most: int = 36) -> str:
    """An id made of a title, unlike those that are taken; it is among them afterwards."""
    given = new_id(title, taken, most)
    taken.add(given)
    return given
