"""Short ways to write the blocks of a sample report."""

from clerkwell.model import (
    Block,
    Cell,
    FieldValue,
    Footnote,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Run,
    Runs,
    SubHeading,
    Table,
    Text,
)

Piece = str | Run


def words(*pieces: Piece) -> Runs:
    """Runs from plain words and ready runs."""
    return tuple(Text(text=piece) if isinstance(piece, str) else piece for piece in pieces)


def para(*pieces: Piece, id: str = "", plain: bool = False, private: bool = False) -> Block:
    """A paragraph."""
    return Paragraph(id=id, runs=words(*pieces), plain=plain, private=private)


def bullet(*pieces: Piece, level: int = 0) -> Block:
    """An item of a bullet list."""
    return ListItem(runs=words(*pieces), level=level)


def item(*pieces: Piece, level: int = 0, start: int | None = None) -> Block:
    """An item of a numbered list."""
    return ListItem(runs=words(*pieces), level=level, ordered=True, start=start)


def heading(text: str) -> Block:
    """A sub-heading."""
    return SubHeading(runs=words(text))


def quote(text: str) -> Block:
    """Words of somebody else."""
    return Quotation(runs=words(text))


def bold(text: str) -> Text:
    """Words in bold."""
    return Text(text=text, bold=True)


def italic(text: str) -> Text:
    """Words in italics."""
    return Text(text=text, italic=True)


def link(text: str, address: str) -> Text:
    """Words that lead to an address."""
    return Text(text=text, link=address)


def note(text: str) -> Footnote:
    """A footnote."""
    return Footnote(runs=(Text(text=text),))


def to_table(target: str) -> Reference:
    """A live reference to a table."""
    return Reference(to="table", target=target)


def to_paragraph(target: str) -> Reference:
    """A live reference to a numbered paragraph."""
    return Reference(to="paragraph", target=target)


def to_section(target: str) -> Reference:
    """A live reference to a section."""
    return Reference(to="section", target=target)


def to_appendix(target: str) -> Reference:
    """A live reference to an appendix."""
    return Reference(to="appendix", target=target)


def table(id: str, caption: str, *rows: str, rag: tuple[int, ...] = ()) -> Table:
    """A table whose rows are written with `|` between cells; the first is the header."""
    cells = tuple(tuple(Cell(paragraphs=(words(cell.strip()),)) for cell in row.split("|")) for row in rows)
    return Table(id=id, caption=caption, rows=cells, rag_columns=rag)


def typed(text: str, value: str | tuple[str, ...] | None = None) -> FieldValue:
    """A field as typed; understood as the same words unless told otherwise."""
    return FieldValue(text=text, value=text if value is None else value)
