"""What each question answers on the article in seeds/, checked by hand against its text."""

from __future__ import annotations

import pytest

from graph.network import selected
from graph.questions.actors import actors
from graph.questions.balance import balance
from graph.questions.central import central
from graph.questions.changes import changes
from graph.questions.compare import compare
from graph.questions.disputes import disputes
from graph.questions.evidence import evidence
from graph.questions.groups import groups
from graph.questions.neighbours import neighbours
from graph.questions.paths import paths
from graph.questions.search import search
from graph.questions.show import show
from graph.questions.timeline import timeline
from graph.selection import Selection


def test_the_six_actors_of_the_story_are_nodes(article):
    assert {"Russia", "Israel", "Hamas", "Iran", "Hezbollah", "United States"} <= {row.name for row in actors(article)}


def test_iran_is_israels_sworn_enemy(article):
    direct = paths(article, "Iran", "Israel")[0]
    assert direct.actors == ("Iran", "Israel")
    assert direct.reading == "one hostile step: enemy"
    assert "sworn enemy, Iran" in direct.hops[0].best.sentence


def test_hezbollah_stands_between_iran_and_israel(article):
    through = {path.actors: path for path in paths(article, "Iran", "Israel", any_direction=True, k=10)}
    path = through["Iran", "Hezbollah", "Israel"]
    supports, attacks = path.hops
    assert (supports.direction, supports.predicate, supports.polarity) == ("forward", "support", "cooperative")
    assert (attacks.direction, attacks.predicate, attacks.polarity) == ("backward", "attack", "hostile")
    assert attacks.best.attributed_to == "Mark N. Katz"


def test_the_enmity_is_the_writers_and_the_attacks_are_katzs(article):
    voices = {group.speaker: group for group in evidence(article, "Iran", "Israel")}
    assert "sworn enemy" in voices[None].asserted[0].sentence
    assert "Israel attacks Iran" in voices["Mark N. Katz"].asserted[0].sentence


def test_nobody_says_what_ties_japan_to_hezbollah(article):
    assert evidence(article, "Japan", "Hezbollah") == []


def test_hezbollahs_card_shows_its_patrons_and_its_enemy(article):
    card = show(article, "hezbollah")
    assert card.actor.kind == "armed group"
    ends = {tie.polarity: {tie.source, tie.target} - {"Hezbollah"} for tie in card.ties if tie.polarity == "hostile"}
    assert ends["hostile"] == {"Israel"}
    assert {"Iran", "Russia"} <= {name for tie in card.ties if tie.polarity == "cooperative"
                                  for name in (tie.source, tie.target)}  # fmt: skip
    assert "Mark N. Katz" in {speaker.name for speaker in card.speakers}


def test_irans_neighbours_are_friends_and_one_enemy(article):
    near = {row.name: row.tie.polarity for row in neighbours(article, "Iran")}
    assert near["Hezbollah"] == near["Russia"] == "cooperative"
    assert near["Israel"] == "hostile"
    assert {row.distance for row in neighbours(article, "Iran", depth=2)} == {1, 2}


def test_the_timeline_begins_in_the_last_century(article):
    told = timeline(article, "Russia", period="decade")
    bars = {bar.start: bar for bar in told.bars}
    assert bars["1960"].hostile > bars["1960"].cooperative
    severed = next(link for link in told.links if "severed" in link.sentence and link.target == "Israel")
    assert severed.when.startswith("1967")


def test_balance_knows_that_iran_and_hezbollah_stand_against_israel(article):
    triads = {triad.actors: triad for triad in balance(article, limit=1000).most_stable}
    triad = triads["Hezbollah", "Iran", "Israel"]
    assert triad.reading == "Hezbollah and Iran stand together against Israel, the enemy of both"
    assert any("sworn enemy" in side.best.sentence for side in triad.sides)


def test_balance_knows_that_russia_is_torn_between_hezbollah_and_israel(article):
    triads = {triad.actors: triad for triad in balance(article, limit=1000).least_stable}
    assert triads["Hezbollah", "Israel", "Russia"].reading == (
        "Russia is a friend of both Hezbollah and Israel, who are enemies"
    )


def test_iran_and_hezbollah_are_in_one_bloc_without_israel(article):
    bloc = next(bloc for bloc in groups(article).blocs if "Iran" in bloc.members)
    assert "Hezbollah" in bloc.members
    assert "Israel" not in bloc.members


def test_researchers_say_and_abbas_denies_that_he_was_an_agent(article):
    dispute = next(row for row in disputes(article) if {row.source, row.target} == {"Mahmoud Abbas", "KGB"})
    assert dispute.kind == "contradiction"
    assert dispute.one.attributed_to == "Israeli researchers"
    assert "KGB agent" in dispute.one.sentence
    assert "dismissed these claims" in dispute.other.sentence
    assert dispute.reading.endswith("denied by Mahmoud Abbas")


def test_a_denial_of_sanctions_disputes_nothing(article):
    assert not any("impose sanctions" in row.other.sentence for row in disputes(article))


def test_katz_and_suleimanov_see_russia_and_israel_differently(article):
    rows = {(row.a, row.b): row for row in compare(article, "Mark N. Katz", "Ruslan Suleimanov").comparisons}
    row = rows["Israel", "Russia"]
    assert row.verdict == "differ"
    assert (row.one.stance, row.other.stance) == ("cooperative", "hostile")
    assert rows["Hezbollah", "Israel"].verdict == "silent"
    assert rows["Hezbollah", "Israel"].other is None


def test_before_the_millennium_nobody_spoke_of_russia_and_hamas(article):
    rows = {(row.a, row.b): row for row in changes(article, "2000-01-01")}
    assert rows["Hamas", "Russia"].kind == "appeared"
    assert rows["Hamas", "Russia"].after.polarity == "cooperative"
    assert ("Israel", "Russia") not in {ends for ends, row in rows.items() if row.kind != "turned"}


def test_most_is_said_of_russia_and_then_of_israel(article):
    by_strength = sorted(central(article), key=lambda row: -row.strength)
    assert [row.name for row in by_strength[:2]] == ["Russia", "Israel"]
    assert central(article)[0].name == "Russia"
    assert max(central(article), key=lambda row: row.betweenness).name == "Russia"


def test_search_finds_weapons_and_no_oranges(article):
    assert {link.target for link in search(article, "weapons EQUIPMENT")} >= {"Arab states"}
    assert list(search(article, "oranges")) == []


@pytest.mark.parametrize("speaker", ["Ruslan Suleimanov", "Mark N. Katz", "Samuel Rahmani"])
def test_the_world_according_to_one_speaker_has_nobody_elses_words(article, speaker):
    heard = selected(article, Selection(said_by=(speaker,), generic=True))
    assert {data["attributed_to"] for _, _, data in heard.edges(data=True)} == {speaker}
