"""One mutated document brought in as the program would, and what came of it."""

import random
import resource
import signal
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import FrameType

from clerkwell.intake import NotAReportError, draft_of, import_document, read_draft
from clerkwell.model import give_ids
from clerkwell.packs import Pack
from clerkwell.session.coming_home.incoming import ReturnError
from clerkwell.session.coming_home.returned import take_in
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document
from clerkwell.word.reader.settling import every, settle
from clerkwell.word.writer import write_document
from fuzzing.corpus import corpus
from fuzzing.mutations import mutated
from helpers.shipped import IDS, kept, sample, shipped

# Of the processor's time: what else a machine does is no fault of a document.
MOST_SECONDS = 5.0
MOST_MEGABYTES = 300.0


class TookTooLongError(BaseException):
    """A document kept the program busy. No broad `except` may swallow it."""


@dataclass(frozen=True)
class Outcome:
    """What came of one document: read, refused in words, or a failure with what failed."""

    number: int
    kind: str
    what: str = ""
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the program failed, rather than read or refused it."""
        return self.kind == "failed"


@lru_cache(maxsize=1)
def corpus_of() -> Mapping[str, bytes]:
    """The corpus, made once in a process."""
    return corpus()


@lru_cache(maxsize=1)
def _packs() -> tuple[Pack, ...]:
    return tuple(shipped(name) for name in IDS)


def span(work: tuple[int, int, int]) -> list[Outcome]:
    """The outcomes of the documents of a seed from one number up to another."""
    seed, first, after = work
    documents = corpus_of()
    return [one(documents, seed, number) for number in range(first, after)]


def one(documents: Mapping[str, bytes], seed: int, number: int, *, raising: bool = False) -> Outcome:
    """Mutate and bring in one document; the same seed and number make the same one."""
    chance = random.Random(f"{seed} {number}")
    data = mutated(documents[chance.choice(sorted(documents))], chance)
    signal.signal(signal.SIGPROF, _too_long)
    held, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        kind = bring_in(data, chance)
    except (WordError, NotAReportError) as refusal:
        kind = "refused" if str(refusal).strip().endswith(".") else "failed"
    except (Exception, TookTooLongError):
        if raising:
            raise
        signal.setitimer(signal.ITIMER_PROF, 0)
        return Outcome(number, "failed", traceback.format_exc(limit=-4), time.process_time() - begun)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) / 1024
    if grown > MOST_MEGABYTES:
        return Outcome(number, "failed", f"it took {grown:.0f} MB", time.process_time() - begun)
    return Outcome(number, kind, "", time.process_time() - begun)


def bring_in(data: bytes, chance: random.Random) -> str:
    """All that is done with a document that comes in: read, settled, recognised, and some of them written again."""
    document = read_document(data)
    changes = every(document)
    some = frozenset(each for each in changes if chance.random() < 0.5)
    settled = settle(document, chance.choice((changes, frozenset(), some)))
    mark = draft_of(settled)
    pack = next((each for each in _packs() if mark is not None and each.id == mark.pack), None)
    if pack is not None and chance.random() < 0.5:
        return _decided(data, pack, chance)
    imported = read_draft(settled, pack, None) if pack is not None else import_document(document, _packs())
    if chance.random() < 0.1:
        write_document(imported.report, imported.pack, draft=True, attachments=imported.attachments)
        return "read, and written again"
    return "read"


def _decided(data: bytes, pack: Pack, chance: random.Random) -> str:
    """A draft taken into the report that it was made of, some of its changes accepted and some left open."""
    report = give_ids(sample(pack))
    try:
        returned = take_in(data, "damaged.docx", report, pack, {}, kept(pack), anyway=True)
    except ReturnError:
        return "not taken in"
    accepted = {each.id for each in returned.items if chance.random() < 0.6}
    returned.outcome(accepted, {each.id for each in returned.items if chance.random() < 0.2} - accepted)
    return "taken in"


def _too_long(_: int, __: FrameType | None) -> None:
    raise TookTooLongError(f"more than {MOST_SECONDS} s")
