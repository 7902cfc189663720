"""Small reports and packs in one line, for tests that need no more."""

from collections.abc import Mapping

from clerkwell.model import (
    Blocks,
    FieldValue,
    ListItem,
    PackRef,
    Paragraph,
    Report,
    Section,
    SubHeading,
    Text,
    give_ids,
)
from clerkwell.packs import Pack, read_manifest

MANIFEST = """
[pack]
id = "test-council"
series = "test-council"
version = "1.0.0"
effective_from = 2020-01-01
nation = "england"
council = "Test Council"
title = "Test report"
numbering = "paragraphs"

[[repeat]]
id = "committees"
title = "Committees"
singular = "committee"
required = "always"

[[field]]
id = "committees.name"
title = "Committee"
required = "always"

[[field]]
id = "committees.date"
title = "Date of meeting"
kind = "date"
required = "always"

[[field]]
id = "subject"
title = "Subject"
required = "always"

[[field]]
id = "purpose"
title = "Purpose"
kind = "choice"
choices = ["For Decision", "For Information"]

[[field]]
id = "spending"
title = "Does this need extra spending?"
kind = "yes-no"

[[section]]
id = "summary"
title = "Summary"
required = "always"
nil = "no"

[[section]]
id = "background"
title = "Background"
numbered = true

[[section]]
id = "options"
title = "Options"
numbered = true
required = "when"
when = { purpose = "For Decision" }

[[section]]
id = "financial"
title = "Financial implications"
numbered = true
heading = "run-in"

[[section]]
id = "appendices"
title = "Appendices"
kind = "appendices"
nil = "yes"

[[section]]
id = "background-papers"
title = "Background Papers"
kind = "background-papers"
nil = "yes"
"""


def make_pack(manifest: str = MANIFEST, template: bytes = b"") -> Pack:
    """A pack from the text of its manifest."""
    return Pack(
        read_manifest(manifest.encode(), "test/pack.toml"), {"pack.toml": manifest.encode(), "template.docx": template}
    )


def make_report(
    sections: Mapping[str, str | Blocks] | None = None,
    fields: Mapping[str, str] | None = None,
    pack: Pack | None = None,
) -> Report:
    """A report with ids given; a section's blocks may be written as text for `blocks`."""
    ref = pack.ref if pack else PackRef(id="test-council", version="1.0.0")
    return give_ids(
        Report(
            pack=ref,
            fields={name: FieldValue(text=text, value=text) for name, text in (fields or {}).items()},
            sections=tuple(
                Section(id=name, blocks=blocks(content) if isinstance(content, str) else content)
                for name, content in (sections or {}).items()
            ),
        )
    )


def blocks(source: str) -> Blocks:
    """Blocks from lines: `# sub-heading`, `- bullet` (indented two spaces a level), `1. item`, else a paragraph."""
    done: list[Paragraph | ListItem | SubHeading] = []
    for line in source.splitlines():
        words = line.strip()
        level = (len(line) - len(line.lstrip())) // 2
        if not words:
            continue
        if words.startswith("# "):
            done.append(SubHeading(runs=(Text(text=words[2:]),)))
        elif words.startswith("- "):
            done.append(ListItem(runs=(Text(text=words[2:]),), level=level))
        elif words[:1].isdigit() and ". " in words:
            done.append(ListItem(runs=(Text(text=words.split(". ", 1)[1]),), level=level, ordered=True))
        else:
            done.append(Paragraph(runs=(Text(text=words),)))
    return tuple(done)
