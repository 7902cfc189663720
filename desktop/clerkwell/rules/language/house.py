"""Rules about house form: how dates, times, sums, percentages and numbers are written in the text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.packs.manifest import Language, Manifest
from clerkwell.proofing.forms.moments import DATES, date_in, dates, same_time, time_in, times
from clerkwell.proofing.forms.quantities import money, money_in, number_in, numbers, per_cent_in, per_cents, sums
from clerkwell.proofing.forms.written import Written
from clerkwell.proofing.text.tokens import covers
from clerkwell.rules.language.punctuation import kept_out
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule
from clerkwell.rules.signs import FIGURE, MONTH, Sign

# Tables keep short forms, and a quotation those that it found.
_READ: Final = frozenset(("paragraph", "item", "footnote"))


@dataclass(frozen=True, eq=False)
class _Kind:
    """A kind of thing that has a house form: what it is called, the council's form, and how another is made.

    Each is itself alone: to compare by all its parts takes time.
    """

    name: str
    council: Callable[[Language], str]
    find: Callable[[str], Iterable[Written]]
    sign: Sign
    inform: Callable[[Written, str], str | None]
    same: Callable[[str, str], bool] = lambda form, chosen: form == chosen
    # Another form that the council uses elsewhere, and that is none to wonder at.
    also: Callable[[Manifest], str] = lambda _: ""

    def look(self, passage: Passage, guide: Guide) -> Sequence[Written]:
        """What a passage has of this kind, addresses and codes left out."""
        written = list(self.find(passage.text)) if passage.kind in _READ else []
        shield = passage.known(kept_out, guide) if written else ()
        return [each for each in written if not covers(shield, each.start, each.end)] if shield else written


def _rule(kind: _Kind) -> Callable[[Reading], Iterator[Finding]]:
    written = kind.look

    def find(reading: Reading) -> Iterator[Finding]:
        council = kind.council(reading.pack.manifest.language)
        also = kind.also(reading.pack.manifest)
        all_written = [
            (passage, each)
            for passage, there in reading.where(written, kind.sign)
            for each in there
            if each.form != also
        ]
        chosen = council or _usual(kind, [each.form for _, each in all_written])
        if not chosen:
            return
        for passage, each in all_written:
            if kind.same(each.form, chosen):
                continue
            words = passage.text[each.start : each.end]
            better = kind.inform(each, chosen)
            if better and better.endswith(".") and passage.text[each.end : each.end + 1] == ".":
                better = better[:-1]
            if better == words:
                continue
            advice = f"Write “{better}”." if better else f"Write it like “{chosen}”."
            message = (
                f"“{words}” is not in the council’s form for {kind.name}. {advice}"
                if council
                else f"“{words}” is written otherwise than the other {kind.name} of this report. {advice}"
            )
            fix = passage.replaced(each.start, each.end, better) if better else None
            yield Finding(message, passage.at(each.start, each.end), words, fix)

    return find


def _rules(*kinds: _Kind) -> Callable[[Reading], Iterator[Finding]]:
    finds = [_rule(kind) for kind in kinds]

    def find(reading: Reading) -> Iterator[Finding]:
        return (each for one in finds for each in one(reading))

    return find


def _usual(kind: _Kind, forms: Sequence[str]) -> str:
    """The form that a report has most often, of two as often used the first; none where all are alike."""
    if len(set(forms)) < 2:
        return ""
    # A form that leaves something open ("5pm" says nothing of how minutes stand) is chosen only for want of another.
    candidates = sorted({form for form in forms if form != "other"}, key=lambda form: ("?" in form, forms.index(form)))
    return max(candidates, key=lambda form: sum(1 for other in forms if kind.same(other, form)), default="")


def _dates_of_header(manifest: Manifest) -> str:
    return DATES[-1] if manifest.rules.date_form == "dd/mm/yyyy" and not manifest.language.dates else ""


_POUND: Final = Sign("£")
_DAY: Final = Sign("/", others=(MONTH,))
_DATES: Final = _Kind("dates", lambda language: language.dates, dates, _DAY, date_in, also=_dates_of_header)
_TIMES: Final = _Kind("times", lambda language: language.times, times, FIGURE, time_in, same_time)
_MONEY: Final = _Kind("large sums", lambda language: language.money, money, _POUND, money_in)
_PER_CENT: Final = _Kind("percentages", lambda language: language.per_cent, per_cents, Sign("%", "cent"), per_cent_in)
_SUMS: Final = _Kind("sums", lambda language: language.numbers, sums, _POUND, number_in)
_NUMBERS: Final = _Kind("large numbers", lambda language: language.numbers, numbers, FIGURE, number_in)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    why = "One form throughout a report lets readers compare, and lets them search."
    source = "The council’s template ([language] {key}); without a form of its own, one form in one report"
    return (
        Rule(
            "house-date", "info", "A date in the text is in another form", why, Across(_rule(_DATES)),
            source=source.format(key="dates"), fix="Write it in the usual form",
        ),
        Rule(
            "house-time", "info", "A time is in another form", why, Across(_rule(_TIMES)),
            source=source.format(key="times"), fix="Write it in the usual form",
        ),
        Rule(
            "house-money", "info", "A sum of money is in another form", why, Across(_rules(_MONEY, _SUMS)),
            source=source.format(key="money, numbers"), fix="Write it in the usual form",
        ),
        Rule(
            "house-per-cent", "info", "A percentage is in another form", why, Across(_rule(_PER_CENT)),
            source=source.format(key="per_cent"), fix="Write it in the usual form",
        ),
        Rule(
            "house-number", "info", "A large number is in another form", why, Across(_rule(_NUMBERS)),
            source=source.format(key="numbers"), fix="Write it in the usual form",
        ),
    )  # fmt: skip
