"""Reports and edits of every shape, for property-based tests."""

from hypothesis import strategies as st

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Cell,
    Consultation,
    Edit,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    ListItem,
    PackRef,
    Paragraph,
    Quotation,
    Reference,
    Report,
    Row,
    Run,
    Runs,
    Section,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetConsultations,
    SetDetailsDone,
    SetDone,
    SetField,
    SetHeading,
    SetRows,
    SetTray,
    Several,
    SubHeading,
    Table,
    Text,
    TrayItem,
    give_ids,
)

SECTIONS = ("summary", "background", "options", "financial")
FIELDS = ("subject", "purpose", "spending")

# With what breaks programs: beyond the basic plane, combining marks, right-to-left, line feeds, control characters.
texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab é\u0301\u05d0😀\n\t\x00\x0b\u2028\ufffc–“”"),
        st.characters(),
    ),
    max_size=12,
)

text_runs = st.builds(
    Text,
    text=texts,
    bold=st.booleans(),
    italic=st.booleans(),
    script=st.sampled_from(("normal", "super", "sub")),
    link=st.sampled_from(("", "https://example.org/")),
)
runs: st.SearchStrategy[Runs] = st.lists(
    st.one_of(
        text_runs,
        text_runs,
        st.builds(Footnote, runs=st.lists(text_runs, max_size=2).map(tuple)),
        st.builds(
            Reference, to=st.sampled_from(("paragraph", "section")), target=st.sampled_from(("b1", "b2", "options"))
        ),
    ),
    max_size=4,
).map(lambda each: tuple[Run, ...](each))

ids = st.sampled_from(("", "", "b1", "b2", "b3"))
_worded = (
    st.builds(Paragraph, id=ids, runs=runs, nil=st.booleans(), plain=st.booleans()),
    st.builds(SubHeading, id=ids, runs=runs),
    st.builds(
        ListItem,
        id=ids,
        runs=runs,
        level=st.integers(0, 2),
        ordered=st.booleans(),
        start=st.one_of(st.none(), st.integers(0, 9)),
    ),
)
_cells = st.builds(Cell, paragraphs=st.lists(runs, max_size=2).map(tuple))
_tables = st.builds(
    Table,
    id=ids,
    caption=st.sampled_from(("", "Costs")),
    header_rows=st.integers(0, 1),
    rows=st.lists(st.lists(_cells, max_size=3).map(tuple), max_size=3).map(tuple),
    rag_columns=st.sampled_from(((), (), (1,))),
    alignment=st.lists(st.sampled_from(("", "left", "centre", "right")), max_size=3).map(tuple),
)
_images = st.builds(
    Image,
    id=ids,
    attachment=st.just("plan.png"),
    alt=texts,
    decorative=st.booleans(),
    width=st.sampled_from((None, 10, 50, 100)),
)
blocks: st.SearchStrategy[Block] = st.one_of(
    *_worded,
    *_worded,
    st.builds(Quotation, id=ids, runs=runs),
    _tables,
    _images,
    st.builds(Landscape, id=ids, blocks=st.lists(st.one_of(*_worded, _tables), max_size=2).map(tuple)),
)
bodies = st.lists(blocks, max_size=4).map(tuple)
values = st.builds(FieldValue, text=texts, value=st.one_of(st.none(), st.just("Yes"), st.just(("One", "Two"))))
rows: st.SearchStrategy[tuple[Row, ...]] = st.lists(
    st.dictionaries(st.sampled_from(("name", "date", "purpose")), values), max_size=3
).map(lambda each: tuple[Row, ...](each))
appendices = st.lists(
    st.builds(
        Appendix,
        id=st.sampled_from(("a1", "a2")),
        number=st.sampled_from(("1", "A")),
        title=texts,
        status=st.sampled_from(("", "public", "exempt")),
        blocks=bodies,
    ),
    max_size=2,
    unique_by=lambda appendix: appendix.id,
).map(tuple)

reports = st.builds(
    Report,
    pack=st.just(PackRef(id="test-council", version="1.0.0")),
    fields=st.dictionaries(st.sampled_from(FIELDS), values),
    repeats=st.dictionaries(st.sampled_from(("committees", "authors")), rows),
    sections=st.lists(
        st.builds(Section, id=st.sampled_from(SECTIONS), blocks=bodies, done=st.booleans()),
        max_size=3,
        unique_by=lambda section: section.id,
    ).map(tuple),
    appendices=appendices,
    background_papers=st.lists(st.builds(BackgroundPaper, title=texts), max_size=2).map(tuple),
    tray=st.lists(st.builds(TrayItem, text=st.sampled_from(("left", "over"))), max_size=2).map(tuple),
).map(give_ids)

_single: tuple[st.SearchStrategy[Edit], ...] = (
    st.builds(SetField, field=st.sampled_from(FIELDS), value=values),
    st.builds(SetRows, repeat=st.sampled_from(("committees", "authors")), rows=rows),
    st.builds(SetBlocks, section=st.sampled_from(SECTIONS), blocks=bodies),
    st.builds(SetBlocks, section=st.sampled_from(SECTIONS), blocks=bodies),
    st.builds(SetHeading, section=st.sampled_from(SECTIONS), heading=st.sampled_from(("", "Otherwise"))),
    st.builds(SetDone, section=st.sampled_from(SECTIONS), done=st.booleans()),
    st.builds(SetDetailsDone, done=st.booleans()),
    st.builds(SetAppendices, appendices=appendices),
    st.builds(SetBackgroundPapers, papers=st.lists(st.builds(BackgroundPaper, title=texts), max_size=2).map(tuple)),
    st.builds(SetConsultations, entries=st.lists(st.builds(Consultation, who=texts), max_size=2).map(tuple)),
    st.builds(SetTray, tray=st.lists(st.builds(TrayItem, text=texts), max_size=2).map(tuple)),
)
_any_edit: st.SearchStrategy[Edit] = st.one_of(
    *_single, st.builds(Several, edits=st.lists(st.one_of(*_single), max_size=3).map(tuple))
)
# Deferred, as its own description would fill a page.
edits: st.SearchStrategy[Edit] = st.deferred(lambda: _any_edit)
