"""Pictures: those that can be shown are put beside the pages' source, and the others leave their place."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import DECORATIVE, WP, A, R
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.relations import Relations
from clerkwell.word.typeset.literals import string

# By their first bytes, as a file's name is only what somebody called it.
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF87a": "gif", b"GIF89a": "gif"}
_EMU_IN_POINT = 12700
# No page is larger: 22 inches is Word's own limit.
_LARGEST = 1584.0


class Pictures:
    """The pictures of a document as they are met. `files` are theirs by name; `unshown` counts the others."""

    def __init__(self, show: bool = True) -> None:
        """Without `show`, every picture only leaves its place: for a document with one that nobody can read."""
        self.files: dict[str, bytes] = {}
        self.unshown = 0
        self._show = show
        self._names: dict[str, str] = {}

    def pieces(self, drawing: Element, package: OpenPackage, relations: Relations) -> Iterator[str]:
        """The pieces for what a `w:drawing` holds; nothing for one that is no picture."""
        extent = next(drawing.iter(f"{{{WP}}}extent"), None)
        blip = next(drawing.iter(f"{{{A}}}blip"), None)
        if extent is None or blip is None:
            return
        size = ", ".join(f"{side}: {_points(extent.get(name))}" for side, name in (("width", "cx"), ("height", "cy")))
        described = next(drawing.iter(f"{{{WP}}}docPr"), None)
        alt = "" if described is None else described.get("descr", "")
        mark = next(drawing.iter(f"{{{DECORATIVE}}}decorative"), None)
        decorative = mark is not None and mark.get("val", "1") not in ("0", "false")
        relation = relations.get(blip.get(f"{{{R}}}embed", ""))
        name = self._name(relation.target, package) if relation and not relation.external else ""
        if not name:
            self.unshown += 1
            words = "[Picture]" if decorative or not alt else f"[Picture: {alt}]"
            yield f"#box({size}, stroke: 0.5pt + gray, inset: 3pt, clip: true)[#text(size: 8pt)[#{string(words)}]]"
            return
        told = "" if decorative or not alt else f", alt: {string(alt)}"
        shown = f'image("{name}", {size}, fit: "stretch"{told})'
        yield f"#box(pdf.artifact({shown}))" if decorative else f"#box({shown})"

    def _name(self, part: str, package: OpenPackage) -> str:
        if part not in self._names:
            data = package.data(part) if self._show and part in package.names else b""
            kind = next((kind for first, kind in _KINDS.items() if data.startswith(first)), "")
            self._names[part] = f"picture-{len(self._names)}.{kind}" if kind else ""
            if kind:
                self.files[self._names[part]] = data
        return self._names[part]


def _points(emu: str | None) -> str:
    digits = emu if emu and emu.isdecimal() else "0"
    return f"{min(max(int(digits) / _EMU_IN_POINT, 1.0), _LARGEST):.4g}pt"
