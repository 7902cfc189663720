"""Make the template documents of the shipped packs from nothing.

    python packaging/templates/make.py              writes templates/*/template.docx
    python packaging/templates/make.py --to FOLDER  writes them there instead, for comparing

The manifests are the source of labels, headings and tags; the layouts of where each stands.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))

from clerkwell.packs import read_manifest  # noqa: E402 - found only once the path is set

from controls import Controls  # noqa: E402
from layouts import layouts, logo_stands_right  # noqa: E402
from package import template  # noqa: E402


def make(pack_id: str) -> bytes:
    """The template document of a shipped pack."""
    path = ROOT / "templates" / pack_id / "pack.toml"
    manifest = read_manifest(path.read_bytes(), str(path))
    layout, look = layouts()[pack_id]
    about = manifest.pack
    return template(
        layout(Controls(manifest)), look,
        title=about.title, council=about.council, language=about.language, logo_right=logo_stands_right(manifest),
    )  # fmt: skip


def main() -> None:
    """Write every template."""
    parser = argparse.ArgumentParser(description="Make the template documents of the shipped packs.")
    parser.add_argument("--to", type=Path, default=ROOT / "templates", help="the folder to write them in")
    folder: Path = parser.parse_args().to
    for pack_id in layouts():
        (folder / pack_id).mkdir(parents=True, exist_ok=True)
        (folder / pack_id / "template.docx").write_bytes(make(pack_id))


if __name__ == "__main__":
    main()
