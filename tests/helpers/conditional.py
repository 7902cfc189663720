"""Invented templates of every shape whose parts may be left out, and what an export of each has to say."""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import strategies as st

from clerkwell.model import FieldValue, PackRef, Paragraph, Report, Section, Table, Text, give_ids
from clerkwell.model.blocks import Blocks, Cell
from helpers.docx_making import ROLES, p, sdt, tc, tr

SECTIONS, FIELDS, REPEATS, GROUPS = (tuple(f"{kind}{n}" for n in range(1, 7)) for kind in ("s", "f", "r", "g"))


@dataclass
class Answers:
    """What one report says: sections with their words, fields, rows of repeats."""

    sections: dict[str, Blocks]
    fields: dict[str, str]
    rows: dict[str, list[str]]
    final: bool


Said = Callable[[Answers], list[str]]


@dataclass
class Piece:
    """A stretch of a template, what an export has of it, and the sections in it."""

    xml: str = field(repr=False)
    said: Said = field(repr=False)
    sections: tuple[str, ...] = ()
    # Whether a row stays; by its words if nothing is told.
    stays: Callable[[Answers], bool] | None = field(default=None, repr=False)
    # What stands below the table that a row is in: no table stands in a cell of another.
    below: Said = field(default=lambda _: [], repr=False)

    def kept(self, answers: Answers) -> bool:
        return self.stays(answers) if self.stays else bool(self.said(answers))


@dataclass
class Making:
    """A template in the making: which places are still free, and what the manifest says of those in it."""

    draw: Callable[[st.SearchStrategy[object]], object]
    free: dict[str, list[str]] = field(
        default_factory=lambda: {k: list(v) for k, v in zip("sfrg", (SECTIONS, FIELDS, REPEATS, GROUPS), strict=True)}
    )
    words: int = 0
    optional: set[str] = field(default_factory=set)
    groups: dict[str, str] = field(default_factory=dict)
    breaks: int = 0

    def choose(self, *options: str) -> str:
        return str(self.draw(st.sampled_from(options)))

    def chance(self) -> bool:
        return bool(self.draw(st.booleans()))

    def token(self) -> str:
        self.words += 1
        return f"word{self.words}."

    def take(self, kind: str) -> str | None:
        return self.free[kind].pop(0) if self.free[kind] else None


def static(making: Making) -> Piece:
    token = making.token()
    return Piece(p(token), lambda _: [token])


def static_table(making: Making) -> Piece:
    token = making.token()
    return Piece(grid([tr(tc(p(token)), tc(p()))]), lambda _: [token])


