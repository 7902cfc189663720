"""Moving a report into another pack: a newer version of its own, or the next of its series. No word is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clerkwell.intake.folding import folded
from clerkwell.model import (
    Block,
    FieldValue,
    Footnote,
    Image,
    Landscape,
    Reference,
    Report,
    Row,
    Runs,
    Section,
    SubHeading,
    Table,
    Text,
    TrayItem,
    give_ids,
)
from clerkwell.packs import OTHER, Pack, numbers, outline, own_spec, understand
from clerkwell.packs.pairing import field_pairs, section_pairs


@dataclass(frozen=True)
class Moved:
    """The report in its new pack, and sentences about what found no place of its own there."""

    report: Report
    said: tuple[str, ...]


def moved(report: Report, pack: Pack, to: Pack) -> Moved:
    """The report in the pack `to`: fields and sections by their id or else their title, the rest in the tray."""
    if pack.ref == to.ref:
        return Moved(report, ())
    report = give_ids(report)
    mover = _Mover(report, pack, to)
    fields, repeats = mover.fields(), mover.repeats()
    sections = mover.sections()
    done = report.model_copy(
        update={
            "pack": to.ref,
            "fields": fields,
            "repeats": repeats,
            "sections": sections,
            "tray": (*report.tray, *mover.tray),
        }
    )
    return Moved(give_ids(Report.model_validate(done.model_dump())), tuple(mover.said))


@dataclass
class _Mover:
    """What is in the way while the parts are moved one after another."""

    report: Report
    pack: Pack
    to: Pack
    tray: list[TrayItem] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def fields(self) -> Mapping[str, FieldValue]:
        done: dict[str, FieldValue] = {}
        for name, value in self.report.fields.items():
            title = _field_title(name, self.pack)
            target = self._field(name, title, self.report.fields)
            spec = self.to.field(target) if target else None
            if spec is None or target in done:
                self._put_by(value.text, f"the answer to “{title}”")
            else:
                done[target] = understand(spec, value.text, self.to)
        return done

    def repeats(self) -> Mapping[str, tuple[Row, ...]]:
        done: dict[str, tuple[Row, ...]] = {}
        for repeat, rows in self.report.repeats.items():
            kept = tuple(self._row(repeat, row) for row in rows)
            if self.to.repeat(repeat) is not None:
                done[repeat] = kept
        return done

    def _row(self, repeat: str, row: Row) -> Row:
        done: dict[str, FieldValue] = {}
        for name, value in row.items():
            spec = self.to.field(f"{repeat}.{name}") if self.to.repeat(repeat) is not None else None
            if spec is None:
                self._put_by(value.text, f"the answer to “{_field_title(f'{repeat}.{name}', self.pack)}”")
            else:
                done[name] = understand(spec, value.text, self.to)
        return done

    def sections(self) -> tuple[Section, ...]:
        done: dict[str, Section] = {}
        for section in self.report.sections:
            title = section.heading or own_spec(section, self.pack).title
            target = self._section(section, title)
            if not target:
                self._section_by(section, title)
                continue
            there = done.get(target)
            spec = self.to.section(target)
            if spec is not None and self.to.group(section.id) is not None:
                self.said.append(
                    f"“{title.rstrip(': ')}” has parts now: its text is under “{spec.title.rstrip(': ')}”."
                )
            heading = "" if spec is not None and folded(title) == folded(spec.title) else section.heading
            if spec is None:
                heading = title
            if there is None:
                done[target] = section.model_copy(update={"id": target, "heading": heading})
            else:
                # The pack has one place for both: the second keeps its heading above its text.
                more = (*there.blocks, SubHeading(runs=(Text(text=title),)), *section.blocks)
                done[target] = there.model_copy(update={"blocks": more})
        return tuple(done.values())

    def _field(self, name: str, title: str, taken: Mapping[str, FieldValue]) -> str:
        if self.to.field(name) is not None:
            return name
        same = (
            spec.id
            for spec in self.to.single_fields
            if spec.id not in taken and folded(title) in {folded(each) for each in (spec.title, *spec.labels)}
        )
        # Else as a comparison of the two packs would pair them, so that what it calls kept is kept.
        return next(same, "") or field_pairs(self.pack, self.to).get(name, "")

    def _section(self, section: Section, title: str) -> str:
        known = self.to.section(section.id)
        if known is not None and known.id != OTHER:
            return section.id
        for spec in self.to.manifest.section:
            if spec.id != OTHER and folded(title) in {folded(each) for each in (spec.title, *spec.aliases)}:
                return spec.id
        paired = section_pairs(self.pack, self.to).get(section.id, "")
        if paired and paired != OTHER:
            return paired
        if self.to.manifest.pack.order == "report":
            own = sum(each.id.startswith("own-") for each in self.report.sections)
            position = [each.id for each in self.report.sections].index(section.id) + 1
            return section.id if section.id.startswith("own-") else f"own-{own + position}"
        # What was one section has parts now: its text begins the first of them.
        group = self.to.group(section.id)
        parts = (spec.id for spec in self.to.manifest.section if group is not None and spec.group == group.id)
        return (group.opening if group else None) or next(parts, "")

    def _section_by(self, section: Section, title: str) -> None:
        """Put a section's words in the tray; its pictures cannot go there."""
        counted = numbers(self.report, self.pack).paragraphs
        lines = [line for block in section.blocks for line in block_lines(block, self.report, counted)]
        title = title.rstrip(": ")
        self._put_by("\n".join(lines), f"the section “{title}”")
        self.said.append(f"The new layout has no section “{title}”: its text is in the tray.")
        if any(isinstance(block, Image) for block in section.blocks):
            self.said.append(f"The pictures of “{title}” stayed with the earlier report.")

    def _put_by(self, text: str, came_from: str) -> None:
        if text.strip():
            self.tray.append(TrayItem(text=text, came_from=f"{came_from} of the earlier report"))


def new_sections(report: Report, pack: Pack, to: Pack) -> tuple[str, ...]:
    """The titles of the sections that the pack `to` wants of this report and its own pack does not have."""
    old = {spec.id for spec in pack.manifest.section}
    return tuple(part.spec.title for part in outline(report, to) if part.wanted and part.id not in old)


def block_lines(block: Block, report: Report, counted: Mapping[str, int]) -> Iterator[str]:
    """The words of a block, a line each, with references as readers see them and footnotes in brackets."""
    match block:
        case Table():
            if block.caption:
                yield block.caption
            for row in block.rows:
                cells = (" ".join(_line(runs, report, counted) for runs in cell.paragraphs) for cell in row)
                yield "\t".join(cells)
        case Image():
            yield from filter(None, (block.caption, block.alt))
        case Landscape():
            for inner in block.blocks:
                yield from block_lines(inner, report, counted)
        case _:
            yield _line(block.runs, report, counted)


def _line(runs: Runs, report: Report, counted: Mapping[str, int]) -> str:
    return "".join(_said(run, report, counted) for run in runs)


def _said(run: Text | Reference | Footnote, report: Report, counted: Mapping[str, int]) -> str:
    match run:
        case Text():
            address = run.link.removeprefix("mailto:")
            return f"{run.text} ({address})" if address and address not in run.text else run.text
        case Footnote():
            return f" ({''.join(_said(each, report, counted) for each in run.runs)})"
    appendix = report.appendix(run.target)
    if appendix is not None:
        return f"Appendix {appendix.number}"
    return str(counted[run.target]) if run.target in counted else run.to


def _field_title(name: str, pack: Pack) -> str:
    spec = pack.field(name)
    return spec.title.rstrip(":? ") if spec else name
