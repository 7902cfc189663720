"""What a window's surroundings are in tests: files chosen beforehand."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Chosen:
    """Answers every question for a file with one path, and remembers what was suggested."""

    path: Path | None
    suggested: list[Path] = field(default_factory=list)

    def to_open(self, folder: Path) -> Path | None:
        """The path."""
        self.suggested.append(folder)
        return self.path

    def to_save(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def to_export(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def folder(self, start: Path) -> Path | None:
        """The path."""
        self.suggested.append(start)
        return self.path
