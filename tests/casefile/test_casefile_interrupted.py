"""Whatever cuts a build off, the file is whole and the next build goes on."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from toy import facts

from graph.casefile.connection import keep_log

SCRIPT = Path(__file__).with_name("toy_build.py")
KILLS = 20
NAMES = ("Sudan", "Chad", "Egypt", "Kenya", "Amina Osman", "Osman", "Idris Deby", "Deby")


def start(case: Path, source: Path, seconds: float = 0.0) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(SCRIPT), str(case), str(source), str(seconds)], stderr=subprocess.PIPE)


def finish(case: Path, source: Path) -> None:
    process = start(case, source)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A folder of forty short articles."""
    folder = tmp_path / "wire"
    folder.mkdir()
    chance = random.Random(7)
    for number in range(40):
        pairs = (chance.sample(NAMES, 2) for _ in range(5))
        text = " ".join(f"{one} {chance.choice(('attacks', 'helps', 'meets'))} {other}." for one, other in pairs)
        (folder / f"{number:02}.txt").write_text(f"Report {number}. {text}")
    return folder


def test_killed_twenty_times_it_ends_as_if_undisturbed(wire: Path, tmp_path: Path) -> None:
    finish(tmp_path / "calm.case", wire)
    case = tmp_path / "killed.case"
    chance = random.Random(11)
    killed = 0
    while killed < KILLS:
        process = start(case, wire, 0.02)
        # Half of the kills fall while the process starts and lays out the file, half while it reads.
        time.sleep(chance.uniform(0.05, 0.9))
        running = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if not running:  # it came to its end first: begin again from a fresh file
            case.unlink()
        killed += running
        if case.exists() and case.stat().st_size:
            connection = sqlite3.connect(case)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.close()
    finish(case, wire)
    assert facts(case) == facts(tmp_path / "calm.case")


def test_two_builds_at_once_make_one_casefile(wire: Path, tmp_path: Path) -> None:
    finish(tmp_path / "calm.case", wire)
    case = tmp_path / "shared.case"
    both = [start(case, wire, 0.005), start(case, wire, 0.005)]
    for process in both:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, b"")
    assert facts(case) == facts(tmp_path / "calm.case")


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="mounting a small disk needs root")
def test_a_full_disk_is_one_clear_error_and_a_whole_file(wire: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("no small disk may be mounted here")
    try:
        case = disk / "news.case"
        process = start(case, wire)
        errors = process.communicate()[1].decode()
        assert process.returncode == 1
        assert errors.count("\n") == 1
        assert "no room left on its disk" in errors
        connection = sqlite3.connect(case)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = connection.execute("SELECT count(*) FROM document WHERE reading IS NOT NULL").fetchone()[0]
        connection.close()
        shutil.copy(case, tmp_path / "saved.case")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert 0 <= kept < 40
    finish(tmp_path / "calm.case", wire)
    finish(tmp_path / "saved.case", wire)
    assert facts(tmp_path / "saved.case") == facts(tmp_path / "calm.case")


def test_a_file_gets_its_log_once_another_build_is_out_of_the_way(tmp_path: Path) -> None:
    case = tmp_path / "news.case"
    other, late = (sqlite3.connect(case, isolation_level=None, check_same_thread=False) for _ in range(2))
    other.execute("CREATE TABLE laid_out (x)")
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO laid_out VALUES (1)")
    end = threading.Timer(0.3, other.execute, ("COMMIT",))
    end.start()
    keep_log(late)  # SQLite itself would say at once that the file is locked
    end.join()
    assert late.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    late.close()
    other.close()
