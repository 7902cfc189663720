"""What holds of comparing and merging, whatever the reports."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.comparing import Choice, aligned, compare, merge, reverted
from clerkwell.model import Reference, Report, all_blocks, give_ids, words
from helpers.building import make_pack
from helpers.strategies import reports
from helpers.tinkering import content, families

PACK = make_pack()
FEW = settings(max_examples=60)
Family = tuple[Report, ...]


@FEW
@given(reports)
def test_a_report_does_not_differ_from_itself(report: Report) -> None:
    assert compare(report, report, PACK) == ()
    assert compare(report, report.model_copy(deep=True), PACK) == ()


@FEW
@given(families(2))
def test_reports_without_a_difference_say_the_same(family: Family) -> None:
    before, after = family
    assert bool(compare(before, after, PACK)) == (content(before) != content(after))


@FEW
@given(families(2))
def test_each_difference_has_an_id_of_its_own_the_same_each_time(family: Family) -> None:
    before, after = family
    found = compare(before, after, PACK)
    assert len({each.id for each in found}) == len(found)
    assert compare(before, after, PACK) == found


@FEW
@given(families(2))
def test_all_differences_taken_back_leave_the_report_as_it_was(family: Family) -> None:
    before, after = family
    every = [each.id for each in compare(before, after, PACK)]
    assert content(reverted(before, after, PACK, every)) == content(before)


@FEW
@given(families(2))
def test_no_difference_taken_back_leaves_the_report_as_it_is(family: Family) -> None:
    before, after = family
    assert content(reverted(before, after, PACK, ["nothing"])) == content(after)


@FEW
@given(families(2), st.data())
def test_what_is_taken_back_is_no_difference_any_more_and_the_rest_are(family: Family, data: st.DataObject) -> None:
    before, after = family
    every = [each.id for each in compare(before, after, PACK)]
    back = data.draw(st.sets(st.sampled_from(every))) if every else set()
    done = reverted(before, after, PACK, back)
    ids = [block.id for _, block in all_blocks(done)]
    assert len(set(ids)) == len(ids)
    rest = reverted(before, done, PACK, [each.id for each in compare(before, done, PACK)])
    assert content(rest) == content(before)


@FEW
@given(families(2))
def test_what_only_one_changed_is_taken_whole(family: Family) -> None:
    base, changed = family
    assert content(merge(base, base, changed, PACK).report) == content(changed)
    assert content(merge(base, changed, base, PACK).report) == content(changed)
    assert content(merge(base, changed, changed, PACK).report) == content(changed)
    for merged in (merge(base, base, changed, PACK), merge(base, changed, base, PACK)):
        assert merged.conflicts == ()


@FEW
@given(families(3))
def test_every_conflict_has_an_id_of_its_own(family: Family) -> None:
    base, ours, theirs = family
    found = merge(base, ours, theirs, PACK).conflicts
    assert len({each.id for each in found}) == len(found)


@FEW
@given(families(3))
def test_a_merged_report_is_a_sound_report(family: Family) -> None:
    base, ours, theirs = family
    merged = merge(base, ours, theirs, PACK)
    every: tuple[Choice, ...] = ("ours", "theirs", "both")
    for choice in every:
        done = merge(base, ours, theirs, PACK, {each.id: choice for each in merged.conflicts})
        assert done.conflicts == ()
        ids = [block.id for _, block in all_blocks(done.report)]
        assert len(set(ids)) == len(ids)
        assert "" not in ids
        assert Report.model_validate_json(done.report.model_dump_json()) == done.report


@FEW
@given(families(3))
def test_whoever_merges_gets_the_same_conflicts(family: Family) -> None:
    base, ours, theirs = family
    one, other = merge(base, ours, theirs, PACK), merge(base, theirs, ours, PACK)
    assert len(one.conflicts) == len(other.conflicts)


@FEW
@given(families(2))
def test_an_aligned_report_says_the_same_and_points_at_the_same(family: Family) -> None:
    base, other = family
    done = aligned(base, give_ids(other))
    assert [words(block) for _, block in all_blocks(done)] == [words(block) for _, block in all_blocks(other)]
    assert _pointed_at(done) == _pointed_at(other)
    ids = [block.id for _, block in all_blocks(done)]
    assert len(set(ids)) == len(ids)
    again = aligned(base, done)
    assert [block.id for _, block in all_blocks(again)] == ids


@FEW
@given(reports)
def test_a_report_is_aligned_with_itself_already(report: Report) -> None:
    assert aligned(report, report) == report
    assert [block.id for _, block in all_blocks(aligned(report, report))] == [
        block.id for _, block in all_blocks(report)
    ]


def _pointed_at(report: Report) -> list[int | None]:
    """Which block each reference points at, counted from the first; None for what is no block."""
    place = {block.id: at for at, (_, block) in enumerate(all_blocks(report))}
    return [
        place.get(run.target)
        for _, block in all_blocks(report)
        if hasattr(block, "runs")
        for run in block.runs
        if isinstance(run, Reference) and run.to == "paragraph"
    ]
