"""The rule about clearances: words that somebody cleared are still the words that they cleared."""

from collections import defaultdict
from collections.abc import Iterator

from clerkwell.model import Report
from clerkwell.model.days import full
from clerkwell.packs import Pack
from clerkwell.packs.sealing import CHANGED_SINCE, changed_since, place_of
from clerkwell.rules.rule import Finding, Rule


def _changed(report: Report, pack: Pack) -> Iterator[Finding]:
    cleared: dict[str, list[str]] = defaultdict(list)
    titles: dict[str, str] = {}
    for entry in report.consultations:
        if entry.seal is None:
            continue
        when = full(entry.seal.when.date())
        for then, now in changed_since(report, pack, entry.seal):
            cleared[then.part].append(f"{entry.who or 'somebody'} cleared it on {when}")
            titles[then.part] = now.title or then.title
    for part, by in cleared.items():
        who = f"{', '.join(by[:-1])} and {by[-1]}" if len(by) > 1 else by[0]
        yield Finding(
            f"“{titles[part]}” has changed since {who}. Ask whether they still agree and record it again, "
            "or set this aside with the reason.",
            place_of(part, report, pack),
        )


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            CHANGED_SINCE,
            "warning",
            "Words have changed since somebody cleared them",
            "Members take it that legal, finance and other officers agreed to the words that are read, not to others.",
            _changed,
            source="Committee practice: reports are cleared by legal, finance and other officers before publication",
        ),
    )
