"""What tables and pictures are called, counted through the report."""

from clerkwell.model import Cell, Image, Landscape, Table, Text
from clerkwell.packs import outline
from clerkwell.session.captions import caption_names
from helpers.building import make_pack, make_report

PACK = make_pack()
CELLS = ((Cell(paragraphs=((Text(text="x"),),)),),)


def test_tables_and_pictures_are_counted_apart_through_the_sections() -> None:
    report = make_report(
        {
            "summary": (Table(caption="One", rows=CELLS), Image(attachment="a.png", caption="Map")),
            "background": (
                Table(id="b", rows=CELLS),
                Landscape(blocks=(Table(id="w", caption="Two", rows=CELLS),)),
                Image(id="p", attachment="a.png", caption="Plan"),
                Image(id="q", attachment="a.png"),
            ),
        },
        pack=PACK,
    )
    parts = [part for part in outline(report, PACK) if part.stands]
    ids = {getattr(block, "caption", ""): block.id for block in report.blocks("background")}
    assert caption_names(parts, "background", ()) == {
        report.blocks("background")[1].blocks[0].id: "Table 2",  # type: ignore[union-attr]  # turned
        ids["Plan"]: "Figure 2",
    }
    bare = report.blocks("background")[0].id
    assert caption_names(parts, "background", {bare})[bare] == "Table 2", "one that is pointed at is counted"
