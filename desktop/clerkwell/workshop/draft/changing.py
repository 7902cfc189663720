"""The changes every edit of a pack is made of: another manifest, another template."""

import json
from collections.abc import Mapping

from clerkwell.packs import Manifest, Pack, read_manifest
from clerkwell.packs.load import MANIFEST, TEMPLATE
from clerkwell.workshop.draft.manifest_text import manifest_text


def with_manifest(pack: Pack, manifest: Manifest) -> Pack:
    """The pack with this manifest, in its file too; its samples stay reports of it.

    `PackError` says what is wrong with a manifest whose parts do not fit each other: `model_copy` checks nothing.
    """
    if _same(manifest, pack.manifest) and _set_days(manifest) == _set_days(pack.manifest):
        return pack
    source = pack.files[MANIFEST].decode("utf-8-sig")
    data = manifest_text(manifest, pack.manifest, source).encode()
    read = read_manifest(data, MANIFEST)
    if not _same(read, manifest):
        # The file is laid out in a way that nothing can be put into; its comments at the head are kept.
        data = manifest_text(manifest, text=source).encode()
        read = read_manifest(data, MANIFEST)
    files = {**pack.files, MANIFEST: data}
    if pack.manifest.pack.id != read.pack.id or pack.manifest.pack.version != read.pack.version:
        files |= _of_this_pack(files, read)
    return Pack(read, files)


def says_the_same(one: Pack, other: Pack) -> bool:
    """Whether two packs come to the same for authors: one may be a draft of what the other has in use."""
    state = one.manifest.pack.state
    about = other.manifest.pack.model_copy(update={"state": state})
    there = other.manifest.model_copy(update={"pack": about})
    return (
        _same(one.manifest, there)
        and _set_days(one.manifest) == _set_days(there)
        and {**one.files, MANIFEST: b""} == {**other.files, MANIFEST: b""}
    )


def _same(one: Manifest, other: Manifest) -> bool:
    """Whether two manifests say the same, standard wordings in the same order: authors see them in it."""
    return one == other and list(one.wording) == list(other.wording)


def _set_days(manifest: Manifest) -> set[str]:
    """What the pack itself says of deadlines: that it says the usual number is more than saying nothing."""
    return manifest.deadlines.model_fields_set


def with_template(pack: Pack, document: bytes) -> Pack:
    """The pack with this Word document as its template."""
    return pack if document == pack.template else Pack(pack.manifest, {**pack.files, TEMPLATE: document})


def _of_this_pack(files: Mapping[str, bytes], manifest: Manifest) -> dict[str, bytes]:
    """The samples, saying that they are reports of this id and version."""
    changed: dict[str, bytes] = {}
    for name, data in files.items():
        if not name.endswith(".json"):
            continue
        try:
            report = json.loads(data)
        except ValueError:
            continue  # the check tells of a sample that cannot be read
        if isinstance(report, dict) and isinstance(report.get("pack"), dict):
            report["pack"] = {**report["pack"], "id": manifest.pack.id, "version": manifest.pack.version}
            changed[name] = (json.dumps(report, indent=1, ensure_ascii=False) + "\n").encode()
    return changed
