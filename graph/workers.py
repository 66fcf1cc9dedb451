"""Extraction in batches, in this process or in several: in order, in bounded memory, one bad document at a time.

Processes of our own rather than spaCy's: what comes back from a worker is the links, not the whole
parsed text, which costs more to carry over than to make.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from graph.errors import UnreadableDocument, WhowhomError
from graph.links import Document, Extraction

if TYPE_CHECKING:
    from spacy.language import Language

BATCH_DOCUMENTS = 32
BATCH_CHARACTERS = 200_000  # so that a batch of books is no larger than one of articles
_DOCUMENTS_A_JOB = 100  # reading so many takes several times as long as a process takes to start
_MAX_JOBS = 8  # a gigabyte each
_AHEAD = 2  # batches under way per process
_ALLOCATIONS = 50_000  # more than are freed, until garbage is looked for: some documents' worth

Outcome = Extraction | UnreadableDocument
_pipeline: Language | None = None  # of a worker process


def read_batches(
    documents: Iterable[Document], *, model: str, gazetteer: str | None = None, jobs: int = 1
) -> Iterator[list[Outcome]]:
    """Read links out of documents, a batch at a time, in their order.

    Parameters
    ----------
    documents : iterable of Document
        Taken as they are needed.
    model : str
        An installed spaCy pipeline; loaded when the first document comes.
    gazetteer : str, optional
        The user's own actors file.
    jobs : int
        Processes; the outcome is the same for any number.

    Yields
    ------
    list of Extraction or UnreadableDocument
        One for each document of the batch; a document that makes the extractor fail is named.
    """
    batches = batched(documents)
    first = next(batches, None)
    if first is None:
        return
    if jobs == 1:
        pipeline = _load(model, gazetteer)
        with _kept():
            yield _read(pipeline, first)
            for batch in batches:
                yield _read(pipeline, batch)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(model, gazetteer)) as pool:
        under_way: deque[Future[list[Outcome]]] = deque([pool.submit(_read_here, first)])
        try:
            for batch in batches:
                under_way.append(pool.submit(_read_here, batch))
                if len(under_way) > _AHEAD * jobs:
                    yield _result(under_way.popleft())
            while under_way:
                yield _result(under_way.popleft())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)  # whoever stops does not wait for what is still to be read
            raise


def jobs_for(documents: int | None) -> int:
    """How many processes to read so many documents with: one where loading the model again would not pay."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1 if documents is None else max(1, min(cores, _MAX_JOBS, documents // _DOCUMENTS_A_JOB))


def batched(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in batches of bounded number and length."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) == BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _result(future: Future[list[Outcome]]) -> list[Outcome]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise WhowhomError("a worker process was killed (out of memory?); build again with --jobs 1") from error


def _read(pipeline: Language, batch: list[Document]) -> list[Outcome]:
    """Read a batch; if it fails, read its documents one by one to find the one to blame."""
    from graph.extraction.pipeline import extract

    try:
        return list(extract(batch, pipeline, min_confidence=0))  # hints are kept, questions leave them out
    except Exception as error:
        if len(batch) == 1:
            reason = f"{type(error).__name__}: {error}".rstrip(": ")
            return [UnreadableDocument(f"{batch[0].id}: the extractor failed on it ({reason}); please report this")]
        return [outcome for document in batch for outcome in _read(pipeline, [document])]


def _load(model: str, gazetteer: str | None) -> Language:
    from graph.extraction.pipeline import load_pipeline

    return load_pipeline(model, actors=gazetteer)


@contextlib.contextmanager
def _kept() -> Iterator[None]:
    """While all batches are read, what is loaded stays: the garbage collector need not look through it again and again.

    What the process had before is kept with it until then.
    """
    before = gc.get_threshold()
    _collect_seldom()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def _collect_seldom() -> None:
    """Keep what is loaded, and look for garbage once in some documents instead of dozens of times in each.

    What reading leaves behind goes when its last name goes; hardly anything waits for the collector.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


def _start(model: str, gazetteer: str | None) -> None:
    """Make a worker ready: it loads the pipeline, and ends itself when the process that started it is gone."""
    global _pipeline
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the one that was asked answers it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _pipeline = _load(model, gazetteer)
    _collect_seldom()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_here(batch: list[Document]) -> list[Outcome]:
    assert _pipeline is not None
    return _read(_pipeline, batch)
