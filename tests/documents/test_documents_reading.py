"""Every format gives its words and what it says about them; what cannot be read is named, and the rest is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.documents import MAX_CHARACTERS, count_documents, find_documents, limits, read_documents
from graph.errors import UnreadableDocument, WhowhomError
from graph.links import Document

SENTENCE = "The army of Sudan fought the Rapid Support Forces in Khartoum, and the African Union asked both to stop."


def read(path: Path | str, **how: str) -> tuple[list[Document], list[str]]:
    """The documents, and what could not be read."""
    problems: list[str] = []
    return list(read_documents(path, on_problem=lambda p: problems.append(str(p)), **how)), problems


def test_text_keeps_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Heading\n\n{SENTENCE}\n")
    ((document,), problems) = read(path)
    assert document == Document("a.txt", f"Heading\n\n{SENTENCE}\n")
    assert problems == []


@pytest.mark.parametrize("front", ["---\ntitle: 'Truce'\ndate: 2023-05-20\ntags:\n  - war\n---\n",
                                   '+++\ntitle = "Truce"\ndate = 2023-05-20\n+++\n'])  # fmt: skip
def test_front_matter_tells_what_to_cite(tmp_path: Path, front: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(front + SENTENCE)
    assert read(path)[0] == [Document("a.md", SENTENCE, "Truce", date="2023-05-20")]


def test_a_file_beside_it_tells_what_to_cite(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.toml").write_text('id = "wire-7"\npublisher = "Wire"\ndate = 2023-05-20\nurl = "http://x.org/7"')
    assert read(tmp_path)[0] == [Document("wire-7", SENTENCE, None, "Wire", "http://x.org/7", "2023-05-20")]


def test_a_broken_file_beside_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.toml").write_text("date = = 3")
    documents, problems = read(tmp_path)
    assert documents == []
    assert "a.toml: is not TOML" in problems[0]


def test_a_rule_under_the_title_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\n{SENTENCE}\n---\n{SENTENCE}")
    assert read(path)[0][0].text.startswith("---")


def test_markdown_is_read_as_a_reader_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Truce *signed*\n\n> Sudan's [army](http://x.org) **met** the `RSF`.\n\n- One_two said so.\n")
    (document,), _ = read(path)
    assert document.title == "Truce *signed*"
    assert document.text == "Truce signed\n\nSudan's army met the RSF.\n\nOne_two said so.\n"


def test_lines_broken_to_a_width_are_joined_and_offsets_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    wrapped = "The army of Sudan fought the Rapid Support\nForces in Khartoum, and the African Union\nasked both to stop.\n\nThey did not.\n"  # noqa: E501
    path.write_text(wrapped)
    (document,), _ = read(path)
    assert document.text.startswith(SENTENCE + "\n\nThey")
    assert len(document.text) == len(wrapped)


def test_a_folder_is_read_in_order_without_hidden_files_and_notes(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", ".hidden.txt", ".git/x.txt", "README.md", "LICENSE.txt", "photo.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{SENTENCE} {name}")
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a/10.txt", "a/2.txt", "b.txt"]
    assert problems == []
    assert count_documents([tmp_path]) == 3


def test_what_is_left_out_of_a_folder_is_noted_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "a.toml", "README.md", ".hidden", "b.doc", "in/c.DOC", "d.log", "notes", "news.case"):
        (tmp_path / name).write_text("" if name == "a.toml" else SENTENCE)
    notes: list[str] = []
    assert len(list(find_documents(tmp_path, on_note=notes.append))) == 1
    assert notes == [f"{tmp_path}: left out what is no document by its ending (.doc 2, .log 1, no ending 1)"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    assert len(list(read_documents([path, tmp_path, path]))) == 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Erdoğan’s visit".encode(), "Erdoğan’s visit"),
        ("Erdoğan’s visit".encode("utf-8-sig"), "Erdoğan’s visit"),
        ("Erdoğan’s visit".encode("utf-16"), "Erdoğan’s visit"),
        ("The “café” talks in São Tomé were over, the envoy’s office said.".encode("cp1252"),
         "The “café” talks in São Tomé were over, the envoy’s office said."),
        (b"One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
    ],
)  # fmt: skip
def test_encodings_are_told_from_the_bytes(tmp_path: Path, content: bytes, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert read(path)[0][0].text == text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n ", "is empty"),
        ("a.txt", b"\x7fELF\0\0\1\2" * 30, "binary file"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0" * 9, "binary file"),
        ("a.txt", ("Die Regierung hat das Abkommen mit der Union nicht unterzeichnet und will auch im "
                   "Herbst nicht darüber sprechen.").encode(), "not in English"),
        ("a.txt", "Правительство не подписало соглашение с союзом.".encode(), "not in English"),
        ("a.txt", b"---\ndate: 03/04/2024\n---\nTalks began.", "can be read one way"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.pdf", b"%PDF-1.4 nothing", "not a PDF"),
        ("a.docx", b"PK nothing", "not a Word document"),
        ("a.xml", b"<note>hello</note>", "no RSS or Atom"),
        ("a.zip", b"PK nothing", "not a zip file"),
        ("a.txt.gz", b"nothing", "not a gzip file"),
        ("a.csv", b"title,body\nx,y\n", "no column named text (it has title, body)"),
        ("a.jsonl", b'{"text": 5}', "a.jsonl:1: its text is 5, not a string"),
        ("a.jsonl", b'{"sentence": "x", "source": "A", "predicate": "met", "target": "B"}\n' * 9, "holds links"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1: is not a JSON object"),
        ("a.jsonl", b'{"text": "Chad met Mali.", "id": ' + b"9" * 5000 + b"}", "a.jsonl:1: is not a JSON object"),
        ("a.jsonl", '{"text": "Chad met Mali."}'.encode("utf-16"), "is in UTF-16"),
        ("a.rtf", b"{\\rtf1 Talks began.}", "save it as .docx"),
        ("a.toml", b"Talks began.", "goes beside a document"),
        ("a.case", b"Talks began.", "it is damaged"),
        ("a.txt", b"word " * (MAX_CHARACTERS // 5 + 1), "too long"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_and_the_next_file_is_read(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(SENTENCE)
    problems: list[str] = []
    documents = list(
        read_documents([tmp_path / name, tmp_path / "z.txt"], on_problem=lambda p: problems.append(str(p)))
    )
    assert [document.id for document in documents] == ["z.txt"]
    assert len(problems) == 1
    assert words in problems[0]
    assert name in problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize(
    "headline",
    ["Abbas meets Putin", "Iran denies.", "Hamas, Fatah sign La Paz accord", "G7?",
     "Putin met Xi. Xi met Modi. Modi met Trump.", "Men die. Women die. Children die.",
     "Come war, come peace: care per door", "UN meets Han in Dan", "I saw Chad. I met Mali. I love Niger."],
)  # fmt: skip
def test_short_english_is_not_refused(tmp_path: Path, headline: str) -> None:
    (tmp_path / "a.txt").write_text(headline)
    assert read(tmp_path)[1] == []


@pytest.mark.parametrize(
    "text",
    ["Le président a rencontré les ministres dans une salle avec des experts.",
     "Der Präsident ist von der Regierung nicht für das Abkommen.",
     "El presidente se reunió con los ministros en una sala del palacio.",
     "O presidente não se reuniu em uma sala do palácio com os ministros da União.",
     "Il presidente si è incontrato con il ministro della difesa in una sala del palazzo.",
     "De president heeft de ministers niet in het paleis aan een tafel gezien.",
     "Prezydent nie spotkał się z ministrami w pałacu, że jest za rządem.",
     "Presidenten har inte träffat ministrarna på slottet, och det är en fråga om ett avtal.",
     "Præsidenten har ikke mødt ministrene på slottet, og det er en sag om et forlig.",
     "Cumhurbaşkanı bakanlar ile bir sarayda görüştü ve bu konu için çok önemli.",
     "Presiden tidak bertemu dengan para menteri di istana untuk membahas hal itu.",
     "Președintele nu este în palat cu miniștrii și o sală pentru experți."],
)  # fmt: skip
def test_other_languages_are_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert "not in English" in read(tmp_path / "a.txt")[1][0]


def test_without_a_listener_the_first_problem_is_raised(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no such file"):
        list(read_documents(tmp_path / "nowhere"))


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "holds no document" in read(tmp_path)[1][0]


def test_rows_of_jsonl_broken_ones_left_out(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    rows = [
        json.dumps({"id": "w1", "text": SENTENCE, "date": "2023-05-20T10:00:00Z", "publisher": "Wire", "extra": 1}),
        "{broken", '"a string"', '{"title": "no text"}', "", json.dumps({"text": "Talks began."}),
    ]  # fmt: skip
    path.write_text("\n".join(rows))
    documents, problems = read(path)
    assert documents == [
        Document("w1", SENTENCE, None, "Wire", None, "2023-05-20"),
        Document("wire.jsonl#6", "Talks began."),
    ]
    assert [problem.split(":")[1] for problem in problems] == ["2", "3", "4"]


def test_half_a_character_is_marked_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Chad met \\ud800Mali.", "title": "\\udcff"}\n')
    assert read(path) == ([Document("a.jsonl#1", "Chad met \ufffdMali.", "\ufffd")], [])


def test_a_folder_that_may_not_be_entered_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "a.txt").write_text(SENTENCE)
    scandir, stat = os.scandir, os.stat

    def guarded(ask: Callable[..., object], inside: bool) -> Callable[..., object]:
        def asked(path: object, *more: object, **how: object) -> object:
            if locked in Path(str(path)).parents or (not inside and Path(str(path)) == locked):
                raise PermissionError(13, "Permission denied", str(path))
            return ask(path, *more, **how)

        return asked

    monkeypatch.setattr(os, "scandir", guarded(scandir, inside=False))
    monkeypatch.setattr(os, "stat", guarded(stat, inside=True))
    documents, problems = read(tmp_path)
    assert [document.id for document in documents] == ["a.txt"]
    assert problems == [f"{locked}: cannot be read (Permission denied)"]
    assert read(locked / "b.txt") == ([], [f"{locked}/b.txt: cannot be read (Permission denied)"])


def test_a_name_that_is_too_long_is_no_file() -> None:
    assert read("a" * 300) == ([], [f"{'a' * 300}: cannot be read (File name too long)"])


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_of_a_table(tmp_path: Path, mark: str) -> None:
    path = tmp_path / ("wire.tsv" if mark == "\t" else "wire.csv")
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=mark).writerows(
        [["Title", "Text", "Date"], ["T", 'Two, "lines"\nlong; here', "2023-05-20"]]
    )
    path.write_text(sheet.getvalue(), encoding="utf-8-sig")
    assert read(path)[0] == [Document(f"{path.name}#2", 'Two, "lines"\nlong; here', "T", date="2023-05-20")]


def test_date_is_for_documents_that_carry_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text(f"---\ndate: 1 May 2023\n---\n{SENTENCE}")
    assert [d.date for d in read(tmp_path, date="2023-06-01")[0]] == ["2023-06-01", "2023-05-01"]
    with pytest.raises(WhowhomError, match="'soon' is not a date"):
        read(tmp_path, date="soon")


def test_standard_input_is_read_as_what_it_plainly_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, identity in (
        (SENTENCE, "stdin"),
        (json.dumps({"id": "w1", "text": SENTENCE}), "w1"),
        (f'id,text\nw1,"{SENTENCE}"\n', "w1"),
        (f"id\ttext\nw1\t{SENTENCE}\n", "w1"),
        (f"\ufeff\n<!DOCTYPE html>\n<html><body><article><p>{SENTENCE}</p></article></body></html>", "stdin"),
        (f"<HTML><body><article><p>{SENTENCE}</p></article></body></HTML>", "stdin"),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert [(d.id, d.text) for d in read_documents("-")] == [(identity, SENTENCE)]


def test_a_page_is_read_without_its_menu(tmp_path: Path) -> None:
    body = "".join(f"<p>{SENTENCE} Day {n}.</p>" for n in range(6))
    (tmp_path / "a.html").write_text(
        "<html><head><title>Truce</title><meta property='og:site_name' content='Daily'>"
        "<meta property='article:published_time' content='2023-05-20T10:00:00Z'></head>"
        f"<body><nav><a href='/'>Subscribe now</a></nav><article><h1>Truce</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )
    (document,), problems = read(tmp_path)
    assert (document.title, document.publisher, document.date, problems) == ("Truce", "Daily", "2023-05-20", [])
    assert f"{SENTENCE} Day 5." in document.text
    assert "Subscribe" not in document.text


def test_word_documents(tmp_path: Path) -> None:
    import docx

    made = docx.Document()
    made.core_properties.title = "Truce"
    made.add_paragraph("Truce signed")
    made.add_paragraph(SENTENCE)
    made.save(str(tmp_path / "a.docx"))
    assert read(tmp_path)[0] == [Document("a.docx", f"Truce signed\n{SENTENCE}", "Truce")]


def pdf(lines: list[str]) -> bytes:
    """The smallest PDF of one page that holds the lines."""
    drawn = "BT /F1 12 Tf 14 TL 40 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
    ]  # fmt: skip
    content, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    return f"{content}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def test_pages_of_pdf_become_paragraphs(tmp_path: Path) -> None:
    lines = ["The army of Sudan fought the Rapid Sup-", "port Forces in the capital on Monday.", "They stopped."]
    (tmp_path / "a.pdf").write_bytes(pdf(lines))
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    documents, problems = read(tmp_path)
    assert documents[0].text == (
        "The army of Sudan fought the Rapid Support Forces in the capital on Monday. They stopped."
    )
    assert "scan.pdf: holds no text" in problems[0]


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_mail(tmp_path: Path, subtype: str) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["Date"] = "Truce", "Desk <desk@wire.example>", "Sat, 20 May 2023 10:00:00 +0200"
    own = f"{SENTENCE}\nIt held."
    mail.set_content(f"{own}\n> They said no.\n-- \nThe desk" if subtype == "plain" else
                     f"<p>{SENTENCE}</p><p>It held.</p><script>x()</script>", subtype=subtype)  # fmt: skip
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    assert read(tmp_path)[0] == [Document("a.eml", own, "Truce", "Desk", None, "2023-05-20")]


RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>
<item><title>Truce</title><link>http://x.org/1</link><guid>wire-1</guid><pubDate>Sat, 20 May 2023 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;</description></item>
<item><title>Only a headline</title></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>Truce</title><id>wire-1</id><link href="http://x.org/1"/><updated>2023-05-20T10:00:00Z</updated>
<content type="html">&lt;p&gt;{SENTENCE}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(("name", "content", "broken"), [("a.rss", RSS, 1), ("a.atom", ATOM, 0), ("a.xml", RSS, 1)])
def test_feeds(tmp_path: Path, name: str, content: str, broken: int) -> None:
    (tmp_path / name).write_text(content)
    documents, problems = read(tmp_path)
    assert documents == [Document("wire-1", SENTENCE, "Truce", "Wire", "http://x.org/1", "2023-05-20")]
    assert len(problems) == broken


def test_packed_files_are_read_by_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "w.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "w1", "text": SENTENCE}).encode()))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("in/b.txt", SENTENCE)
        archive.writestr("a.jsonl", json.dumps({"text": "Talks began."}))
        archive.writestr("in/empty.txt", "")
        archive.writestr("in/deeper.zip", b"PK")
        archive.writestr(".hidden.txt", SENTENCE)
        archive.writestr("photo.jpg", b"\0")
    documents, problems = read(tmp_path)
    assert [(d.id, d.text) for d in documents] == [
        ("w1", SENTENCE), ("x.zip#a.jsonl#1", "Talks began."), ("x.zip#in/b.txt", SENTENCE),
    ]  # fmt: skip
    assert [problem.rpartition("x.zip#")[2] for problem in problems] == [
        "in/deeper.zip: an archive inside an archive is not opened", "in/empty.txt: is empty",
    ]  # fmt: skip


def zip_of(sizes: list[int]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, size in enumerate(sizes):
            archive.writestr(f"{number}.txt", b"talks " * (size // 6))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "pack", "words"),
    [
        ("a.zip", lambda: zip_of([700_000, 700_000]), "too large unpacked"),
        ("a.zip", lambda: zip_of([6] * 12), "too many files (12; at most 10)"),
        ("a.zip", lambda: zip_of([600_000]), "#0.txt: is too large"),
        ("a.txt.gz", lambda: gzip.compress(b"talks " * 100_000), "too large"),
        ("a.jsonl.gz", lambda: gzip.compress(b" " * 1_200_000), "too large unpacked"),
        ("a.txt", lambda: b"talks " * 100_000, "too large"),
    ],
)
def test_what_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pack: Callable[[], bytes], words: str
) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 500_000)
    monkeypatch.setattr(limits, "MAX_MEMBERS", 10)
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1_000_000)
    (tmp_path / name).write_bytes(pack())
    documents, problems = read(tmp_path)
    assert documents == []
    assert words in problems[0]


def test_each_document_knows_where_it_was_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "w.jsonl").write_text(json.dumps({"id": "w1", "text": SENTENCE}))
    assert [found.origin for found in find_documents(tmp_path)] == [f"{tmp_path}/a.txt", f"{tmp_path}/w.jsonl#w1"]


def test_rows_that_say_the_same_id_are_two_documents(tmp_path: Path) -> None:
    row = json.dumps({"id": "w1", "text": SENTENCE})
    (tmp_path / "w.jsonl").write_text(f"{row}\n{row}\n")
    assert [found.origin for found in find_documents(tmp_path)] == [
        f"{tmp_path}/w.jsonl#w1", f"{tmp_path}/w.jsonl#w1#2"
    ]  # fmt: skip


def test_heavy_libraries_wait_for_a_file_of_their_kind(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "a.txt").write_text(SENTENCE)
    code = (
        "import sys; from graph.documents import read_documents; list(read_documents(sys.argv[1])); "
        "print({'spacy', 'trafilatura', 'pypdf', 'docx', 'feedparser', 'lxml'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
