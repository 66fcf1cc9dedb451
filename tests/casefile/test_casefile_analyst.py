"""An analyst's decisions hold for what is there and what comes, are listed, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from toy import Build, facts

from graph.casefile import Casefile, analyst, open_casefile
from graph.casefile.decisions import decisions
from graph.casefile.store import Reviewed
from graph.errors import CasefileError, UnknownActor, WhowhomError
from graph.score import review
from graph.selection import Selection


@pytest.fixture
def case(build_toy: Build, news: Path, tmp_path: Path) -> Path:
    """A casefile of three articles."""
    build_toy(news)
    return tmp_path / "news.case"


def statements(casefile: Casefile) -> list[tuple[str, str, str]]:
    return [(link.source, link.predicate, link.target) for link in casefile.links()]


def test_a_merge_leads_links_to_one_actor_and_back(case: Path) -> None:
    before = facts(case)
    with open_casefile(case, writing=True) as casefile:
        (number,) = analyst.merge(casefile, "Egypt", ["Kenya"], note="a test")
        assert statements(casefile) == [
            ("Sudan", "attack", "Chad"), ("Egypt", "help", "Sudan"), ("Amina Osman", "meet", "Egypt"),
            ("Egypt", "help", "Chad"), ("Amina Osman", "help", "Chad"),
        ]  # fmt: skip
        egypt = casefile.find_actor("kenya")
        assert (egypt.name, egypt.aliases) == ("Egypt", {"Kenya": 2, "Egypt": 1})
        assert egypt.why["Kenya"] == f"name; decision {number}: merge (a test)"
        sentence = next(link.sentence for link in casefile.links() if link.predicate == "meet")
        assert sentence == "Amina Osman meets Kenya."
        analyst.undo(casefile, number)
    assert facts(case) == before


def test_a_decision_holds_for_later_documents(build_toy: Build, case: Path, news: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        analyst.merge(casefile, "Egypt", ["Kenya"])
        analyst.rename(casefile, "Egypt", "Misr")
    (news / "d.txt").write_text("Kenya attacks Chad.")
    build_toy(news)
    with open_casefile(case) as casefile:
        assert statements(casefile)[-1] == ("Misr", "attack", "Chad")


def test_a_decision_follows_an_actor_to_its_fuller_name(build_toy: Build, case: Path, news: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        analyst.merge(casefile, "Amina Osman", ["Kenya"])
    (news / "d.txt").write_text("Amina Binti Osman attacks Chad.")
    build_toy(news)
    with open_casefile(case) as casefile:
        assert casefile.find_actor("Kenya").name == "Amina Binti Osman"


def test_a_split_by_document_leaves_the_others(build_toy: Build, case: Path, news: Path) -> None:
    before = facts(case)
    with open_casefile(case, writing=True) as casefile:
        (number,) = analyst.split(casefile, "Osman", "Osman (senator)", documents=["c.txt"])
        assert statements(casefile)[2] == ("Amina Osman", "meet", "Kenya")
        assert statements(casefile)[4] == ("Osman (senator)", "help", "Chad")
    build_toy(news, model="newer", reread=True)
    with open_casefile(case, writing=True) as casefile:
        assert statements(casefile)[4] == ("Osman (senator)", "help", "Chad")
        analyst.undo(casefile, number)
    build_toy(news, reread=True)
    assert facts(case) == before


def test_a_split_by_name_takes_the_documents_that_name_it_so(build_toy: Build, case: Path, news: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        analyst.split(casefile, "Amina Osman", "Another Osman", named=["osman"])
    (news / "d.txt").write_text("Osman attacks Chad.")
    build_toy(news)
    with open_casefile(case) as casefile:
        assert [source for source, _, _ in statements(casefile)] == [
            "Sudan", "Egypt", "Amina Osman", "Kenya", "Another Osman", "Another Osman",
        ]  # fmt: skip


def test_decisions_apply_in_the_order_they_were_made(case: Path) -> None:
    before = facts(case)
    with open_casefile(case, writing=True) as casefile:
        analyst.rename(casefile, "Chad", "Tchad")
        analyst.merge(casefile, "Tchad", ["Sudan"])
        analyst.rename(casefile, "Tchad", "The Two")
        assert statements(casefile)[0] == ("The Two", "attack", "The Two")
        analyst.undo(casefile, 2)
        assert statements(casefile)[0][0] == "Sudan"
        for number in (3, 1):
            analyst.undo(casefile, number)
        assert [d.undone is not None for d in decisions(casefile.connection)] == [True, True, True]
    assert facts(case) == before


def test_a_rejected_link_leaves_every_answer_and_stays_on_file(build_toy: Build, case: Path, news: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        link = next(casefile.links())
        analyst.review(casefile, link.id, reject=True, note="irony")
        assert ("Sudan", "attack", "Chad") not in statements(casefile)
        assert all(tie.predicate != "attack" for tie in casefile.ties())
        assert list(casefile.search("attacks")) == []
        assert all(dyad.polarity != "hostile" for dyad in casefile.bare_ties())
        assert casefile.link(link.id) == link
    build_toy(news, model="newer", reread=True)  # the same words again: the verdict stands
    with open_casefile(case, writing=True) as casefile:
        assert ("Sudan", "attack", "Chad") not in statements(casefile)
        assert casefile.reviewed() == [Reviewed(link, False, True, "irony")]
        analyst.review(casefile, link.id, reject=False)
        assert ("Sudan", "attack", "Chad") in statements(casefile)
        analyst.undo(casefile, 2)
        assert ("Sudan", "attack", "Chad") not in statements(casefile)


def test_what_cannot_be_decided_says_why(case: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        for decide, error, words in (
            (lambda: analyst.merge(casefile, "Egypt", ["Egypt"]), WhowhomError, "one actor already"),
            (lambda: analyst.merge(casefile, "Egypt", ["Egpt"]), UnknownActor, "Egypt"),
            (lambda: analyst.rename(casefile, "Egypt", "sudan"), WhowhomError, "whowhom merge"),
            (lambda: analyst.rename(casefile, "Egypt", " "), WhowhomError, "needs a name"),
            (lambda: analyst.split(casefile, "Egypt", "Egypt II"), WhowhomError, "--document ID, or --named"),
            (lambda: analyst.split(casefile, "Egypt", "X", documents=["no.txt"]), CasefileError, "no document"),
            (lambda: analyst.split(casefile, "Egypt", "X", documents=["c.txt"]), WhowhomError, "not found"),
            (lambda: analyst.review(casefile, "nope", reject=True), CasefileError, "no link"),
            (lambda: analyst.undo(casefile, 9), WhowhomError, "no decision 9"),
        ):
            with pytest.raises(error, match=words):
                decide()
        assert decisions(casefile.connection) == []
        analyst.rename(casefile, "Egypt", "Misr")
        analyst.undo(casefile, 1)
        with pytest.raises(WhowhomError, match="taken back already"):
            analyst.undo(casefile, 1)
        with pytest.raises(WhowhomError, match="is a rename, not a merge"):
            analyst.undo(casefile, 1, ["merge"])


def test_verdicts_outlive_the_reading_they_were_given_on(build_toy: Build, case: Path, news: Path) -> None:
    with open_casefile(case, writing=True) as casefile:
        wrong, right, *_ = casefile.links()
        analyst.review(casefile, wrong.id, reject=True)
        analyst.review(casefile, right.id, reject=False, note="seen")
        before = review(casefile.reviewed())
        assert (before.measure.hits, before.measure.predicted, before.measure.wanted) == (1, 2, 1)
        assert {name: (j.right, j.reviewed) for name, j in before.relations.items()} == {
            wrong.relation: (0, 1), right.relation: (1, 1),
        }  # fmt: skip
        assert [verdict.link for verdict in before.wrong] == [wrong]
        assert before.missed == ()
    (news / "a.txt").write_text("Nothing happened.")  # neither is read any more
    build_toy(news)
    with open_casefile(case) as casefile:
        after = review(casefile.reviewed())
        assert (after.measure.hits, after.measure.predicted, after.measure.wanted) == (0, 0, 1)
        assert [(verdict.link, verdict.note) for verdict in after.missed] == [(right, "seen")]
        assert after.wrong == ()
        assert review(casefile.reviewed(Selection(relation=("ROLE",)))).missed == ()