def grid(rows: list[str]) -> str:
    return (
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def turn(making: Making) -> Piece:
    """A paragraph that ends a page section, each of a size of its own."""
    making.breaks += 1
    token = making.token()
    size = f'<w:sectPr><w:pgSz w:w="{10000 + making.breaks}" w:h="16838"/></w:sectPr>'
    return Piece(p(token, more=size), lambda _: [token])


def page_break(making: Making) -> Piece:
    token = making.token()
    return Piece(p(f'<w:r><w:br w:type="page"/></w:r><w:r><w:t>{token}</w:t></w:r>'), lambda _: [token])


def words_of(blocks: Blocks) -> list[str]:
    done = []
    for block in blocks:
        if isinstance(block, Table):
            done += [
                run.text for row in block.rows for cell in row for run in cell.paragraphs[0] if isinstance(run, Text)
            ]
        elif isinstance(block, Paragraph):
            done += [run.text for run in block.runs if isinstance(run, Text)]
    return done


def section(making: Making) -> Piece:
    name = making.take("s")
    if name is None:
        return static(making)
    around = [making_of(making) for making_of in (static, turn, page_break, static_table) if making.chance()]
    first = making.chance()
    head, body = p(sdt(f"heading:{name}", f"Heading {name}"), "heading2"), sdt(f"body:{name}", p("x"))
    inner = "".join(each.xml for each in around)
    xml = sdt(f"section:{name}", head + inner + body if first else head + body + inner)

    def said(answers: Answers) -> list[str]:
        if name not in answers.sections:
            return []
        own, more = words_of(answers.sections[name]), [word for each in around for word in each.said(answers)]
        return [f"Heading {name}", *(more + own if first else own + more)]

    return Piece(xml, said, (name,))


def field_line(making: Making) -> Piece:
    name = making.take("f")
    if name is None:
        return static(making)
    optional, label, shape = (
        making.chance(),
        making.choose("", f"Label {name}:", "other"),
        making.choose("line", "block"),
    )
    if optional:
        making.optional.add(name)
    other = making.token() if label == "other" else label
    before = f"<w:r><w:t>{other}</w:t></w:r>" if other else ""
    xml = p(before + sdt(f"field:{name}", "x")) if shape == "line" or before else sdt(f"field:{name}", p("x"))

    def said(answers: Answers) -> list[str]:
        text = answers.fields.get(name, "")
        gone = not text and optional and label != "other"
        return [] if gone else [each for each in (other, text) if each]

    return Piece(xml, said)


def field_row(making: Making) -> Piece:
    name = making.take("f")
    if name is None:
        token = making.token()
        return Piece(tr(tc(p(token)), tc(p())), lambda _: [token])
    optional, label = making.chance(), making.choose("", f"Label {name}:", "other")
    if optional:
        making.optional.add(name)
    other = making.token() if label == "other" else label
    value = making.choose(
        tc(p(sdt(f"field:{name}", "x"))), sdt(f"field:{name}", tc(p("x"))), tc(sdt(f"field:{name}", p("x")))
    )

    def said(answers: Answers) -> list[str]:
        text = answers.fields.get(name, "")
        gone = not text and optional and label != "other"
        return [] if gone else [each for each in (other, text) if each]

    def stays(answers: Answers) -> bool:
        return bool(said(answers)) or (not optional and not answers.final)

    return Piece(tr(tc(p(other)), value), said, (), stays)


def section_row(making: Making) -> Piece:
    name = making.take("s")
    if name is None:
        return field_row(making)
    body = making.choose(
        sdt(f"body:{name}", tc(p("x"))), tc(sdt(f"body:{name}", p("x"))), tc(p(sdt(f"body:{name}", "x")))
    )
    heading = making.choose(
        sdt(f"heading:{name}", tc(p(f"Heading {name}"))), tc(p(sdt(f"heading:{name}", f"Heading {name}")))
    )

    def said(answers: Answers) -> list[str]:
        if name not in answers.sections:
            return []
        return [f"Heading {name}", *words_of(tuple(b for b in answers.sections[name] if not isinstance(b, Table)))]

    def below(answers: Answers) -> list[str]:
        return words_of(tuple(b for b in answers.sections.get(name, ()) if isinstance(b, Table)))

    return Piece(sdt(f"section:{name}", tr(heading, body)), said, (name,), below=below)


def repeat_row(making: Making) -> Piece:
    name = making.take("r")
    if name is None:
        return section_row(making)
    row = tr(tc(p(sdt(f"field:{name}.name", "x"))), tc(p("and")))
    return Piece(
        sdt(f"repeat:{name}", row), lambda answers: [w for each in answers.rows.get(name, []) for w in (each, "and")]
    )


def repeat_lines(making: Making) -> Piece:
    name = making.take("r")
    if name is None:
        return static(making)
    inline = making.chance()
    inner = sdt(f"field:{name}.name", "x")
    xml = p(sdt(f"repeat:{name}", inner)) if inline else sdt(f"repeat:{name}", p(inner))
    return Piece(xml, lambda answers: list(answers.rows.get(name, [])))


def table(making: Making) -> Piece:
    """A table of any rows: under a header row that is marked, or, where only whole parts stand in it, unmarked."""
    kinds = {"field": field_row, "section": section_row, "repeat": repeat_row}
    rows = [kinds[making.choose(*kinds)](making) for _ in range(int(str(making.draw(st.integers(1, 3)))))]
    marked = making.chance()
    header = making.token() if marked else ""
    row = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{tc(p(header))}{tc(p())}</w:tr>" if marked else ""

    def said(answers: Answers) -> list[str]:
        inner = [word for each in rows for word in each.said(answers)]
        under = [word for each in rows for word in each.below(answers)]
        return [*([header] if marked and any(each.kept(answers) for each in rows) else []), *inner, *under]

    return Piece(grid([row, *(each.xml for each in rows)]), said, tuple(s for each in rows for s in each.sections))


def group(making: Making) -> Piece:
    name = making.take("g")
    if name is None:
        return static(making)
    inside = [blocks(making) for _ in range(2)]
    mine = [s for each in inside for s in each.sections]
    if not mine:
        return Piece("".join(each.xml for each in inside), lambda a: [w for each in inside for w in each.said(a)])
    for each in mine:
        making.groups.setdefault(each, name)
    heading = making.token()

    def said(answers: Answers) -> list[str]:
        if not any(each in answers.sections for each in mine if making.groups[each] == name):
            return []
        return [heading, *[w for each in inside for w in each.said(answers)]]

    return Piece(sdt(f"group:{name}", p(heading, "heading2") + "".join(each.xml for each in inside)), said, tuple(mine))


def blocks(making: Making) -> Piece:
    kinds = {
        "static": static,
        "static table": static_table,
        "turn": turn,
        "section": section,
        "field": field_line,
        "repeat": repeat_lines,
        "table": table,
    }
    return kinds[making.choose(*kinds)](making)


@dataclass
class Case:
    """A template's body, its manifest, what is said of it, and what a report answers."""

    body: str
    manifest: str = field(repr=False)
    whole: Piece = field(repr=False)
    answers: Answers


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A template's body, its manifest, what is said of it, and what a report answers."""
    making = Making(draw)
    pieces = [static(making)]
    for _ in range(draw(st.integers(1, 7))):
        pieces.append(group(making) if making.chance() and making.chance() else blocks(making))
    pieces.append(static(making))
    whole = Piece("".join(each.xml for each in pieces), lambda a: [w for each in pieces for w in each.said(a)])
    word = st.integers(100, 999).map(lambda n: f"answer{n}.")
    cells = st.lists(word, min_size=2, max_size=2).map(
        lambda row: Table(rows=(tuple(Cell(paragraphs=((Text(text=each),),)) for each in row),), header_rows=0)
    )
    paragraph = word.map(lambda text: Paragraph(runs=(Text(text=text),)))
    body = st.lists(st.one_of(paragraph, cells), max_size=2).map(tuple)
    answers = Answers(
        sections=draw(st.dictionaries(st.sampled_from(SECTIONS), body)),
        fields=draw(st.dictionaries(st.sampled_from(FIELDS), word)),
        rows=draw(st.dictionaries(st.sampled_from(REPEATS), st.lists(word, min_size=1, max_size=3))),
        final=draw(st.booleans()),
    )
    used = {name for kind in "sfr" for name in {"s": SECTIONS, "f": FIELDS, "r": REPEATS}[kind]} - {
        name for names in making.free.values() for name in names
    }
    answers.sections = {name: body for name, body in answers.sections.items() if name in used}
    return Case(whole.xml, manifest(making), whole, answers)


def manifest(making: Making) -> str:
    done = [
        '[pack]\nid = "any"\nseries = "any"\nversion = "1.0.0"\neffective_from = 2020-01-01\nnation = "england"\n'
        'council = "Any"\ntitle = "Any"\n'
    ]
    done += [f'[[repeat]]\nid = "{each}"\ntitle = "{each}"\nsingular = "{each}"\n' for each in REPEATS]
    done += [f'[[field]]\nid = "{each}.name"\ntitle = "{each}"\n' for each in REPEATS]
    done += [
        f'[[field]]\nid = "{each}"\ntitle = "{each}"\nlabels = ["Label {each}:"]\n'
        f"optional = {str(each in making.optional).lower()}\n"
        for each in FIELDS
    ]
    done += [f'[[group]]\nid = "{each}"\ntitle = "{each}"\n' for each in GROUPS]
    done += [
        f'[[section]]\nid = "{each}"\ntitle = "Heading {each}"\n'
        + (f'group = "{making.groups[each]}"\n' if each in making.groups else "")
        for each in SECTIONS
    ]
    return "\n".join(done) + ROLES


def reported(answers: Answers) -> Report:
    return give_ids(
        Report(
            pack=PackRef(id="any", version="1.0.0"),
            fields={name: FieldValue(text=text) for name, text in answers.fields.items()},
            repeats={
                name: tuple({"name": FieldValue(text=each)} for each in rows) for name, rows in answers.rows.items()
            },
            sections=tuple(Section(id=name, blocks=body) for name, body in answers.sections.items()),
        )
    )
