"""What the plain copy of a document does without, in words."""

from clerkwell.word.template.plain import LeftOut


def words_of(left: LeftOut) -> str:
    """What was taken out, and what that means, in a sentence or two."""
    match left.kind:
        case "macros":
            named = f": {left.words}" if left.words else ""
            return (
                f"The document held macros{named}. They were taken out and not run. Whatever they did for authors, the "
                "forms and checks of this program have to do."
            )
        case "template":
            return "It was a template of Word’s (.dotx or .dotm). It is an ordinary document now."
        case "attached-template":
            of = f" “{left.words}”" if left.words else ""
            return f"It was tied to another template{of}, which others would not find. Its styles are in the document."
        case "customised":
            return "Buttons and keys of its own were taken out: they call macros."
        case "tracked":
            changes = "one tracked change" if left.count == 1 else f"{left.count} tracked changes"
            return f"It had {changes}. All were accepted, so that no report shows them."
        case "comments":
            comments = "one comment" if left.count == 1 else f"{left.count} comments"
            return f"It had {comments}, which were taken out."
        case "protection":
            return (
                "It was protected against changes. The protection was taken off: what holds an answer is locked anew."
            )
        case "from-elsewhere":
            return f"It fetched “{left.words}” from elsewhere whenever it was opened. That was taken out."
        case "merge":
            return "It was set up for a mail merge, which was taken out."
        case "hidden":
            return f"The hidden words “{left.words}” were taken out."
