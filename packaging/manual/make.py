"""Write the help pages of the rules, of every key of pack.toml and of every setting of IT's anew, and IT's templates.

python packaging/manual/make.py              writes resources/help/rules*.md, pack-keys.md and policy-keys.md, and
                                             resources/policy
python packaging/manual/make.py --to FOLDER  writes them there instead, for comparing
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))
sys.path.insert(0, str(ROOT / "packaging"))

from manual.pack_keys import key_pages  # noqa: E402 - found only once the path is set
from manual.policy_keys import example_file, policy_pages  # noqa: E402 - found only once the path is set
from manual.policy_templates import policy_templates  # noqa: E402 - found only once the path is set
from manual.rule_pages import rule_pages  # noqa: E402 - found only once the path is set


def write(folder: Path) -> None:
    """Write the pages into a folder; pages of rules that are no more go."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = rule_pages()
    for path in folder.glob("rules*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in {**pages, **key_pages(), **policy_pages()}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def write_policy(folder: Path) -> None:
    """Write what IT begins with into a folder."""
    for name, text in policy_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def policy_files() -> dict[str, str]:
    """What IT begins with, by the names of its files."""
    return {"settings.example.toml": example_file(), **policy_templates()}


def main() -> None:
    """Write them where they belong, or where one is told."""
    parser = argparse.ArgumentParser(description="Make the help pages of rules and of keys, and IT's templates.")
    parser.add_argument("--to", type=Path, default=ROOT / "resources" / "help", help="the folder to write them in")
    to = parser.parse_args().to
    write(to)
    write_policy(to.parent / "policy" if to == ROOT / "resources" / "help" else to / "policy")


if __name__ == "__main__":
    main()
