"""Signing a new report with its author's own details, so that nobody types them twice."""

from clerkwell.model import Report, SetField, Several, apply
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.system import Settings

_ROWS = ("name", "post", "department", "telephone", "email")


def signed(report: Report, pack: Pack, settings: Settings) -> Report:
    """The new report with what the settings know of its author, in the fields that its pack has for that."""
    name, post = settings.author_name.strip(), settings.author_post.strip()
    if not name:
        return report
    given = {f"authors.{each}": str(getattr(settings, f"author_{each}")).strip() for each in _ROWS}
    given |= {"report-author": ", ".join(filter(None, (name, post))), "author": name}
    edits = [_set(spec, given[spec.id], pack) for spec in pack.manifest.field if given.get(spec.id)]
    return apply(Several(edits=tuple(edits)), report)


def _set(spec: FieldSpec, text: str, pack: Pack) -> SetField:
    return SetField(field=spec.id, row=0 if "." in spec.id else None, value=understand(spec, text, pack))
