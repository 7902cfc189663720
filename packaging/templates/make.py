"""Make the template documents and the sample reports of the shipped packs from nothing.

    python packaging/templates/make.py              writes templates/*/template.docx, sample.json, sample/, samples/
    python packaging/templates/make.py --to FOLDER  writes them there instead, for comparing

The manifests are the source of labels, headings and tags; the layouts of where each stands.
"""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))

from arranging import examples  # noqa: E402
from controls import Controls  # noqa: E402
from layouts import layouts, logo_stands_right  # noqa: E402
from package import template  # noqa: E402
from picture import chart  # noqa: E402
from samples import samples  # noqa: E402

from clerkwell.packs import Pack, read_manifest  # noqa: E402 - found only once the path is set


def make(pack_id: str) -> dict[str, bytes]:
    """The files of a shipped pack that are made: its template document and its sample report."""
    path = ROOT / "templates" / pack_id / "pack.toml"
    manifest = read_manifest(path.read_bytes(), str(path))
    layout, look = layouts()[pack_id]
    about = manifest.pack
    document = template(
        layout(Controls(manifest)), look,
        title=about.title, council=about.council, language=about.language, logo_right=logo_stands_right(manifest),
    )  # fmt: skip
    pack = Pack(manifest, {})
    sample = samples()[pack_id](pack)
    # Short, as there are many.
    others = {
        f"samples/{name}.json": (json.dumps(_told(report.model_dump(mode="json")), ensure_ascii=False) + "\n").encode()
        for name, report in examples(pack).items()
    }
    return {
        "template.docx": document,
        "sample.json": (sample.model_dump_json(indent=1) + "\n").encode(),
        "sample/sessions.png": chart(),
        **others,
    }


def _told(value: object) -> object:
    """The value without what says nothing: the model has no other defaults than these for what a sample leaves out."""
    if isinstance(value, dict):
        return {key: _told(each) for key, each in value.items() if each not in ("", None, [], {}) and each is not False}
    return [_told(each) for each in value] if isinstance(value, list) else value


def main() -> None:
    """Write what is made of every pack."""
    parser = argparse.ArgumentParser(description="Make the template documents and samples of the shipped packs.")
    parser.add_argument("--to", type=Path, default=ROOT / "templates", help="the folder to write them in")
    folder: Path = parser.parse_args().to
    for pack_id in layouts():
        for name, data in make(pack_id).items():
            path = folder / pack_id / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    main()
