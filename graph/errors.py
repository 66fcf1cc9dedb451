"""Errors for people: one line that says what is wrong, where, and what to do."""

from __future__ import annotations


class WhowhomError(Exception):
    """The task could not be done; the message is the one line a user reads."""


class WrongUse(WhowhomError):
    """The command line, or a call, asks for what cannot be: nothing was begun."""


class UnreadableDocument(WhowhomError):
    """A document that could not be read; the others of the same run still are."""


class UnknownActor(WhowhomError):
    """A name that no actor bears; the message names the nearest three."""


class CasefileError(WhowhomError):
    """A casefile that is missing, damaged, foreign, newer, locked or read-only."""
