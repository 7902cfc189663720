"""Why a report can be read and not changed, in a sentence for whoever tried."""


def why_read_only(*, newer: bool) -> str:
    """`newer`: it holds what only a newer program knows; else it was opened so."""
    if newer:
        return (
            "This report was made by a newer version of Clerkwell, so it can be read here but not changed; "
            "update Clerkwell to change it."
        )
    return "This report was opened to read only; save a copy of it to change it."
