"""Rules about the header: every answer given, and given as one of those there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import FieldValue, Place, Report, SetField, Severity, is_nil
from clerkwell.packs import FieldSpec, Pack, understand, wanted
from clerkwell.packs.repeating import OTHER_DETAILS, is_typed
from clerkwell.rules.rule import Finding, Rule

# What the clerk fills in once the agenda is made.
_CLERKS: Final = re.compile(r"\b(?:agenda|item|number|no|ref|reference|minute)\b", re.IGNORECASE)

_REACHES: Final = re.compile(
    r"contact n|direct (?:line|dial)|(?:contact )?(?:tel|phone|mobile|e-?mail|ext)", re.IGNORECASE
)

# "Does this proposal require extra spending?": every report answers such a question about itself.
_OF_ITSELF: Final = re.compile(r"(?:does|is|will) (?:this|the) (?:proposal|report|decision)\b[^?]*\?", re.IGNORECASE)
_OF_SPENDING: Final = re.compile(
    r"\b(?:spend(?:ing)?|expenditure|fund(?:s|ing)|budget|costs?|resources)\b", re.IGNORECASE
)

# "Not applicable – the Council operates a committee system": why a question does not arise.
_SET_ASIDE: Final = re.compile(r"(?:n/a|not applicable)\s*(?:[,:;–—-]|\(|because|as)\s*(?:\w+\W+){3}", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """A field as it stands in a report: one row of it, where it is repeated."""

    spec: FieldSpec
    value: FieldValue
    row: int | None

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(field=self.spec.id, row=self.row)

    @property
    def whole(self) -> Place:
        """All the words in it."""
        return self.place.model_copy(update={"start": 0, "end": len(self.value.text)})

    @property
    def name(self) -> str:
        """What messages call it."""
        title = self.spec.title.rstrip(":? ")
        return f"“{title}”" if self.row is None else f"“{title}” (number {self.row + 1})"


def asked(report: Report, pack: Pack) -> Iterator[Asked]:
    """Every field of the pack with what the report says in it, row by row where it is repeated."""
    for spec in pack.manifest.field:
        repeat, dot, _ = spec.id.partition(".")
        if repeat in ("appendices", "background-papers"):
            continue
        rows = range(len(report.repeats.get(repeat, ()))) if dot else (None,)
        for row in rows:
            yield Asked(spec, report.field(spec.id, row), row)


@dataclass(frozen=True)
class Governed:
    """How an earlier answer bears on a field: `words` are the council's standard words, if that answer has any."""

    answered: bool
    words: str = ""


def governed(each: Asked, report: Report, pack: Pack) -> Governed | None:
    """What the question says that this field follows from (how much, from which funds), if it follows from one."""
    for spec in pack.single_fields:
        if not any(each.spec.id in wording for wording in spec.wording.values()):
            continue
        answer = report.field(spec.id).value
        wording = spec.wording.get(answer, {}) if isinstance(answer, str) else {}
        return Governed(answered=answer is not None, words=wording.get(each.spec.id, ""))
    return None


def _missing(report: Report, pack: Pack) -> Iterator[Finding]:
    for repeat in pack.manifest.repeat:
        if repeat.required == "always" and not report.repeats.get(repeat.id) and pack.fields_of(repeat.id):
            if not is_typed(repeat.id, pack):
                continue
            first = pack.fields_of(repeat.id)[0]
            yield Finding(f"No {repeat.singular} is named. Add at least one.", Place(field=first.id))
    for each in asked(report, pack):
        if each.value.text.strip() or not wanted(each.spec, report):
            continue
        follows = governed(each, report, pack)
        fix = None
        message = f"{each.name} is blank. Give an answer."
        if follows and follows.words:
            words = follows.words
            fix = SetField(field=each.spec.id, row=each.row, value=understand(each.spec, words, pack))
            message = f"{each.name} is blank. Write “{words}”, the council’s words for this answer."
        yield Finding(message, each.place, fix=fix)
    yield from _blank_details(report)


def _blank_details(report: Report) -> Iterator[Finding]:
    """Labels that a header has besides, with nothing beside them: what they ask for is not known."""
    key = report.field("key-decision").value == "Yes"
    for row, said in enumerate(report.repeats.get(OTHER_DETAILS, ())):
        label = said["label"].text.strip() if "label" in said else ""
        # A key decision has had its number in the forward plan since notice of it was given.
        clerks = _CLERKS.search(label) and not _REACHES.match(label)
        clerks = clerks and not (key and "forward plan" in label.casefold())
        if not label or "text" in said:
            continue
        place = Place(field=f"{OTHER_DETAILS}.label", row=row, start=0, end=len(label))
        if clerks:
            message = f"“{label}” has nothing after it. The clerk may still have to fill it in."
            yield Finding(message, place, label, severity="info")
        else:
            message = f"“{label}” has nothing after it. Say what it asks for, or take the line out."
            yield Finding(message, place, label, severity="warning")


