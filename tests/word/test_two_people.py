"""Two people at one report, one in its draft and one here, at random: nothing is lost and nothing invented."""

import re
from random import Random

import pytest

from clerkwell.comparing import Choice, compare
from clerkwell.model import Block, Report, Text, all_blocks, give_ids, words
from clerkwell.session.coming_home.returned import take_in
from clerkwell.session.versions import keep_sent
from clerkwell.storage import content_digest
from clerkwell.word.writer import write_document
from helpers.clockwork import Clock
from helpers.retyped import at_random, edited
from helpers.shipped import IDS, kept, sample, shipped


def written_here(report: Report, dice: Random) -> Report:
    """The report with words put behind some of its paragraphs."""

    def block(each: Block) -> Block:
        runs = getattr(each, "runs", ())
        if not runs or not isinstance(runs[-1], Text) or dice.random() > 0.1:
            return each
        more = runs[-1].model_copy(update={"text": f"{runs[-1].text} Ours{dice.randrange(1000)}"})
        return each.model_copy(update={"runs": (*runs[:-1], more)})

    sections = tuple(each.model_copy(update={"blocks": tuple(map(block, each.blocks))}) for each in report.sections)
    return report.model_copy(update={"sections": sections})


def all_words(report: Report) -> set[str]:
    texts = [words(block) for _, block in all_blocks(report)]
    texts += [value.text for value in report.fields.values()]
    texts += [value.text for rows in report.repeats.values() for row in rows for value in row.values()]
    texts += [each.heading for each in report.sections] + [each.text for each in report.tray]
    texts += [f"{each.number} {each.title}" for each in report.appendices]
    texts += [each.title for each in report.background_papers]
    return set(re.findall(r"\w+", "\n".join(texts)))


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.heavy) for seed in range(1, 40))])
@pytest.mark.parametrize("pack_id", IDS)
def test_both_peoples_words_are_there_and_no_others(pack_id: str, seed: int) -> None:
    dice, pack = Random(f"{pack_id} {seed}"), shipped(pack_id)
    base = give_ids(sample(pack))
    sent = keep_sent(base, base, {}, "Draft", Clock().now())
    draft = write_document(base, pack, draft=True, attachments=kept(pack), identity=content_digest(base))
    data, here = edited(draft, at_random(dice)), written_here(sent.report, dice)

    returned = take_in(data, "Draft.docx", here, pack, sent.files, kept(pack), anyway=True)
    every = [each.id for each in returned.items]
    assert compare(here, returned.outcome([]).report, pack) == ()
    choices: dict[str, Choice] = {each.id: "both" for each in returned.outcome(every).conflicts}
    done = returned.outcome(every, (), choices).report
    theirs = all_words(returned.document.read(()).report)
    typed = {each for each in theirs if re.match(r"(Pasted|Added|Beside)\d", each)}
    assert {each for each in all_words(here) if each.startswith("Ours")} | typed <= all_words(done)
    assert all_words(done) <= all_words(here) | all_words(base) | theirs
    ids = [block.id for _, block in all_blocks(done)]
    assert len(set(ids)) == len(ids)

    again = take_in(data, "Draft.docx", done, pack, sent.files, kept(pack), anyway=True)
    twice = again.outcome([each.id for each in again.items])
    assert twice.conflicts or compare(done, twice.report, pack) == ()
