"""What a picture of a pack's first page is called: by what is on it, so that none outlives a change of the pack."""

import hashlib

from clerkwell.packs.load import SAMPLE, TEMPLATE
from clerkwell.packs.pack import Pack


def picture_name(pack: Pack) -> str:
    """The name of the file: the pack's id, and a digest of its template and its sample."""
    digest = hashlib.sha256(pack.files[TEMPLATE] + b"\0" + pack.files.get(SAMPLE, b"")).hexdigest()
    return f"{pack.id}-{digest[:16]}.png"
