"""Whatever an officer does to a template in Word is found by the check, or does no harm to what comes of it.

No harm: the sample's document has the same words, in the same order and styles, with the same styles and numbers.
"""

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache

import pytest
from lxml import etree

from clerkwell.packs import Pack, load_files
from clerkwell.word.ooxml import WordError
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.repairing import repair_pack
from helpers.breaking import ACTS, broken
from helpers.docx_making import W
from helpers.shipped import IDS, kept, sample, shipped
from helpers.template_desk import NothingThereError

Essence = tuple[object, ...]
# 31 acts on six packs, four times each: 744, of which some find nothing to do.
_TIMES = 4
_HAS_THE_SAME_NUMBER = "has the same number"


def essence(document: bytes) -> Essence:
    """The words of every line in order, with their styles; the styles; the numbers."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("word/")}
    stories = [name for name in sorted(parts) if name.endswith(".xml") and any(each in name for each in _STORIES)]
    whole = (
        etree.canonicalize(parts[name].decode()) for name in ("word/styles.xml", "word/numbering.xml") if name in parts
    )
    return (*(line for name in stories for line in _lines(parts[name])), *whole)


_STORIES = ("document", "header", "footer")


def _lines(part: bytes) -> Iterator[tuple[str, str]]:
    for paragraph in etree.fromstring(part).iter(f"{{{W}}}p"):
        style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        words = "".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t"))
        yield "" if style is None else style.get(f"{{{W}}}val", ""), words


@lru_cache(maxsize=8)
def _sound(pack_id: str) -> tuple[frozenset[str], Essence]:
    """What is said of a shipped pack, and its sample's document."""
    pack = shipped(pack_id)
    return frozenset(each.message for each in check_pack(pack)), _exported(pack_id, pack)


def _exported(pack_id: str, pack: Pack) -> Essence:
    return essence(write_document(sample(shipped(pack_id)), pack, draft=False, attachments=kept(shipped(pack_id))))


def found_or_harmless(pack_id: str, act: str, seed: int) -> str:
    """What becomes of one act: "found", "harmless" or "nothing" to do; else what was done, as it went unseen."""
    try:
        data, done = broken(shipped(pack_id).template, act, seed)
    except NothingThereError:
        return "nothing"
    return _judged(pack_id, data, done)


def repaired(pack_id: str, act: str, seed: int) -> str:
    """As `found_or_harmless`, after the repair by the template as it was; more errors than before are a fault of it."""
    before = shipped(pack_id)
    try:
        data, done = broken(before.template, act, seed)
    except NothingThereError:
        return "nothing"
    trial = load_files({**before.files, "template.docx": data}, "trial")
    try:
        mended = repair_pack(trial, before).document
    except WordError:
        return "found"
    errors = [
        sum(
            problem.severity == "error"
            for problem in check_pack(load_files({**before.files, "template.docx": each}, ""))
        )
        for each in (data, mended)
    ]
    return _judged(pack_id, mended, done) if errors[1] <= errors[0] else f"{done}: more errors than before"


def _judged(pack_id: str, data: bytes, done: str) -> str:
    before = shipped(pack_id)
    now = load_files({**before.files, "template.docx": data}, "trial")
    known, was = _sound(pack_id)
    said = {each.message for each in check_pack(now, before=before)} - known
    if any(_HAS_THE_SAME_NUMBER not in each for each in said):
        return "found"
    try:
        return "harmless" if _exported(pack_id, now) == was else done
    except WordError as error:
        return f"{done}: {error}"


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_found_or_does_no_harm(act: str) -> None:
    outcomes = {pack_id: found_or_harmless(pack_id, act, 0) for pack_id in (IDS[0], IDS[-1])}
    assert set(outcomes.values()) <= {"found", "harmless", "nothing"}, outcomes


@pytest.mark.parametrize("act", ["remove a control", "misspell a tag", "lose a tag", "unlock"])
def test_what_an_act_took_from_the_places_is_repaired(act: str) -> None:
    assert repaired(IDS[-1], act, 0) == "harmless"


@pytest.mark.heavy
@pytest.mark.parametrize("pack_id", IDS)
# Of two tables, one straight after the other, Word makes one as it pastes: what the act leaves it never saves.
@pytest.mark.parametrize("act", [act for act in ACTS if act != "double a table"])
def test_a_repair_never_makes_a_silently_wrong_document(act: str, pack_id: str) -> None:
    assert {repaired(pack_id, act, seed) for seed in (1, 2)} <= {"found", "harmless", "nothing"}


@pytest.mark.heavy
@pytest.mark.parametrize("pack_id", IDS)
@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_found_or_does_no_harm(act: str, pack_id: str) -> None:
    outcomes = [found_or_harmless(pack_id, act, seed) for seed in range(1, _TIMES + 1)]
    assert set(outcomes) <= {"found", "harmless", "nothing"}, outcomes
