"""Is every word list that the code asks for there, and does the code ask for every one?"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from graph.extraction.wordlists import DATA, actor_words, read_data, word_lists, words

READERS = {"words": words, "actor_words": actor_words, "word_lists": word_lists}
BY_TEXT = {"in", "under", "short_titles", "charged", "kinds", "introduced"}  # tables whose keys the text gives
CODE = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(DATA.parent.rglob("*.py"))]


def asked() -> Iterator[tuple[str, list[str]]]:
    """The reader and the arguments of each call whose arguments are written out."""
    for node in (node for tree in CODE for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in READERS:
            told = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            if len(told) == len(node.args) > 0:
                yield node.func.id, told


def test_every_list_that_is_asked_for_is_there() -> None:
    assert all(READERS[reader](*told) for reader, told in asked())


@pytest.mark.parametrize("file", ["arguments", "actors_words", "coreference", "descriptions"])
def test_no_list_has_a_word_twice(file: str) -> None:
    rows = [(key, row) for table in read_data(file).values() if isinstance(table, dict) for key, row in table.items()]
    twice = {key: sorted({word for word in row if row.count(word) > 1}) for key, row in rows if isinstance(row, list)}
    assert not {key: found for key, found in twice.items() if found}


@pytest.mark.parametrize("file", ["arguments", "actors_words"])
def test_every_list_is_named_in_the_code(file: str) -> None:
    texts = {node.value for tree in CODE for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    whole = BY_TEXT | {told[0] for reader, told in asked() if reader == "word_lists"}
    lists = {(table, key) for table, found in read_data(file).items() if table not in whole for key in found}
    assert not sorted((table, key) for table, key in lists if not {table, key} <= texts)
