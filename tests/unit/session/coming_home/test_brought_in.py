"""A Word document with tracked changes made a report: all are in it, kept in words, and can be taken back."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count

from clerkwell.model import Report, words
from clerkwell.packs import Pack
from clerkwell.session.coming_home.brought_in import BroughtIn, brought_in
from clerkwell.session.coming_home.results import Outcome
from clerkwell.session.coming_home.returned import Returned, resume
from clerkwell.storage import from_bytes, to_bytes
from helpers.docx_making import docx, p
from helpers.intake import packs

WHEN = datetime(2024, 3, 12, 9, 30, tzinfo=UTC)
_NUMBER = count(1)


def tracked(kind: str, words: str, by: str = "Legal") -> str:
    text = "delText" if kind == "del" else "t"
    return (
        f'<w:{kind} w:id="{next(_NUMBER)}" w:author="{by}" w:date="2024-03-01T10:00:00Z"><w:r><w:{text}'
        f' xml:space="preserve">{words}</w:{text}></w:r></w:{kind}>'
    )


def plain(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def document() -> bytes:
    cost = plain("The roof costs ") + tracked("del", "fifty") + tracked("ins", "sixty") + plain(" thousand pounds.")
    gone = '<w:rPr><w:del w:id="900" w:author="Finance" w:date="2024-03-01T10:00:00Z"/></w:rPr>'
    return docx(
        p("Report to: Lettings Panel")
        + p("Subject: The village hall")
        + p("Recommendations", "heading2")
        + p("That the roof is mended.")
        + p("Background", "heading2")
        + p(cost)
        + p(tracked("del", "The builder is a friend.", "Finance"), "", gone)
        + p("It is work for one summer.")
    )


def come_in() -> BroughtIn:
    made = brought_in(document(), "Hall.docx", packs(), WHEN)
    # What counts is what is in the file.
    return BroughtIn(made.imported, from_bytes(to_bytes(made.stored)))


def background(report: Report) -> list[str]:
    return [words(block) for block in report.blocks("background")]


def taken_up(made: BroughtIn, report: Report | None = None) -> Returned:
    stored = made.stored
    pack: Pack = made.imported.pack
    report = report or stored.report
    return resume(report.returns[0], report, pack, stored.versions, stored.attachments)


def without(returned: Returned, gone: Iterable[str], waiting: Iterable[str] = ()) -> Outcome:
    """The decision to take these back; all others stand, or wait."""
    gone, waiting = set(gone), set(waiting)
    stay = [item.id for item in returned.items if item.before not in gone | waiting]
    return returned.outcome(stay, [item.id for item in returned.items if item.before in waiting])


def test_the_changes_are_in_the_report_and_kept_in_words() -> None:
    report = come_in().stored.report
    assert background(report) == ["The roof costs sixty thousand pounds.", "It is work for one summer."]
    (kept,) = report.returns
    assert [(each.kind, each.before, each.after, each.by) for each in kept.open] == [
        ("changed", "fifty", "sixty", "Legal"),
        ("removed", "The builder is a friend.", "", "Finance"),
    ]
    assert kept.taken
    assert kept.open[0].when == datetime(2024, 3, 1, 10, tzinfo=UTC)


def test_every_word_that_was_taken_out_is_in_the_saved_report_and_in_the_account() -> None:
    made = come_in()
    saved = json.dumps(json.loads(made.stored.report.model_dump_json()), ensure_ascii=False)
    assert "The builder is a friend." in saved
    assert "fifty" in saved
    assert any("2 changes can still be decided" in finding.text for finding in made.imported.findings)


def test_a_document_without_tracked_changes_is_not_kept() -> None:
    made = brought_in(docx(p("Subject: The hall") + p("Report to: Panel")), "Hall.docx", packs(), WHEN)
    assert (made.stored.report.returns, made.stored.attachments, made.stored.versions) == ((), {}, {})


def test_a_change_that_is_rejected_is_taken_back_and_the_others_stand() -> None:
    outcome = without(taken_up(come_in()), {"fifty"})
    assert background(outcome.report) == ["The roof costs fifty thousand pounds.", "It is work for one summer."]
    assert outcome.conflicts == ()
    assert outcome.report.returns == ()


def test_it_is_said_that_the_changes_are_in_the_report_already() -> None:
    assert any("those you reject are taken back" in sentence for sentence in taken_up(come_in()).said)


def test_what_was_written_since_stays_where_a_change_is_taken_back() -> None:
    made = come_in()
    report = made.stored.report
    sections = tuple(
        each.model_copy(update={"blocks": each.blocks[:1]}) if each.id == "background" else each
        for each in report.sections
    )
    since = report.model_copy(update={"sections": sections})
    outcome = without(taken_up(made, since), {"The builder is a friend."})
    assert background(outcome.report)[:2] == ["The roof costs sixty thousand pounds.", "The builder is a friend."]
    assert "It is work for one summer." not in background(outcome.report)


def test_accepting_everything_leaves_the_report_as_it_came_in() -> None:
    made = come_in()
    outcome = without(taken_up(made), ())
    assert background(outcome.report) == background(made.stored.report)
    assert outcome.taken == ()


def test_changes_can_be_put_off_again_and_decided_one_after_another() -> None:
    made = come_in()
    first = without(taken_up(made), {"fifty"}, {"The builder is a friend."})
    (kept,) = first.report.returns
    assert [each.before for each in kept.open] == ["The builder is a friend."]
    second = without(taken_up(made, first.report), {"The builder is a friend."})
    assert background(second.report) == [
        "The roof costs fifty thousand pounds.",
        "The builder is a friend.",
        "It is work for one summer.",
    ]
    assert second.report.returns == ()


def test_a_change_to_words_in_the_tray_is_taken_back_there() -> None:
    loose = p(plain("Otters are seen ") + tracked("del", "never") + tracked("ins", "again") + plain("."))
    made = brought_in(docx(loose), "Otters.docx", packs(), WHEN, "generic-english-council")
    assert [item.text for item in made.stored.report.tray] == ["Otters are seen again."]
    outcome = without(taken_up(made), {"never"})
    assert [item.text for item in outcome.report.tray] == ["Otters are seen never."]