def _questions_set_aside(report: Report) -> Iterator[Finding]:
    """Questions of a header besides, whether the report costs anything, that are answered neither Yes nor No."""
    for row, said in enumerate(report.repeats.get(OTHER_DETAILS, ())):
        if "label" not in said or "text" not in said:
            continue
        label, text = said["label"].text.strip(), said["text"].text.strip()
        if _OF_ITSELF.fullmatch(label) and _OF_SPENDING.search(label) and is_nil(text):
            place = Place(field=f"{OTHER_DETAILS}.label", row=row, start=0, end=len(label))
            yield Finding(f"“{label}” says “{text}”. Answer Yes or No.", place, label, severity="warning")


def _not_recognised(report: Report, pack: Pack) -> Iterator[Finding]:
    yield from _questions_set_aside(report)
    for each in asked(report, pack):
        text = each.value.text.strip()
        if not text or each.value.value is not None or each.spec.kind not in ("yes-no", "choice", "choices", "status"):
            continue
        follows = governed(each, report, pack)
        if follows and (not follows.answered or (follows.words and is_nil(text))):
            continue
        if is_nil(text) and not wanted(each.spec, report):
            # A question that this report need not answer, set aside by its author. Of a key decision readers ask why.
            if each.spec.id == "key-decision" and pack.manifest.pack.order == "report":
                message = f"{each.name} says only “{text}”. Answer Yes or No, or say why the question does not arise."
                yield Finding(message, each.whole, text, severity="info")
            continue
        if each.spec.kind == "yes-no" and _SET_ASIDE.match(text):
            continue
        # Of a layout that is not known, neither is how its council has such questions answered.
        severity: Severity | None = "warning" if pack.manifest.pack.order == "report" else None
        if each.spec.kind == "yes-no":
            yield Finding(f"{each.name} says “{text}”. Answer Yes or No.", each.whole, text, severity=severity)
            continue
        vocab = pack.manifest.vocab.get(each.spec.vocab)
        if vocab is None or not vocab.open:
            message = f"{each.name} says “{text}”, which is not one of the council’s answers. Choose one of them."
            yield Finding(message, each.whole, text, severity=severity)
        elif each.spec.kind == "choices" and wanted(each.spec, report) and not is_nil(text):
            message = f"{each.name} says “{text}”, which is none of those in the council’s list. Choose from the list."
            yield Finding(message, each.whole, text, severity="warning")


def _house_form(report: Report, pack: Pack) -> Iterator[Finding]:
    for each in asked(report, pack):
        text = each.value.text.strip()
        follows = governed(each, report, pack)
        if each.spec.kind == "yes-no" and isinstance(each.value.value, str) and not _says(text, each.value.value):
            if pack.manifest.pack.order == "report" and " key" in f" {text.casefold().replace('-', ' ')}":
                # "Key/Non-key decision: Key decision" is how that council prints it.
                continue
            better = each.value.value
        elif follows and follows.words and is_nil(text) and text != follows.words:
            better = follows.words
        elif not is_nil(text) and (form := _form_of_choice(each, pack)) is not None:
            better = form
        else:
            continue
        fix = SetField(field=each.spec.id, row=each.row, value=understand(each.spec, better, pack))
        yield Finding(f"{each.name} says “{text}”. The usual form is “{better}”.", each.whole, text, fix)


def _form_of_choice(each: Asked, pack: Pack) -> str | None:
    """The council's own words for a choice that is given in others: "Decision" for "For Decision".

    Bodies and public statuses go by several names that are all right, and a layout that is not known has none.
    """
    vocab = pack.manifest.vocab.get(each.spec.vocab)
    if each.spec.kind != "choice" or pack.manifest.pack.order != "pack" or vocab is None:
        return None
    value = each.value.value
    if each.spec.id == "committee" or each.spec.id.endswith(".name") or each.value.text.strip() == value:
        return None
    return value if isinstance(value, str) else None


def _says(text: str, answer: str) -> bool:
    """Whether the text is the answer, or begins with it and gives a reason."""
    return text == answer or re.match(rf"{answer}\b(?!\s*[/.]?$)", text) is not None


def _nil_answers(report: Report, pack: Pack) -> Iterator[Finding]:
    for each in asked(report, pack):
        text = each.value.text.strip()
        if each.spec.kind == "yes-no" or not is_nil(text) or not wanted(each.spec, report):
            continue
        vocab = pack.manifest.vocab.get(each.spec.vocab)
        if each.spec.kind in ("choice", "status") and each.value.value is None and not (vocab and vocab.open):
            # Said already: it is not one of the answers.
            continue
        follows = governed(each, report, pack)
        if follows is None or (follows.answered and not follows.words):
            yield Finding(f"{each.name} says only “{text}”. Give an answer in words.", each.whole, text)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "field-missing", "error", "A field of the header is blank",
            "The council’s template asks for this in every report.", _missing,
            source="The council’s template", fix="Write the council’s words for it",
        ),
        Rule(
            "answer-not-recognised", "error", "A question is not answered, or not with one of its answers",
            "Members and the public need a clear answer to each question in the header.", _not_recognised,
            source="The council’s template",
        ),
        Rule(
            "answer-house-form", "info", "An answer is not in the council’s usual form",
            "House style: answers are written out, so that everyone reads them alike.", _house_form,
            source="The council’s template", fix="Write it in the usual form",
        ),
        Rule(
            "field-nil", "warning", "A field of the header only says that there is nothing to say",
            "The council’s template asks for this in every report.", _nil_answers,
            source="The council’s template",
        ),
    )  # fmt: skip
