"""Write the help pages of the rules, and of every key of pack.toml, anew.

python packaging/manual/make.py              writes resources/help/rules*.md and pack-keys.md
python packaging/manual/make.py --to FOLDER  writes them there instead, for comparing
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))
sys.path.insert(0, str(ROOT / "packaging"))

from manual.pack_keys import key_pages  # noqa: E402 - found only once the path is set
from manual.rule_pages import rule_pages  # noqa: E402 - found only once the path is set


def write(folder: Path) -> None:
    """Write the pages into a folder; pages of rules that are no more go."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages()
    for path in folder.glob("rules*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in {**pages, **key_pages()}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write them where they belong, or where one is told."""
    parser = argparse.ArgumentParser(description="Make the help pages of the rules and of a pack's keys.")
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "help", help="the folder to write them in")
    write(parser.parse_args().to)


if __name__ == "__main__":
    main()
