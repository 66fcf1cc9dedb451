"""What does a command cost, told from outside: the time it ran, its processor time, the peak memory of each process.

A watched command stands still until it is let run, so that two of them can take turns and meet the
same weather on a machine that others use too. Read from /proc, so for Linux only.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

_TICKS = os.sysconf("SC_CLK_TCK")


class Mark(NamedTuple):
    """How far the command was: how many documents are done, after so many seconds of running and of processor time."""

    done: int
    seconds: float
    processor: float


class Watched:
    """A Python module run in a process group of its own, which prints a number now and then: how far it is."""

    def __init__(self, module: str, *words: object) -> None:
        command = [sys.executable, "-m", module, *map(str, words)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True,
                                         env={**os.environ, "PYTHONHASHSEED": "0"})  # fmt: skip
        self._ran, self._since = 0.0, time.perf_counter()
        self.marks: list[Mark] = []
        self.peaks: dict[int, float] = {}  # process -> megabytes, that of the command itself first
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.pause()

    @property
    def running(self) -> bool:
        """Whether the command has not ended yet."""
        return self._process.poll() is None

    def run(self, seconds: float) -> None:
        """Let it run so long, or until it ends."""
        self._since = time.perf_counter()
        self._signal(signal.SIGCONT)
        self._reader.join(seconds)
        self.pause()

    def begin(self) -> None:
        """Let it run until its model is loaded and it has counted something."""
        while self.running and not self.marks:
            self.run(0.5)

    def pause(self) -> None:
        """Let it stand still."""
        self._note_peaks()
        self._signal(signal.SIGSTOP)
        self._ran, self._since = self._clock(), 0.0

    def end(self) -> None:
        """End it, if it has not ended.

        Raises
        ------
        RuntimeError
            If it had ended in failure.
        """
        if self.running:
            self._signal(signal.SIGKILL)
        elif self._process.returncode:
            raise RuntimeError(f"the measured command failed with code {self._process.returncode}")
        self._process.wait()

    def pace(self, first: float = 0.0, last: float = 1.0) -> Mark:
        """What was done between two shares of the whole, counted from the first mark: then its model was loaded."""
        start, end = self.marks[0].done, self.marks[-1].done
        one, other = (next(mark for mark in self.marks if mark.done - start >= share * (end - start))
                      for share in (first, last))  # fmt: skip
        return Mark(other.done - one.done, other.seconds - one.seconds, other.processor - one.processor)

    def _clock(self) -> float:
        return self._ran + (time.perf_counter() - self._since if self._since else 0.0)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.marks.append(Mark(int(line), self._clock(), sum(map(_processor_time, self._members()))))
            self._note_peaks()

    def _note_peaks(self) -> None:
        for member in self._members():
            self.peaks[member] = max(self.peaks.get(member, 0.0), _peak(member))

    def _members(self) -> list[int]:
        """The processes of the group, in the order of their numbers."""
        numbers = (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())
        return sorted(number for number in numbers if _stat(number)[2:3] == [str(self._process.pid)])

    def _signal(self, number: signal.Signals) -> None:
        if self.running:
            os.killpg(self._process.pid, number)


def _stat(process: int) -> list[str]:
    """The fields of /proc/N/stat behind the command's name; none where the process is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _processor_time(process: int) -> float:
    """Seconds of a process and of those it has started that have ended."""
    return sum(map(int, _stat(process)[11:15])) / _TICKS


def _peak(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    peaks = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    return peaks[0] / 1000 if peaks else 0.0
