"""The author's own words while the program runs: read once, added to from any menu, seen by every check."""

from pathlib import Path

from clerkwell.system import FileError, add_own_word, read_own_words, remove_own_word


class AuthorsWords:
    """The words in the author's file, with the dictionary's suggestions for those that are in neither."""

    def __init__(self, path: Path) -> None:
        """A file that cannot be read counts as having no words; adding one says what is wrong with it."""
        self._path = path
        self._suggested: dict[str, tuple[str, ...]] = {}
        try:
            self._words = read_own_words(path)
        except FileError:
            self._words = frozenset()

    @property
    def own_words(self) -> frozenset[str]:
        """The words that the author has added."""
        return self._words

    def add(self, word: str) -> None:
        """Let a word count as spelt right from now on. Raises `FileError` where that cannot be kept."""
        self._words = add_own_word(self._path, word)

    def remove(self, word: str) -> None:
        """Let a word count no longer. Raises `FileError` where that cannot be kept."""
        self._words = remove_own_word(self._path, word)

    def suggested(self, word: str) -> tuple[str, ...] | None:
        """What `suggest` has given for a word; None if nobody has asked yet."""
        return self._suggested.get(word)

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a word, the likeliest first. It takes a fifth of a second, from any thread."""
        # The dictionary is loaded for whoever asks, and not for those who never do.
        from clerkwell.proofing.spelling.speller import speller

        self._suggested[word] = found = speller().suggest(word)
        return found
