"""Take the pictures of the shipped packs' first pages anew: their samples, through LibreOffice.

python packaging/pictures/packs.py    writes resources/pictures/*.png, and removes those of packs that have changed
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "desktop"))

from clerkwell.packs import load_folder  # noqa: E402 - found once the path is set
from clerkwell.packs.picture import picture_name  # noqa: E402
from clerkwell.printing import engines  # noqa: E402
from clerkwell.session.first_page import first_page  # noqa: E402
from clerkwell.ui.start.pictures import WIDTH, shrunk  # noqa: E402

TO = ROOT / "resources" / "pictures"


def main() -> None:
    """Make those that are missing."""
    TO.mkdir(exist_ok=True)
    packs = [load_folder(folder) for folder in sorted((ROOT / "templates").iterdir()) if folder.is_dir()]
    wanted = {picture_name(pack): pack for pack in packs}
    for old in TO.glob("*.png"):
        if old.name not in wanted:
            old.unlink()
    for name, pack in wanted.items():
        if (TO / name).is_file():
            continue
        made = first_page(pack, WIDTH * 2, lambda: engines("libreoffice"))
        if made is None:
            sys.exit(f"No picture could be made of {pack.id}.")
        shrunk(made.data, made.width, made.height, made.stride).save(str(TO / name))
        sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main()
