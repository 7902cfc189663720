"""Three states of the looks of words, by letters: bold, italic, script and link each by itself."""

from clerkwell.model import Footnote, Reference, Runs, Text, canonical

_LOOKS = ("bold", "italic", "script", "link")


def merged_looks(base: Runs, ours: Runs, theirs: Runs) -> Runs | None:
    """The same words in the looks that either gave them; None where both gave one of them another."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    done: list[Text | Reference | Footnote] = []
    for was, mine, other in zip(_letters(base), _letters(ours), _letters(theirs), strict=True):
        merged = _merged(was, mine, other)
        if merged is None:
            return None
        done.append(merged)
    return canonical(done)


def relooked(base: Runs, looks: Runs, words: Runs) -> Runs | None:
    """New `words` in the looks that somebody else gave to the old ones; None where that was not to all of them."""
    if looks == base:
        return words
    update: dict[str, object] = {}
    for was, now in zip(_letters(base), _letters(looks), strict=True):
        if not isinstance(was, Text) or not isinstance(now, Text):
            return None
    for look in _LOOKS:
        olds = {getattr(each, look) for each in _letters(base)}
        news = {getattr(each, look) for each in _letters(looks)}
        if olds == news and [getattr(each, look) for each in _letters(base)] == [
            getattr(each, look) for each in _letters(looks)
        ]:
            continue
        if len(news) > 1:
            return None
        update[look] = news.pop()
    return canonical(run.model_copy(update=update) if isinstance(run, Text) else run for run in words)


def _merged(
    base: Text | Reference | Footnote, ours: Text | Reference | Footnote, theirs: Text | Reference | Footnote
) -> Text | Reference | Footnote | None:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if not (isinstance(base, Text) and isinstance(ours, Text) and isinstance(theirs, Text)):
        return None
    update: dict[str, object] = {}
    for look in _LOOKS:
        was, mine, other = getattr(base, look), getattr(ours, look), getattr(theirs, look)
        if mine != was and other not in (was, mine):
            return None
        update[look] = other if mine == was else mine
    return ours.model_copy(update=update)


def _letters(runs: Runs) -> list[Text | Reference | Footnote]:
    done: list[Text | Reference | Footnote] = []
    for run in runs:
        if isinstance(run, Text):
            done += [run.model_copy(update={"text": letter}) for letter in run.text]
        else:
            done.append(run)
    return done
