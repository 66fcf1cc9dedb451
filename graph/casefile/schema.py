"""How a casefile looks inside: tables, views with telling names, and the steps from each version to the next.

A casefile is an ordinary SQLite file: `sqlite3 my.case "select * from links"` and Datasette read it.
Columns ending in `_as` point to the actor as its document has it (`appearance`), the ones without to
the actor it was resolved to, kept beside each other so that ties are counted along one index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from graph.resolution import Named, family

APPLICATION_ID = 0x77686F6D  # "whom", at offset 68 of the file

_TABLES = """
CREATE TABLE reading (
    number INTEGER PRIMARY KEY, model TEXT NOT NULL, rules TEXT NOT NULL, UNIQUE (model, rules)
);
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL,             -- of the text: the same words are the same document
    origin TEXT,                    -- the file it was found in
    title TEXT, publisher TEXT, url TEXT, date TEXT,
    text TEXT NOT NULL,
    reading INTEGER REFERENCES reading,                            -- NULL: not read yet
    copy_of INTEGER REFERENCES document ON DELETE SET NULL,        -- the same story, counted there
    banded INTEGER NOT NULL DEFAULT 0                              -- whether its bands are noted, where it has any
);
CREATE INDEX document_hash ON document (hash);
CREATE INDEX document_origin ON document (origin);
CREATE INDEX document_reading ON document (reading);
CREATE INDEX document_copies ON document (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX document_not_banded ON document (number) WHERE NOT banded;
CREATE TABLE actor (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, country TEXT
);
CREATE TABLE name (                 -- what documents call actors, each name once, and the actor it leads to
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
    family TEXT NOT NULL,           -- only names of one family are compared
    resolved TEXT,                  -- the actor by the words alone; NULL: still to be resolved
    reason TEXT,                    -- why it is that one, where the name alone does not say so
    actor INTEGER NOT NULL REFERENCES actor,    -- the same, after the analyst's decisions
    decided TEXT                    -- those decisions
);
CREATE UNIQUE INDEX name_as_read ON name (name, kind, coalesce(country, ''));
CREATE INDEX name_family ON name (family);
CREATE INDEX name_unresolved ON name (number) WHERE resolved IS NULL;
CREATE INDEX name_resolved ON name (resolved);
CREATE INDEX name_actor ON name (actor);
CREATE TABLE appearance (           -- an actor as one document has it
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    name INTEGER NOT NULL REFERENCES name,
    actor INTEGER NOT NULL REFERENCES actor,    -- that of the name, unless the analyst split it off here
    UNIQUE (document, name)
);
CREATE INDEX appearance_actor ON appearance (actor);
CREATE INDEX appearance_name ON appearance (name);
CREATE TABLE alias (                -- the words a document uses for it
    appearance INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    text TEXT NOT NULL, folded TEXT NOT NULL, count INTEGER NOT NULL, why TEXT NOT NULL,
    PRIMARY KEY (appearance, text)
) WITHOUT ROWID;
CREATE INDEX alias_folded ON alias (folded);
CREATE TABLE sentence (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
    UNIQUE (document, start, end)
);
CREATE TABLE link (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    sentence INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
    source INTEGER NOT NULL REFERENCES actor, source_as INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES actor, target_as INTEGER NOT NULL REFERENCES appearance ON DELETE CASCADE,
    speaker INTEGER REFERENCES actor, speaker_as INTEGER REFERENCES appearance ON DELETE CASCADE,
    speaker_unnamed INTEGER NOT NULL,
    source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
    target_start INTEGER NOT NULL, target_end INTEGER NOT NULL,
    predicate_start INTEGER NOT NULL, predicate_end INTEGER NOT NULL,
    predicate TEXT NOT NULL, relation TEXT NOT NULL, polarity TEXT NOT NULL, intensity REAL NOT NULL,
    factuality TEXT NOT NULL, time_text TEXT, time_start TEXT, time_end TEXT, symmetric INTEGER NOT NULL,
    kind TEXT NOT NULL, main INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX link_document ON link (document);
CREATE INDEX link_sentence ON link (sentence);
CREATE INDEX link_dyad ON link (source, target, polarity, symmetric, factuality, confidence);
CREATE INDEX link_target ON link (target);
CREATE INDEX link_speaker ON link (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX link_source_as ON link (source_as);
CREATE INDEX link_target_as ON link (target_as);
CREATE INDEX link_speaker_as ON link (speaker_as) WHERE speaker_as IS NOT NULL;
CREATE TABLE decision (             -- the analyst's own word, in the order it was given
    number INTEGER PRIMARY KEY,
    action TEXT NOT NULL,           -- merge, split, rename, confirm, reject
    subject TEXT NOT NULL,          -- the actor's name, or the link's id
    object TEXT,                    -- the other name
    scope TEXT,                     -- a split's documents and words, or the link as it was; JSON
    note TEXT, made TEXT NOT NULL, undone TEXT
);
CREATE INDEX decision_subject ON decision (subject);
CREATE TABLE band (                 -- MinHash bands of near-duplicates: two documents in one bucket may be one story
    bucket INTEGER NOT NULL, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    PRIMARY KEY (bucket, document)
) WITHOUT ROWID;
CREATE INDEX band_document ON band (document);
"""

_FULL_TEXT = """
CREATE VIRTUAL TABLE sentence_text USING fts5 (
    text, content='sentence', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_added AFTER INSERT ON sentence BEGIN
    INSERT INTO sentence_text (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
    INSERT INTO sentence_text (sentence_text, rowid, text) VALUES ('delete', old.number, old.text);
END;
"""

_VIEWS = """
CREATE VIEW reviews AS              -- the last word that stands on each reviewed link
    SELECT subject AS link, CASE action WHEN 'reject' THEN 'rejected' ELSE 'confirmed' END AS verdict, note, made
    FROM decision AS d WHERE action IN ('confirm', 'reject') AND undone IS NULL AND number = (
        SELECT max(number) FROM decision
        WHERE subject = d.subject AND action IN ('confirm', 'reject') AND undone IS NULL);
CREATE VIEW links AS                -- what the texts say, one statement a row; rejected ones are left out
    SELECT link.id, document.id AS document, document.title, document.publisher, document.url, document.date,
        sentence.text AS sentence, source.name AS source, link.predicate, link.relation, target.name AS target,
        link.polarity, link.intensity, link.factuality,
        coalesce(speaker.name, CASE WHEN link.speaker_unnamed THEN 'unnamed' END) AS attributed_to,
        link.time_text, link.time_start, link.time_end, link.symmetric, link.kind, link.main, link.rule,
        link.confidence
    FROM link JOIN document ON document.number = link.document JOIN sentence ON sentence.number = link.sentence
        JOIN actor AS source ON source.number = link.source JOIN actor AS target ON target.number = link.target
        LEFT JOIN actor AS speaker ON speaker.number = link.speaker
    WHERE link.id NOT IN (SELECT link FROM reviews WHERE verdict = 'rejected')
    ORDER BY link.document, link.number;
CREATE VIEW actors AS
    SELECT actor.id, actor.name, actor.kind, actor.country,
        (SELECT count(*) FROM link WHERE source = actor.number) AS links_out,
        (SELECT count(*) FROM link WHERE target = actor.number) AS links_in
    FROM actor;
CREATE VIEW aliases AS              -- the words that texts use for each actor, and what resolved them
    SELECT actor.name AS actor, alias.text AS words, sum(alias.count) AS times,
        coalesce(min(name.decided), min(name.reason), min(alias.why)) AS why
    FROM alias JOIN appearance ON appearance.number = alias.appearance JOIN name ON name.number = appearance.name
        JOIN actor ON actor.number = appearance.actor
    GROUP BY actor.number, alias.text;
CREATE VIEW documents AS
    SELECT document.id, document.title, document.publisher, document.url, document.date, document.origin,
        original.id AS counted_under, reading.model, reading.rules,
        (SELECT count(*) FROM link WHERE link.document = document.number) AS links
    FROM document LEFT JOIN document AS original ON original.number = document.copy_of
        LEFT JOIN reading ON reading.number = document.reading;
CREATE VIEW decisions AS
    SELECT number, action, subject, object, scope, note, made, undone FROM decision;
"""


_TIES = """
CREATE VIEW ties AS                 -- links bundled by who, whom and polarity; both ways is one, by name
    SELECT CASE WHEN link.symmetric THEN min(source.name, target.name) ELSE source.name END AS source,
        CASE WHEN link.symmetric THEN max(source.name, target.name) ELSE target.name END AS target,
        polarity, symmetric, sum(factuality = 'asserted') AS asserted, sum(factuality = 'negated') AS negated,
        sum(factuality = 'possible') AS possible,
        sum(confidence * CASE factuality WHEN 'asserted' THEN 1.0 WHEN 'possible' THEN 0.5 ELSE 0.0 END) AS weight
    FROM link JOIN actor AS source ON source.number = link.source JOIN actor AS target ON target.number = link.target
    WHERE {but}link.id NOT IN (SELECT link FROM reviews WHERE verdict = 'rejected')
    GROUP BY 1, 2, 3, 4;
"""


_UNSETTLED = """
ALTER TABLE actor ADD COLUMN unsettled INTEGER NOT NULL DEFAULT 1;    -- its names have changed since it got its kind
CREATE INDEX actor_unsettled ON actor (number) WHERE unsettled;
CREATE TRIGGER appearance_added AFTER INSERT ON appearance BEGIN
    UPDATE actor SET unsettled = 1 WHERE number = new.actor AND NOT unsettled;
END;
CREATE TRIGGER appearance_moved AFTER UPDATE OF actor ON appearance BEGIN
    UPDATE actor SET unsettled = 1 WHERE number IN (old.actor, new.actor) AND NOT unsettled;
END;
CREATE TRIGGER appearance_removed AFTER DELETE ON appearance BEGIN
    UPDATE actor SET unsettled = 1 WHERE number = old.actor AND NOT unsettled;
END;
CREATE INDEX name_decided ON name (number) WHERE decided IS NOT NULL;
"""


def first_version(connection: sqlite3.Connection) -> None:
    """Lay out an empty casefile."""
    for script in (_TABLES, _FULL_TEXT, _VIEWS, _TIES.format(but="")):
        for statement in _statements(script):
            connection.execute(statement)


def hints_leave_ties(connection: sqlite3.Connection) -> None:
    """Leave what is too unsure to be shown out of the view of ties."""
    for statement in _statements("DROP VIEW ties;\n" + _TIES.format(but="confidence >= 0.5 AND ")):
        connection.execute(statement)


def a_document_costs_what_it_changes(connection: sqlite3.Connection) -> None:
    """Note which actors are to be described anew, and find the names that decisions lead, without reading all."""
    for statement in _statements(_UNSETTLED):
        connection.execute(statement)


def legal_forms_are_no_names(connection: sqlite3.Connection) -> None:
    """Put names into the families they belong to since a firm's legal form and small letters make no other name."""
    from graph.casefile import resolving

    names = connection.execute("SELECT number, family, name, kind, country FROM name").fetchall()
    moved = [(new, former, number) for number, former, *named in names if (new := family(Named(*named))) != former]
    for new, former, number in moved:
        connection.execute("UPDATE name SET family = ? WHERE number = ?", (new, number))
        connection.execute("UPDATE name SET resolved = NULL WHERE family IN (?, ?)", (new, former))
    resolving.resolve_new(connection)
    resolving.settle_kinds(connection)


def hints_are_told_by_unseen_text(connection: sqlite3.Connection) -> None:
    """Take the bound of hints that goes with confidence as measured since: on text that no rule was written on."""
    for statement in _statements("DROP VIEW ties;\n" + _TIES.format(but="confidence >= 0.35 AND ")):
        connection.execute(statement)


# Each step brings a casefile from the version of its position to the next; they are never changed, only added to.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    first_version, hints_leave_ties, a_document_costs_what_it_changes, legal_forms_are_no_names,
    hints_are_told_by_unseen_text,
)  # fmt: skip
VERSION = len(MIGRATIONS)


def _statements(script: str) -> list[str]:
    """The statements of a script, since `executescript` would end the transaction."""
    statements, buffer = [], ""
    for line in script.splitlines(keepends=True):
        buffer += line
        if sqlite3.complete_statement(buffer):
            statements.append(buffer)
            buffer = ""
    return statements
