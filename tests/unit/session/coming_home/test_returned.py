"""A document that came back: what is to be decided is found, what is accepted comes in, and nothing besides."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document

from clerkwell.model import (
    Note,
    PackRef,
    Place,
    Report,
    SetNotes,
    SetWaivers,
    Waiver,
    all_blocks,
    apply,
    words,
)
from clerkwell.packs import Pack
from clerkwell.session.coming_home.returned import OtherReportError, take_in
from clerkwell.word.ooxml import WordError
from helpers.building import make_report
from helpers.came_back import commented, draft_of, edited, rewritten, sent, shipped, tracked, typed
from helpers.returning import NOW, back, changed, ids, kept

LENDS = tracked("lends", "gives")
ROOM = tracked("computer room", "", by="Sam Finance")
WEEKS = typed("four weeks in spring", "five weeks in spring")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped()[0]


@pytest.fixture
def report() -> Report:
    """The sample, whose draft has gone out."""
    return kept(shipped()[1]).report


@pytest.fixture
def versions() -> dict[str, bytes]:
    return dict(kept(shipped()[1]).files)


class TestItems:
    def test_a_draft_that_nobody_touched_has_nothing_to_decide(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        returned = back(report, pack, versions)
        assert returned.items == ()
        assert returned.outcome([]).report == report

    def test_tracked_and_untracked_changes_are_listed_in_the_order_of_the_parts(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        items = back(report, pack, versions, WEEKS, ROOM, LENDS).items
        assert [(each.part, each.kind, each.before, each.after, each.author) for each in items] == [
            ("Summary", "changed", "lends", "gives", "Pat Legal"),
            ("Background", "removed", "computer room", "", "Sam Finance"),
            ("Background", "changed", "four", "five", ""),
        ]
        assert [each.tracked for each in items] == [True, True, False]
        assert items[0].when == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

    def test_a_place_says_where_the_words_stand_in_the_report_now(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        now = rewritten(report, "summary", "The City Corporation", "The Corporation")
        place = back(now, pack, versions, LENDS).items[0].place
        block = next(each for each in now.blocks("summary") if each.id == place.block)
        assert words(block)[place.start : place.end] == "lends"

    def test_two_people_side_by_side_are_two_items(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        items = back(report, pack, versions, LENDS, tracked(" 24 public", " 25 public", "Sam")).items
        assert [each.author for each in items] == ["Pat Legal", "Sam"]

    def test_pieces_show_the_change_among_its_words(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        item = back(report, pack, versions, LENDS).items[0]
        assert [(each.kind, each.text) for each in item.pieces[1:3]] == [("removed", "lends"), ("added", "gives")]
        assert item.pieces[0].text.endswith("Corporation ")
        assert item.pieces[3].text.startswith(" 24 public computers")


class TestDeciding:
    def test_all_that_is_accepted_comes_in_and_nothing_besides(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        now = rewritten(report, "summary", "£125,000", "£130,000")
        returned = back(now, pack, versions, LENDS, ROOM, WEEKS)
        outcome = returned.outcome(ids(returned.items))
        assert changed(now, outcome.report, pack) == {
            ("Summary", "lends", "gives"),
            ("Background", "computer room", ""),
            ("Background", "four", "five"),
        }
        assert not outcome.conflicts
        assert outcome.returned is None

    def test_rejecting_everything_leaves_the_report_as_it_is(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        now = rewritten(report, "summary", "£125,000", "£130,000")
        assert back(now, pack, versions, LENDS, ROOM, WEEKS).outcome([]).report == now

    @pytest.mark.parametrize("at", range(3))
    def test_each_can_be_accepted_alone(self, at: int, report: Report, pack: Pack, versions: dict[str, bytes]) -> None:
        returned = back(report, pack, versions, LENDS, ROOM, WEEKS)
        item = returned.items[at]
        assert changed(report, returned.outcome([item.id]).report, pack) == {(item.part, item.before, item.after)}

    @pytest.mark.parametrize("at", range(3))
    def test_each_can_be_rejected_alone(self, at: int, report: Report, pack: Pack, versions: dict[str, bytes]) -> None:
        returned = back(report, pack, versions, LENDS, ROOM, WEEKS)
        others = [item for item in returned.items if item is not returned.items[at]]
        outcome = returned.outcome(ids(tuple(others)))
        assert changed(report, outcome.report, pack) == {(each.part, each.before, each.after) for each in others}

    def test_a_tracked_change_is_accepted_without_the_untracked_one_in_the_same_paragraph(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        returned = back(report, pack, versions, LENDS, typed("nine years old", "ten years old"))
        (mine,) = [item for item in returned.items if item.tracked]
        outcome = returned.outcome([mine.id])
        assert changed(report, outcome.report, pack) == {("Summary", "lends", "gives")}

    def test_notes_waivers_and_ids_survive(self, report: Report, pack: Pack, versions: dict[str, bytes]) -> None:
        place = Place(section="summary", block=report.blocks("summary")[0].id)
        now = apply(SetNotes(notes=(Note(id="n1", place=place, text="Ask them"),)), report)
        now = apply(SetWaivers(waivers=(Waiver(rule="long", place=place, reason="So", when=NOW),)), now)
        returned = back(now, pack, versions, LENDS, WEEKS)
        after = returned.outcome(ids(returned.items)).report
        assert (after.notes, after.waivers, after.versions) == (now.notes, now.waivers, now.versions)
        assert [block.id for _, block in all_blocks(after)] == [block.id for _, block in all_blocks(now)]

    def test_what_both_changed_otherwise_is_a_conflict_until_it_is_chosen(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        now = rewritten(report, "summary", "lends", "owns")
        returned = back(now, pack, versions, LENDS, WEEKS)
        outcome = returned.outcome(ids(returned.items))
        (conflict,) = outcome.conflicts
        assert "owns" in "".join(each.text for each in conflict.ours)
        assert "gives" in "".join(each.text for each in conflict.theirs)
        assert changed(now, outcome.report, pack) == {("Background", "four", "five")}
        theirs = returned.outcome(ids(returned.items), (), {conflict.id: "theirs"})
        assert not theirs.conflicts
        assert " gives " in words(theirs.report.blocks("summary")[0])
        ours = returned.outcome(ids(returned.items), (), {conflict.id: "ours"})
        assert not ours.conflicts
        assert " owns " in words(ours.report.blocks("summary")[0])

    def test_a_rejected_change_conflicts_with_nothing(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        now = rewritten(report, "summary", "lends", "owns")
        assert back(now, pack, versions, LENDS).outcome([]).report == now

    def test_what_was_written_while_it_was_being_decided_is_kept(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        returned = back(report, pack, versions, LENDS)
        now = rewritten(report, "summary", "£125,000", "£130,000")
        after = returned.outcome(ids(returned.items), report=now).report
        assert changed(now, after, pack) == {("Summary", "lends", "gives")}


class TestComments:
    def sent_with_a_note(self, report: Report, pack: Pack) -> tuple[Report, dict[str, bytes], bytes]:
        block = report.blocks("summary")[0]
        place = Place(section="summary", block=block.id, start=0, end=len("The City Corporation"))
        note = Note(id="n1", place=place, quote="The City Corporation", text="Is this so?", by="Robin", shared=True)
        private = Note(id="n2", place=place, text="Only for us")
        noted = apply(SetNotes(notes=(note, private)), report.model_copy(update={"versions": ()}))
        out = kept(noted)
        return out.report, dict(out.files), draft_of(noted, pack)

    def test_a_note_that_went_out_and_came_home_as_it_was_is_no_news(self, report: Report, pack: Pack) -> None:
        noted, files, document = self.sent_with_a_note(report, pack)
        returned = back(noted, pack, files, document=document)
        assert returned.items == ()
        assert returned.notes == ()
        assert returned.outcome([]).report == noted

    def test_a_comment_comes_in_as_a_note_on_its_words_whatever_is_decided(self, report: Report, pack: Pack) -> None:
        noted, files, document = self.sent_with_a_note(report, pack)
        now = rewritten(noted, "summary", "The City Corporation", "This Corporation of ours")
        data = commented(edited(document, LENDS), "nine years old", "How many?", "Pat Legal")
        returned = back(now, pack, files, document=data)
        assert [(note.text, note.by) for note in returned.notes] == [("How many?", "Pat Legal")]
        for accepted in ([], ids(returned.items)):
            outcome = returned.outcome(accepted)
            (note,) = outcome.notes
            assert note.shared
            block = next(each for each in outcome.report.blocks("summary") if each.id == note.place.block)
            assert words(block)[note.place.start : note.place.end] == note.quote
            assert "nine years old" in note.quote
            assert [each.id for each in outcome.report.notes[:2]] == ["n1", "n2"]

    def test_a_note_whose_comment_was_taken_out_is_resolved_and_not_lost(self, report: Report, pack: Pack) -> None:
        noted, files, document = self.sent_with_a_note(report, pack)
        data = commented(sent(), "nine years old", "How many?", "Pat Legal")
        returned = back(noted, pack, files, document=data)
        after = returned.outcome([]).report
        assert [(note.text, note.resolved) for note in after.notes] == [
            ("Is this so?", True),
            ("Only for us", False),
            ("How many?", False),
        ]
        assert document != data

    def test_a_document_without_any_comment_says_nothing_about_notes(self, report: Report, pack: Pack) -> None:
        noted, files, _ = self.sent_with_a_note(report, pack)
        assert back(noted, pack, files).outcome([]).report.notes == noted.notes

    def test_a_note_that_went_out_with_a_later_draft_of_the_same_words_is_known_again(
        self, report: Report, pack: Pack, versions: dict[str, bytes]
    ) -> None:
        noted, _, document = self.sent_with_a_note(report, pack)
        now = noted.model_copy(update={"versions": report.versions})
        assert back(now, pack, versions, document=document).outcome([]).report == now


class TestOtherDocuments:
    def test_without_the_version_it_is_compared_with_the_report_as_it_is(self, report: Report, pack: Pack) -> None:
        now = rewritten(report, "summary", "£125,000", "£130,000")
        returned = back(now, pack, {}, LENDS)
        assert not returned.base_found
        assert any("No version is kept" in each for each in returned.said)
        assert {(each.before, each.after, each.tracked) for each in returned.items} == {
            ("lends", "gives", True),
            ("130,000", "125,000", False),
        }
        mine = [each.id for each in returned.items if each.tracked]
        assert changed(now, returned.outcome(mine).report, pack) == {("Summary", "lends", "gives")}

    def test_a_draft_of_another_report_is_refused_and_can_be_taken_in_all_the_same(self, pack: Pack) -> None:
        bins = (
            "Bins are emptied on Mondays in every ward of the borough, and on Thursdays where there is a market, by a "
        )
        mine = make_report(
            {"summary": bins + "crew of three who also sweep what the wind has left beside them."}, pack=pack
        )
        with pytest.raises(OtherReportError, match="another report") as refused:
            back(mine, pack, {}, LENDS)
        assert refused.value.forced
        assert back(mine, pack, {}, LENDS, anyway=True).items

    def test_a_draft_in_another_template_is_refused(self, report: Report, pack: Pack) -> None:
        other, sample = shipped("north-somerset-executive-2022")
        with pytest.raises(OtherReportError, match="another template"):
            back(report, pack, {}, document=draft_of(sample, other))

    def test_a_draft_comes_home_to_a_report_in_a_newer_version_of_its_template(
        self, report: Report, pack: Pack
    ) -> None:
        then = report.model_copy(update={"pack": PackRef(id=pack.id, version="0.9.0"), "versions": ()})
        old = kept(then)
        document = edited(draft_of(then, pack), LENDS)
        returned = back(report, pack, dict(old.files), document=document)
        assert not returned.base_found
        now = report.model_copy(update={"versions": old.report.versions})
        returned = back(now, pack, dict(old.files), document=document)
        assert returned.base_found
        assert changed(now, returned.outcome(ids(returned.items)).report, pack) == {("Summary", "lends", "gives")}

    def test_a_document_that_a_colleague_wrote_in_word_is_compared_by_its_words(
        self, report: Report, pack: Pack
    ) -> None:
        document = Document()
        for section in ("Summary", "Background"):
            document.add_heading(section, 1)
            for block in report.blocks(section.lower()):
                document.add_paragraph(words(block).replace("lends", "gives"))
        buffer = io.BytesIO()
        document.save(buffer)
        returned = back(report, pack, {}, document=buffer.getvalue())
        assert not returned.base_found
        assert any("not exported here" in each for each in returned.said)
        mine = [each for each in returned.items if (each.before, each.after) == ("lends", "gives")]
        assert len(mine) == 1
        assert changed(report, returned.outcome([mine[0].id]).report, pack) == {("Summary", "lends", "gives")}

    def test_what_is_no_word_document_is_refused_in_a_sentence(self, report: Report, pack: Pack) -> None:
        for data in (b"", b"PK", b"%PDF-1.7", b"hello"):
            with pytest.raises(WordError):
                take_in(data, "x.docx", report, pack, {}, {})
