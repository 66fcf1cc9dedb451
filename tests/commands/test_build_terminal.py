"""A build on a terminal: its bar, what it says beside it, and what Ctrl-C does."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.casefile import open_casefile
from graph.casefile.building import Built
from graph.commands import progress as showing

BUILD = [sys.executable, "-m", "cli", "build"]


def test_a_problem_has_a_line_of_its_own_beside_the_bar(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya met Chad.")
    (tmp_path / "b.txt").write_bytes(b"\0\0\1")
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*BUILD, str(tmp_path), "-c", str(tmp_path / "x.case")], stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = ""
    while process.poll() is None or not shown.endswith("links\r\n"):
        try:
            shown += os.read(ours, 4096).decode()
        except OSError:  # Linux says so where the other end is closed
            break
    assert process.wait() == 3
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.replace("\r", "\n")).splitlines()
    assert any(line.startswith("reading ") and "/2" in line for line in lines)
    assert f"whowhom: {tmp_path}/b.txt: is a binary file, not text" in lines


def test_control_c_stops_a_build_of_several_processes_in_one_line(tmp_path: Path) -> None:
    rows, case = tmp_path / "rows.csv", tmp_path / "x.case"
    rows.write_text("text\n" + "\n".join(f"Kenya accused Somalia of shelling town {n} {'again ' * (n % 90)}."
                                         for n in range(4000)) + "\n")  # fmt: skip
    command = [*BUILD, str(rows), "-c", str(case), "--jobs", "2"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_heed_interrupts
    )
    while process.poll() is None and not _read_so_far(case):
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1, told
    assert (
        told.splitlines()[-1]
        == f"whowhom: stopped; {case} keeps what was read, and the same command goes on from there"
    )
    assert "Traceback" not in told
    assert 0 < _read_so_far(case) < 4000


def _heed_interrupts() -> None:
    """A shell lets what it starts in the background ignore SIGINT, and so this test, where it runs there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _read_so_far(case: Path) -> int:
    if not case.exists() or not case.stat().st_size:
        return 0
    with open_casefile(case) as casefile:
        query = "SELECT count(*) FROM document WHERE reading IS NOT NULL"
        return int(casefile.connection.execute(query).fetchone()[0])


def test_a_log_tells_the_pace_of_reading_without_the_loading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 20.0, 20.0, 40.0, 40.0, 60.0, 60.0])
    monkeypatch.setattr(showing.time, "monotonic", lambda: next(clock))
    lines = showing._Lines(100)
    for built in (Built(copies=1), Built(copies=1, read=20), Built(copies=1, read=40)):
        lines.tell(built)
    assert capsys.readouterr().err.splitlines() == [
        "1 of 100 documents", "21 of 100 documents", "41 of 100 documents, 1.0/s, 59 s left",
    ]  # fmt: skip
