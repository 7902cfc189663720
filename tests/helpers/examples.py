"""A report made of an example of a rule: a sound one, with what the example does to it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Blocks,
    Consultation,
    FieldValue,
    Place,
    Report,
    Section,
    Stale,
    TrayItem,
    give_ids,
)
from clerkwell.model import words as block_words
from clerkwell.packs import Pack, understand
from clerkwell.packs.manifest import WordLimits
from clerkwell.packs.sealing import seal
from clerkwell.rules.examples import Example
from helpers.marking import marked_up
from helpers.seeds import shipped_packs

DEFAULT = "city-of-london-2023"
# Where an example that is just words is put: a section of running text that every layout has something like.
_BODY = ("current-position", "background", "main-report", "details", "summary")
_KEYS = frozenset((
    "pack", "base", "fields", "sections", "add", "drop", "headings", "appendices", "papers", "statuses", "tray",
    "limits", "stale", "cleared",
))  # fmt: skip


@cache
def pack_of(pack_id: str) -> Pack:
    """A shipped pack."""
    return next(pack for pack in shipped_packs() if pack.id == pack_id)


@cache
def sample(pack_id: str) -> Report:
    """The pack's own sample: a sound report that has every part."""
    return Report.model_validate_json(pack_of(pack_id).files["sample.json"])


def base_of(example: Example) -> tuple[Report, Pack]:
    """The report that an example changes, and its pack; `base = "blank"` is one with nothing in it."""
    pack = _limited(pack_of(example.change.get("pack", DEFAULT)), example.change.get("limits", {}))
    return (Report(pack=pack.ref) if example.change.get("base") == "blank" else sample(pack.id)), pack


def made(example: Example) -> tuple[Report, Pack]:
    """The report that an example makes, and its pack.

    `fields` sets answers (a list: one for each row of a repeat), `sections` the text of sections, `add` text at their
    end, `headings` their headings, `drop` leaves sections or fields out, `appendices` and `papers` are put in place of
    those there are, `statuses` gives appendices theirs by number, and `tray` is text that waits in the tray. `limits`
    are what the pack says of the length of sections, and `stale` the words of sections that an earlier report left.
    `cleared` says who cleared which parts before all that: "report" for the whole of it.
    """
    report, pack = base_of(example)
    unknown = set(example.change) - _KEYS
    assert not unknown, f"{example.says}: {unknown}"
    if not example.change:
        return added(report, pack, example.says), pack
    return changed(report, pack, example.change), pack


def _limited(pack: Pack, limits: Mapping[str, Mapping[str, Any]]) -> Pack:
    """The pack with these limits of words for sections."""
    if not limits:
        return pack
    sections = tuple(
        each.model_copy(update={"words": WordLimits.model_validate(limits[each.id])}) if each.id in limits else each
        for each in pack.manifest.section
    )
    return Pack(pack.manifest.model_copy(update={"section": sections}), pack.files)


def added(report: Report, pack: Pack, text: str, section: str = "") -> Report:
    """The report with words at the end of a section."""
    target = section or next(each for each in _BODY if pack.section(each) and report.section(each))
    return give_ids(_with_blocks(report, target, (*report.blocks(target), *marked_up(text))))


def changed(report: Report, pack: Pack, change: Mapping[str, Any]) -> Report:
    """The report with a change made to it."""
    if "cleared" in change:
        entries = tuple(_cleared(report, pack, who, parts) for who, parts in change["cleared"].items())
        report = report.model_copy(update={"consultations": entries})
    for name in change.get("drop", ()):
        fields = {key: value for key, value in report.fields.items() if key != name}
        sections = tuple(each for each in report.sections if each.id != name)
        report = report.model_copy(update={"fields": fields, "sections": sections})
    for name, given in change.get("fields", {}).items():
        report = _with_field(report, pack, name, given)
    for name, text in change.get("sections", {}).items():
        report = _with_blocks(report, name, marked_up(text))
    for name, text in change.get("add", {}).items():
        report = _with_blocks(report, name, (*report.blocks(name), *marked_up(text)))
    for name, heading in change.get("headings", {}).items():
        report = _with_section(report, name, {"heading": heading})
    if "appendices" in change:
        report = report.model_copy(update={"appendices": _appendices(change["appendices"])})
    for number, status in change.get("statuses", {}).items():
        after = [
            each.model_copy(update={"status": status}) if each.number == number else each for each in report.appendices
        ]
        report = report.model_copy(update={"appendices": tuple(after)})
    if "papers" in change:
        papers = tuple(BackgroundPaper(title=each) for each in change["papers"])
        report = report.model_copy(update={"background_papers": papers})
    if "tray" in change:
        report = report.model_copy(update={"tray": tuple(TrayItem(text=each) for each in change["tray"])})
    report = give_ids(report)
    stale = tuple(_stale(report, section, words) for section, words in change.get("stale", {}).items())
    return report.model_copy(update={"stale": stale}) if stale else report


def _cleared(report: Report, pack: Pack, who: str, parts: Sequence[str]) -> Consultation:
    """A clearance of parts as they are now; where no parts are named, an answer that sealed nothing."""
    sealed = seal(report, pack, tuple(parts), datetime(2031, 3, 3, 12, tzinfo=UTC)) if parts else None
    return Consultation(who=who, asked="1 March 2031", answered="3 March 2031", answer="Cleared.", seal=sealed)


def _stale(report: Report, section: str, words: str) -> Stale:
    """Words that an earlier report left in the first block of a section."""
    block = report.blocks(section)[0]
    start = max(0, block_words(block).find(words))
    place = Place(section=section, block=block.id, start=start, end=start + len(words))
    return Stale(place=place, quote=words, why="It was the year of the earlier meeting.")


def _appendices(given: Sequence[Mapping[str, Any]]) -> tuple[Appendix, ...]:
    """Each with its `text` as blocks of its own, else with a link."""
    done = []
    for index, each in enumerate(given, 1):
        rest = {name: value for name, value in each.items() if name != "text"}
        kept = {"blocks": marked_up(each["text"])} if "text" in each else {"link": "https://www.example.org/paper"}
        done.append(Appendix.model_validate({"id": f"appendix-{index}", **kept, **rest}))
    return tuple(done)


def _with_field(report: Report, pack: Pack, name: str, given: str | Sequence[str]) -> Report:
    spec = pack.field(name)
    assert spec is not None, name

    def value(text: str) -> FieldValue:
        return understand(spec, text, pack) if text else FieldValue()

    repeat, dot, inner = name.partition(".")
    if not dot:
        assert isinstance(given, str)
        return report.model_copy(update={"fields": {**report.fields, name: value(given)}})
    texts = [given] if isinstance(given, str) else list(given)
    rows = [dict(row) for row in report.repeats.get(repeat, ())]
    rows = [*rows, *({} for _ in range(len(texts) - len(rows)))]
    for row, text in zip(rows, texts, strict=False):
        row[inner] = value(text)
    return report.model_copy(update={"repeats": {**report.repeats, repeat: tuple(rows)}})


def _with_blocks(report: Report, section: str, blocks: Blocks) -> Report:
    return _with_section(report, section, {"blocks": blocks})


def _with_section(report: Report, section: str, update: Mapping[str, object]) -> Report:
    if report.section(section) is None:
        report = report.model_copy(update={"sections": (*report.sections, Section(id=section))})
    after = tuple(each.model_copy(update=update) if each.id == section else each for each in report.sections)
    return report.model_copy(update={"sections": after})
