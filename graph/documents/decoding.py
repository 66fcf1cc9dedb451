"""Bytes -> text: UTF-8 first, then what a byte order mark or the bytes themselves tell; binary files are refused."""

from __future__ import annotations

import codecs
import contextlib

from graph.errors import UnreadableDocument

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_MAX_CONTROLS = 0.02  # share of control characters above which bytes are no text
_FEW = 0.15  # share of bytes beyond ASCII that accents, dashes and quotes do not reach in English


def decoded(data: bytes, name: str) -> str:
    """The text of a file, line ends as `\\n`.

    Raises
    ------
    UnreadableDocument
        If the bytes are no text in any encoding.
    """
    encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    if encoding is None and _is_binary(data):
        raise UnreadableDocument(f"{name}: is a binary file, not text")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = _guessed(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sound(text: str) -> str:
    """The text without half characters, which JSON and file names can hold and no file can: a mark for each.

    >>> sound("Chad \\ud800 Mali")
    'Chad \ufffd Mali'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _guessed(data: bytes, name: str) -> str:
    """Mostly plain letters are English in the Windows encoding; else the bytes are asked."""
    if sum(byte > 127 for byte in data) < _FEW * len(data):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableDocument(f"{name}: is in no encoding that can be told; save it as UTF-8")
    return str(best)


def _is_binary(data: bytes) -> bool:
    sample = data[:8192]
    return b"\0" in sample or sum(byte in _CONTROLS for byte in sample) > _MAX_CONTROLS * len(sample)
