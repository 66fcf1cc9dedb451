"""A file that is no casefile, or not ours to write, gives one clear line and is left untouched."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest
from toy import Build, facts

from graph.casefile import is_casefile, open_casefile
from graph.casefile.info import info
from graph.casefile.schema import APPLICATION_ID, VERSION, first_version
from graph.errors import CasefileError, WhowhomError
from graph.files import writing
from graph.selection import SURE


@pytest.fixture
def case(build_toy: Build, news: Path, tmp_path: Path) -> Path:
    """A casefile of three articles."""
    build_toy(news)
    return tmp_path / "news.case"


def fingerprint(path: Path) -> tuple[str, list[str]]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), sorted(os.listdir(path.parent))


def refused(path: Path, words: str, **how: bool) -> None:
    """Opening and asking gives one line with these words, and changes nothing."""
    before = fingerprint(path)
    with pytest.raises(CasefileError, match=words) as caught, open_casefile(path, **how) as casefile:
        list(casefile.links())
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert fingerprint(path) == before


@pytest.mark.parametrize("create", [False, True])
def test_a_text_file_is_no_casefile(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "notes.case"
    path.write_text("Sudan attacks Chad. " * 20)
    refused(path, "not a casefile", create=create)


@pytest.mark.parametrize("create", [False, True])
def test_another_programs_database_is_no_casefile(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "photos.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photo (name TEXT)")
    connection.commit()
    connection.close()
    refused(path, "not a casefile of whowhom", create=create)


@pytest.mark.parametrize("create", [False, True])
def test_a_newer_version_is_left_to_a_newer_whowhom(case: Path, create: bool) -> None:
    connection = sqlite3.connect(case)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    refused(case, "newer whowhom", create=create)


def test_a_damaged_file_says_so(case: Path) -> None:
    content = bytearray(case.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    case.write_bytes(content)
    refused(case, "damaged")


def test_half_a_file_says_so(case: Path) -> None:
    case.write_bytes(case.read_bytes()[:5000])
    refused(case, "damaged")


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CasefileError, match="whowhom build SOURCE -c"):
        open_casefile(tmp_path / "no.case")
    assert not (tmp_path / "no.case").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CasefileError, match=f"no folder {tmp_path / 'nowhere'}"):
        open_casefile(tmp_path / "nowhere" / "no.case", create=True)


def test_a_folder_that_may_not_be_entered_is_told_in_one_line(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path, **_how: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", locked)
    with pytest.raises(CasefileError, match=r"may not be reached"):
        open_casefile(case, create=True)
    with pytest.raises(WhowhomError, match=r"cannot write .*: Permission denied"), writing(tmp_path / "x.csv"):
        pass


def test_questions_leave_the_file_and_its_folder_as_they_were(case: Path) -> None:
    before = fingerprint(case)
    with open_casefile(case) as casefile:
        assert facts(casefile)["links"]
        with pytest.raises(CasefileError, match="may not be written"), casefile.transaction():
            casefile.connection.execute("DELETE FROM document")
    assert fingerprint(case) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_folder_can_be_asked(case: Path) -> None:
    case.chmod(0o444)
    case.parent.chmod(0o555)
    try:
        before = fingerprint(case)
        with open_casefile(case) as casefile:
            assert list(casefile.links())
        assert fingerprint(case) == before
        with pytest.raises(CasefileError, match="may not be written"), open_casefile(case, create=True) as casefile:
            casefile.resolve()
    finally:
        case.parent.chmod(0o755)


def test_a_file_that_may_not_be_written_can_be_asked(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = fingerprint(case)
    with open_casefile(case) as casefile:
        assert list(casefile.links())
    assert fingerprint(case) == before
    with pytest.raises(CasefileError, match="may not be written"):
        open_casefile(case, create=True)


def test_it_knows_itself_by_its_application_id(case: Path, tmp_path: Path) -> None:
    assert is_casefile(case)
    assert case.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
    assert not is_casefile(tmp_path / "news" / "a.txt")


def test_plain_sqlite_reads_the_views(case: Path) -> None:
    connection = sqlite3.connect(case)
    rows = connection.execute("SELECT source, predicate, target FROM links WHERE document = 'a.txt'").fetchall()
    assert rows == [("Sudan", "attack", "Chad"), ("Egypt", "help", "Sudan")]
    assert connection.execute("SELECT links_out, links_in FROM actors WHERE name = 'Sudan'").fetchone() == (1, 1)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_an_older_casefile_is_brought_up_to_date_by_who_may_write_it(tmp_path: Path) -> None:
    path = tmp_path / "old.case"
    connection = sqlite3.connect(path)
    first_version(connection)
    connection.execute("PRAGMA user_version = 1")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
    with pytest.raises(CasefileError, match="older whowhom; bring it up to date with: whowhom build"):
        open_casefile(path)
    open_casefile(path, writing=True).close()
    connection = sqlite3.connect(path)
    (view,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ties'").fetchone()
    assert f"confidence >= {SURE}" in view
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_names_that_are_one_since_then_are_brought_together(build_toy: Build, tmp_path: Path) -> None:
    folder = tmp_path / "firms"
    folder.mkdir()
    (folder / "a.txt").write_text("Sudan helps Benmore Timber Co.")
    (folder / "b.txt").write_text("Chad helps Benmore Timber.")
    build_toy(folder)
    connection = sqlite3.connect(tmp_path / "news.case")
    connection.execute("UPDATE name SET kind = 'company', family = lower(name) WHERE name LIKE 'Benmore%'")
    connection.execute("PRAGMA user_version = 3")
    connection.commit()
    connection.close()
    with open_casefile(tmp_path / "news.case", writing=True) as casefile:
        helped = casefile.find_actor("Benmore Timber")
        assert (helped.kind, set(helped.aliases)) == ("company", {"Benmore Timber", "Benmore Timber Co"})
        assert {link.target for link in casefile.links()} == {"Benmore Timber"}


def test_hints_are_links_but_no_ties(case: Path) -> None:
    connection = sqlite3.connect(case)
    links, ties = ("SELECT count(*) FROM links", "SELECT count(*) FROM ties")
    before = [connection.execute(query).fetchone()[0] for query in (links, ties)]
    connection.execute("UPDATE link SET confidence = 0.2")
    assert before[1] > 0
    assert [connection.execute(query).fetchone()[0] for query in (links, ties)] == [before[0], 0]
    connection.close()


def test_damage_that_only_reading_brings_to_light_is_one_line_too(case: Path) -> None:
    content = bytearray(case.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    case.write_bytes(content)
    with pytest.raises(CasefileError, match="damaged"), open_casefile(case) as casefile:
        info(casefile, ("", ""))
