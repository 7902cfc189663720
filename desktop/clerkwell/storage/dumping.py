"""`report.json`: a report as JSON, the same bytes for the same report."""

from clerkwell.model import Report, Section
from clerkwell.storage.layout import FORMAT


class Dumper:
    """Dumps one report again and again, doing only the sections that are new since the last time.

    While somebody types, a snapshot is wanted three times a second, and must not cost a keystroke its repaint.
    """

    def __init__(self) -> None:
        self._sections: dict[str, tuple[Section, bytes]] = {}

    def dump(self, report: Report) -> bytes:
        """The report as the JSON that `report.json` holds."""
        # Mappings are equal in any order of their keys; the bytes have one.
        shell = report.model_copy(
            update={
                "sections": (),
                "fields": dict(sorted(report.fields.items())),
                "repeats": {
                    name: tuple(dict(sorted(row.items())) for row in rows)
                    for name, rows in sorted(report.repeats.items())
                },
            }
        )
        dumped = [self._section(section) for section in report.sections]
        self._sections = {section.id: (section, each) for section, each in zip(report.sections, dumped, strict=True)}
        body = shell.model_dump_json(exclude={"sections"}).encode()
        return b'{"format":%d,"report":{"sections":[%b],%b}' % (FORMAT, b",".join(dumped), body[1:])

    def _section(self, section: Section) -> bytes:
        known = self._sections.get(section.id)
        if known is not None and known[0] is section:
            return known[1]
        return section.model_dump_json().encode()


def dump(report: Report) -> bytes:
    """The report as the JSON that `report.json` holds: the same bytes for the same report."""
    return Dumper().dump(report)
