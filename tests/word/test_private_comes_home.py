"""What is not for publication never comes home from Word public, whatever is done to it there, and to the report here.

Private paragraphs are made of words that stand nowhere else, so that they are known wherever they end up.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from random import Random

import pytest
from lxml.etree import _Element as Element

from clerkwell.comparing import Choice
from clerkwell.intake import import_document
from clerkwell.model import Block, Landscape, Paragraph, Report, Text, all_blocks, words
from clerkwell.packs import Pack
from clerkwell.packs.openness import private_blocks
from clerkwell.packs.publishing import public_version
from clerkwell.session.coming_home.returned import take_in
from clerkwell.session.versions import keep_sent
from clerkwell.storage import content_digest
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.clockwork import Clock
from helpers.docx_making import parts_of, zipped
from helpers.retyped import Edit, edited, part, said, w, without_controls
from helpers.reviewer import Reviewer
from helpers.shipped import IDS, kept, sample, shipped

SECRET = re.compile(r"zq[a-z]+\d*")
MANY = 60
CHOICES: tuple[Choice, ...] = ("ours", "theirs", "both")


def with_secrets(report: Report, dice: Random) -> Report:
    """The report with some paragraphs of its own that are not for publication, one of them on a wide page."""
    sections = list(report.sections)
    texts = [at for at, each in enumerate(sections) if any(isinstance(b, Paragraph) for b in each.blocks)]
    for number in range(3):
        at = dice.choice(texts)
        length = dice.choice([1, 2, 4, 9, 30])
        said = [_secret(dice, number) if dice.random() < 0.7 else dice.choice(["the", "of"]) for _ in range(length)]
        text = " ".join([_secret(dice, number), *said])
        secret: Block = Paragraph(id=f"secret{number}", private=True, runs=(Text(text=f"{text}."),))
        if number == 2 and dice.random() < 0.5:
            secret = Landscape(id="page", private=True, blocks=(secret.model_copy(update={"private": False}),))
        blocks = list(sections[at].blocks)
        blocks.insert(dice.randint(1, len(blocks)), secret)
        sections[at] = sections[at].model_copy(update={"blocks": tuple(blocks)})
    return report.model_copy(update={"sections": tuple(sections)})


def _secret(dice: Random, number: int) -> str:
    return f"zq{''.join(dice.choice('abcdefgh') for _ in range(6))}{number}"


def at_private(dice: Random) -> Edit:
    """Private paragraphs parted, joined, moved, retyped, copied in part; nothing of it tracked."""

    def edit(root: Element) -> None:
        for _ in range(dice.randint(1, 4)):
            lines = [each for each in root.iter(w("p")) if said(each).strip()]
            secrets = [each for each in lines if SECRET.search(said(each))]
            if secrets:
                _one(dice.choice(secrets), dice.choice(lines), dice)

    return edit


def _one(line: Element, other: Element, dice: Random) -> None:
    text = said(line)
    spoken = text.split()
    at = dice.randint(0, len(spoken))
    holder = line.getparent()
    assert holder is not None
    what = dice.randrange(7)
    if what == 0:
        second = _copy(line)
        line.addnext(second)
        _say(line, " ".join(spoken[:at]))
        _say(second, " ".join(spoken[at:]))
    elif what == 1 and other is not line and len(holder) > 1 and holder.tag != w("tc"):
        _say(other, f"{said(other)} {text}")
        holder.remove(line)
    elif what == 2 and other is not line and len(holder) > 1 and holder.tag != w("tc"):
        other.addnext(line)
    elif what == 3:
        _say(line, " ".join([*spoken[:at], "Typed anew", *spoken[at + 2 :]]))
    elif what == 4 and other is not line:
        low = dice.randint(0, len(spoken))
        piece = " ".join(spoken[low : low + dice.randint(1, 8)])
        _say(line, text.replace(piece, "", 1))
        _say(other, f"{said(other)} {piece} and so on")
    elif what == 5:
        second = _copy(line)
        line.addnext(second)
        _say(line, "Written otherwise by somebody")
        _say(second, "and once more")
    elif what == 6 and other is not line:
        other.addnext(_copy(line))


def _copy(line: Element) -> Element:
    copy = deepcopy(line)
    for page in list(copy.iter(w("sectPr"))):
        holder = page.getparent()
        assert holder is not None
        holder.remove(page)
    return copy


def _say(line: Element, text: str) -> None:
    texts = list(line.iter(w("t")))
    if not texts:
        return
    texts[0].text = text
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for each in texts[1:]:
        each.text = ""


def edited_here(report: Report, dice: Random) -> Report:
    """What somebody does in the report meanwhile: another paragraph made private, words added to a private one."""

    def block(each: Block) -> Block:
        if isinstance(each, Paragraph) and each.private and dice.random() < 0.3:
            return each.model_copy(update={"runs": (*each.runs, Text(text=f" {_secret(dice, 9)}"))})
        return each

    return report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": tuple(map(block, each.blocks))}) for each in report.sections
            )
        }
    )


def public_words(report: Report, pack: Pack) -> set[str]:
    public = public_version(report, pack)
    hidden = _all_secrets(words(block) for block in _hidden(report, pack))
    return {
        each
        for _, block in all_blocks(public)
        for found in [set(SECRET.findall(words(block)))]
        for each in found
        # A word or two that were copied are told of when the report is published (`session.short_words`).
        if len(found) >= 4 or each not in hidden
    }


def _hidden(report: Report, pack: Pack) -> Iterator[Block]:
    return (block for _, _, blocks in private_blocks(report, pack) for block in blocks)


def _all_secrets(texts: Iterable[str]) -> set[str]:
    return {each for text in texts for each in SECRET.findall(text)}


def public_answers(report: Report, pack: Pack) -> set[str]:
    """The private words in answers and headings, where nothing can be marked."""
    public = public_version(report, pack)
    texts = [value.text for value in public.fields.values()]
    texts += [value.text for rows in public.repeats.values() for row in rows for value in row.values()]
    texts += [each.heading for each in public.sections] + [each.title for each in public.appendices]
    return set(SECRET.findall("\n".join(texts)))


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.heavy) for seed in range(2, MANY))])
@pytest.mark.parametrize("pack_id", IDS)
def test_nothing_private_comes_home_public(pack_id: str, seed: int) -> None:
    dice = Random(f"{pack_id} {seed}")
    pack = shipped(pack_id)
    sent = with_secrets(sample(pack), dice)
    kept_ = keep_sent(sent, sent, {}, "Draft", Clock().now())
    draft = write_document(sent, pack, draft=True, attachments=kept(pack), identity=content_digest(sent))
    now = edited_here(kept_.report, dice)
    returned = take_in(edited(draft, at_private(dice)), "Draft.docx", now, pack, kept_.files, kept(pack), anyway=True)
    every = [each.id for each in returned.items]
    for accepted in (every, [each for each in every if dice.random() < 0.5]):
        first = returned.outcome(accepted)
        choices: dict[str, Choice] = {each.id: dice.choice(CHOICES) for each in first.conflicts}
        for outcome in (first, returned.outcome(accepted, (), choices)):
            told = " ".join(outcome.said)
            loose = public_words(outcome.report, pack)
            assert {each for each in loose if each not in told} == set(), told


@pytest.mark.parametrize("keeps_controls", [True, False])
def test_without_its_report_a_draft_says_that_its_private_parts_have_to_be_marked_again(keeps_controls: bool) -> None:
    pack = shipped("city-of-london-2023")
    sent = with_secrets(sample(pack), Random(1))
    draft = write_document(sent, pack, draft=True, attachments=kept(pack), identity=content_digest(sent))
    if not keeps_controls:
        draft = edited(draft, without_controls)
    imported = import_document(read_document(draft), [pack])
    assert any("mark them again" in each.text for each in imported.findings)


def test_a_draft_with_nothing_private_and_a_public_copy_say_nothing_of_it() -> None:
    pack = shipped("city-of-london-2023")
    private = with_secrets(sample(pack), Random(1))
    for report, is_draft in ((sample(pack), True), (public_version(private, pack), False)):
        data = write_document(report, pack, draft=is_draft, attachments=kept(pack), identity=content_digest(report))
        assert "not for publication" not in " ".join(read_document(data).properties)


def tracked(data: bytes, report: Report, dice: Random) -> bytes:
    """The document with what a reviewer does to each private paragraph, tracked: moved, joined, parted, cut in part."""
    reviewer = Reviewer(data, "Pat Legal")
    public = [
        words(block)[:25]
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
        and not block.private
        and len(words(block)) > 60
        and "\ufffc" not in words(block)
    ]
    for _, block in all_blocks(report):
        text = words(block)
        if not isinstance(block, Paragraph) or not SECRET.search(text):
            continue
        other, half = dice.choice(public), len(text.split()) // 2
        first, second = " ".join(text.split()[:half]), " ".join(text.split()[half:])
        what = dice.randrange(4)
        if what == 0:
            reviewer.move_paragraph(text, other)
        elif what == 1:
            reviewer.join(text)
        elif what == 2 and first:
            reviewer.delete(second)
            reviewer.insert_paragraph(first, second)
        else:
            reviewer.delete(second)
            reviewer.insert(other, f" {second}")
    return reviewer.saved


def unnamed(data: bytes) -> bytes:
    """The document as a program hands it back that drops what it says of itself, and its controls."""
    files = parts_of(edited(data, without_controls))
    files["docProps/custom.xml"] = re.sub(
        rb"<property.*</property>", b"", files["docProps/custom.xml"], flags=re.DOTALL
    )
    return zipped(files)


SOME = [*(("city-of-london-2023", seed) for seed in range(2)), ("generic-english-council", 0)]
ALL = [(pack_id, seed) for pack_id in IDS for seed in range(20)]
CASES = [*SOME, *(pytest.param(*each, marks=pytest.mark.heavy) for each in ALL if each not in SOME)]


@pytest.mark.parametrize("tracking", [True, False])
@pytest.mark.parametrize(("pack_id", "seed"), CASES)
def test_nor_by_tracked_changes_taken_in_part_nor_in_a_document_that_says_nothing_of_itself(
    pack_id: str, seed: int, tracking: bool
) -> None:
    dice, pack = Random(f"{pack_id} {seed} {tracking}"), shipped(pack_id)
    sent = with_secrets(sample(pack), dice)
    kept_ = keep_sent(sent, sent, {}, "Draft", Clock().now())
    draft = write_document(sent, pack, draft=True, attachments=kept(pack), identity=content_digest(sent))
    came = tracked(draft, sent, dice) if tracking else unnamed(edited(draft, at_private(dice)))
    returned = take_in(came, "Draft.docx", kept_.report, pack, kept_.files, kept(pack), anyway=True)
    every = [each.id for each in returned.items]
    some = [each for each in every if dice.random() < 0.5]
    for accepted, later in ((every, []), (some, []), (some, [each for each in every if each not in some])):
        outcome = returned.outcome(accepted, later)
        assert public_words(outcome.report, pack) == set()
        if public_answers(outcome.report, pack):
            assert any("cannot be marked so" in each for each in outcome.said)


def test_what_was_marked_is_said_with_its_words() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    first, *others = report.sections
    secret = Paragraph(id="secret", private=True, runs=(Text(text="Zqfirst came cheaper than zqsecond did."),))
    sent = report.model_copy(
        update={"sections": (first.model_copy(update={"blocks": (*first.blocks, secret)}), *others)}
    )
    kept_ = keep_sent(sent, sent, {}, "Draft", Clock().now())
    draft = write_document(sent, pack, draft=True, attachments=kept(pack), identity=content_digest(sent))
    parted = edited(draft, part("Zqfirst", "than zqsecond"))
    returned = take_in(parted, "Draft.docx", kept_.report, pack, kept_.files, kept(pack))
    outcome = returned.outcome([each.id for each in returned.items])
    assert [words(each) for each in outcome.report.sections[0].blocks if each.private] == [
        "Zqfirst came cheaper",
        "than zqsecond did.",
    ]
    assert [each.partition(" comes from")[0] for each in outcome.said] == ["“than zqsecond did.”"]
