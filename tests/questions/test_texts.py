"""Each question on short texts about other wars: five where it must find something, five where it must not."""

from __future__ import annotations

import pytest

from graph.network import links_of
from graph.questions.actors import actors
from graph.questions.balance import balance
from graph.questions.central import central
from graph.questions.changes import changes
from graph.questions.compare import compared
from graph.questions.disputes import disputes
from graph.questions.evidence import by_speaker
from graph.questions.groups import groups
from graph.questions.neighbours import rings
from graph.questions.paths import paths
from graph.questions.search import search
from graph.questions.timeline import timeline

# Texts that state no tie between two actors.
SILENCE = (
    "It rained in Khartoum all week, and the harvest failed.",
    "The price of bread has doubled since March.",
    "Armenia has a long winter.",
    "The road to the coast was closed for repairs on Monday.",
    "Thousands of people have left their homes in Colombia.",
)


def found(pair):
    return (pair.a, pair.b)


def asked(told):
    """What Egypt and Sudan say, side by side."""
    return compared(list(links_of(told)), disputes(told), "Egypt", "Sudan")


class TestEvidence:
    @pytest.mark.parametrize(
        ("text", "speaker", "factuality", "polarity"),
        [
            ("Egypt backs Eritrea.", None, "asserted", "cooperative"),
            ("Azerbaijan attacked Armenia.", None, "asserted", "hostile"),
            ("Colombia said that Venezuela supports the ELN.", "Colombia", "asserted", "cooperative"),
            ("Azerbaijan denied that it had attacked Armenia.", "Azerbaijan", "negated", "hostile"),
            ("Chad may support the Rapid Support Forces.", None, "possible", "cooperative"),
        ],
    )
    def test_it_tells_who_says_so_and_how_surely(self, read, text, speaker, factuality, polarity):
        (testimony,) = by_speaker(links_of(read(text)))
        assert testimony.speaker == speaker
        (link,) = getattr(testimony, factuality)
        assert (link.polarity, link.sentence) == (polarity, text)

    @pytest.mark.parametrize("text", SILENCE)
    def test_silence_is_no_evidence(self, read, text):
        assert by_speaker(links_of(read(text))) == []


class TestActors:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Egypt backs Eritrea.", {"Egypt", "Eritrea"}),
            ("Yerevan criticised Baku.", {"Armenia", "Azerbaijan"}),
            ("The ELN attacked the FARC.", {"ELN", "FARC"}),
            ("Norway hosted Colombia.", {"Norway", "Colombia"}),
            ("Georgia mediated between Armenia and Azerbaijan.", {"Georgia", "Armenia", "Azerbaijan"}),
        ],
    )
    def test_whoever_does_or_suffers_something_is_one(self, read, text, names):
        assert {row.name for row in actors(read(text))} == names

    @pytest.mark.parametrize("text", SILENCE)
    def test_whoever_is_only_mentioned_is_not_listed(self, read, text):
        assert actors(read(text)) == []


class TestPaths:
    @pytest.mark.parametrize(
        ("texts", "source", "target", "reading"),
        [
            (["Egypt backs Eritrea. Eritrea attacked Ethiopia."], "Egypt", "Ethiopia", "enemy of a friend"),
            (["Turkey is an ally of Azerbaijan.", "Azerbaijan attacked Armenia."], "Turkey", "Armenia",
             "enemy of a friend"),
            (["Venezuela supports the ELN. The ELN attacked the FARC."], "Venezuela", "FARC", "enemy of a friend"),
            (["Ethiopia threatened Egypt. Egypt attacked Sudan."], "Ethiopia", "Sudan", "enemy of an enemy"),
            (["Russia met Armenia in Moscow.", "France sells weapons to Armenia. Armenia thanked France."],
             "Russia", "France", "friend of a friend"),
        ],
    )  # fmt: skip
    def test_two_steps_are_read_together(self, read, texts, source, target, reading):
        best = paths(read(*texts), source, target)[0]
        assert len(best.hops) == 2
        assert best.reading.endswith(reading)

    @pytest.mark.parametrize(
        ("text", "source", "target"),
        [
            ("Egypt backs Eritrea. Ethiopia attacked Eritrea.", "Egypt", "Ethiopia"),  # the second runs the other way
            ("Azerbaijan attacked Armenia. Chad criticised Sudan.", "Azerbaijan", "Sudan"),  # two worlds
            ("Kenya did not support Somalia. Somalia attacked Sudan.", "Kenya", "Sudan"),  # a denial is no step
            ("Egypt backs Eritrea. Eritrea backs Chad.", "Chad", "Egypt"),  # backwards
            ("Turkey supports Qatar. Iran criticised Turkey.", "Turkey", "Iran"),  # no way back
        ],
    )
    def test_no_step_is_invented(self, read, text, source, target):
        assert paths(read(text), source, target) == []


class TestNeighbours:
    @pytest.mark.parametrize(
        ("text", "near", "far"),
        [
            ("Egypt backs Eritrea. Eritrea attacked Ethiopia.", {"Eritrea"}, {"Ethiopia"}),
            ("Egypt criticised Chad. Sudan attacked Chad.", {"Chad"}, {"Sudan"}),
            ("Ethiopia threatened Egypt. Ethiopia met Kenya.", {"Ethiopia"}, {"Kenya"}),
            ("Egypt met Qatar. Qatar supports Turkey.", {"Qatar"}, {"Turkey"}),
            ("Egypt and Ethiopia are rivals. Eritrea supports Ethiopia.", {"Ethiopia"}, {"Eritrea"}),
        ],
    )
    def test_rings_grow_along_ties_of_either_direction(self, read, text, near, far):
        links = links_of(read(text))
        found = rings(lambda names: [row for row in links if {row.source, row.target} & set(names)], "Egypt", 2)
        assert {row.name for row in found if row.distance == 1} == near
        assert {row.name for row in found if row.distance == 2} == far

    @pytest.mark.parametrize("text", [*SILENCE[:4], "Egypt did not support Eritrea."])
    def test_nobody_is_near_without_a_tie(self, read, text):
        assert rings(lambda _: links_of(read(text)), "Egypt", 3) == []


class TestTimeline:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            (("Azerbaijan attacked Armenia in September 2022.", "2023-05-01"), "2022-09"),
            (("Colombia signed a peace deal with the FARC in 2016.", "2023-05-01"), "2016"),
            (("Egypt met Qatar.", "2023-05-01"), "2023-05-01"),
            (("Egypt attacked Libya in July 1977.", "2020-01-01"), "1977-07"),
            (("Ethiopia threatened Egypt on 3 March 2021.", "2021-03-05"), "2021-03-03"),
        ],
    )
    def test_a_link_stands_at_its_own_time(self, read, text, day):
        told = timeline(read(text))
        assert told.links[0].when.startswith(day)
        assert told.undated == ()

    @pytest.mark.parametrize("text", SILENCE)
    def test_nothing_happened_in_silence(self, read, text):
        assert timeline(read(text)).bars == ()


class TestBalance:
    @pytest.mark.parametrize(
        ("text", "reading"),
        [
            ("Egypt backs Eritrea. Egypt attacked Ethiopia. Eritrea attacked Ethiopia.",
             "stand together against Ethiopia"),
            ("Turkey is an ally of Azerbaijan. Azerbaijan attacked Armenia. Turkey criticised Armenia.",
             "stand together against Armenia"),
            ("Venezuela supports the ELN. Venezuela supports the FARC. The ELN attacked the FARC.",
             "Venezuela is a friend of both ELN and FARC, who are enemies"),
            ("Egypt attacked Sudan. Sudan attacked Chad. Chad attacked Egypt.", "are all enemies"),
            ("Egypt met Qatar. Qatar met Turkey. Turkey met Egypt.", "are all friends"),
        ],
    )  # fmt: skip
    def test_a_triad_is_read(self, read, text, reading):
        found = balance(read(text))
        (triad,) = found.least_stable + found.most_stable
        assert reading in triad.reading
        assert triad.stable == ("stand together" in reading or "all friends" in reading)

    @pytest.mark.parametrize(
        "text",
        [
            "Egypt backs Eritrea. Eritrea attacked Ethiopia.",  # two sides only
            "Egypt backs Eritrea. Egypt attacked Ethiopia. Eritrea did not attack Ethiopia.",  # the third is denied
            "Turkey is an ally of Azerbaijan. Azerbaijan attacked Armenia.",
            "Norway hosted Colombia. Egypt attacked Libya. Armenia met Georgia.",
            SILENCE[0],
        ],
    )
    def test_two_sides_are_no_triad(self, read, text):
        found = balance(read(text))
        assert found.degree is None
        assert found.least_stable == found.most_stable == ()


class TestGroups:
    @pytest.mark.parametrize(
        ("text", "blocs"),
        [
            ("Egypt backs Eritrea. Eritrea attacked Ethiopia.", [("Egypt", "Eritrea")]),
            ("Turkey is an ally of Azerbaijan. Azerbaijan attacked Armenia. France sells weapons to Armenia.",
             [("Armenia", "France"), ("Azerbaijan", "Turkey")]),
            ("Venezuela supports the ELN. Colombia condemned Venezuela. Colombia attacked the ELN.",
             [("ELN", "Venezuela")]),
            ("Egypt met Qatar. Qatar met Turkey.", [("Egypt", "Qatar", "Turkey")]),
            ("Iran supplied drones to Sudan. Sudan attacked Chad. Qatar supports Chad.",
             [("Chad", "Qatar"), ("Iran", "Sudan")]),
        ],
    )  # fmt: skip
    def test_friends_are_together_and_enemies_apart(self, read, text, blocs):
        found = groups(read(text))
        assert sorted(bloc.members for bloc in found.blocs) == blocs
        assert found.frustration == 0

    @pytest.mark.parametrize(
        "text",
        [
            "Azerbaijan attacked Armenia.",
            "Egypt attacked Sudan. Sudan attacked Chad. Chad attacked Egypt.",
            "Egypt did not support Eritrea.",
            "Ethiopia threatened Egypt. Egypt criticised Ethiopia.",
            SILENCE[2],
        ],
    )
    def test_without_friends_there_is_no_bloc(self, read, text):
        assert groups(read(text)).blocs == ()


class TestDisputes:
    @pytest.mark.parametrize(
        "texts",
        [
            ["Armenia said that Azerbaijan had attacked Armenia. Azerbaijan denied that it had attacked Armenia."],
            ["Amnesty International said that the United Arab Emirates had armed the Rapid Support Forces.",
             "The United Arab Emirates denied that it had armed the Rapid Support Forces."],
            ["Bogotá said that Venezuela supports the ELN. Caracas denied that Venezuela supports the ELN."],
            ["Egypt backs Eritrea.", "Egypt denied that it backs Eritrea."],
            ["Chad said that Egypt had armed Sudan. Egypt denied that it had armed Sudan."],
        ],
    )  # fmt: skip
    def test_a_claim_and_its_denial_contradict_each_other(self, read, texts):
        (dispute,) = disputes(read(*texts))
        assert dispute.kind == "contradiction"
        assert (dispute.one.factuality, dispute.other.factuality) == ("asserted", "negated")
        assert "denied" in dispute.other.sentence

    def test_what_was_true_once_is_no_contradiction(self, read):
        told = read("Russia was an ally of Armenia in 2015.", "Russia is an enemy of Armenia.")
        assert [row.kind for row in disputes(told)] == ["change"]

    @pytest.mark.parametrize(
        "texts",
        [
            ["Egypt backs Eritrea. Egypt attacked Ethiopia."],  # other matters
            ["Kenya did not support Sudan. Kenya supports Chad."],  # other people
            ["Turkey supported Libya in 2010. Turkey attacked Libya in 2023."],  # deeds, each of its time
            ["Egypt backs Eritrea. Eritrea did not back Egypt."],  # the other direction
            ["Egypt has maintained relations with Chad. Egypt is a rival of Chad, Sudan said."],  # both can be
            ["Armenia accused Azerbaijan. Azerbaijan criticised Armenia."],  # a quarrel, not a contradiction
        ],
    )
    def test_a_quarrel_is_not_a_contradiction(self, read, texts):
        assert [row for row in disputes(read(*texts)) if row.kind == "contradiction"] == []


class TestCompare:
    @pytest.mark.parametrize(
        "text",
        [
            "Egypt said that Qatar armed Chad. Sudan said that Qatar met Chad. Sudan denied that Qatar armed Chad.",
            "Egypt said that Sudan is an ally of Chad. Sudan rejected Egypt.",
        ],
    )
    def test_who_contradict_each_other_differ(self, read, text):
        told = read(text)
        (dispute,) = disputes(told)
        assert set(dispute.voices) == {"Egypt", "Sudan"}
        (row,) = asked(told).comparisons
        assert (row.verdict, {row.one.best, row.other.best}) == ("differ", {dispute.one, dispute.other})

    @pytest.mark.parametrize(
        ("text", "verdict"),
        [
            ("Egypt said that Qatar supports Chad. Sudan said that Qatar supports Chad.", "agree"),
            ("Egypt said that Qatar attacked Chad. Sudan said that Qatar supports Chad.", "differ"),
            ("Egypt said that Qatar supports Chad. Sudan denied that Qatar supports Chad.", "differ"),
            ("Egypt said that Qatar supports Chad. Sudan said that it rained.", "silent"),
            ("Egypt said that it rained. Sudan said that Qatar attacked Chad.", "silent"),
        ],
    )
    def test_two_speakers_agree_differ_or_are_silent(self, read, text, verdict):
        rows = asked(read(text)).comparisons
        assert {(row.a, row.b): row.verdict for row in rows} == {("Chad", "Qatar"): verdict}

    @pytest.mark.parametrize(
        "text", [*SILENCE[:3], "Egypt attacked Sudan.", "Kenya said that Qatar supports Chad."]
    )  # what they do, or others say, is not what they say
    def test_who_is_not_quoted_has_no_world(self, read, text):
        assert asked(read(text)).comparisons == ()


class TestChanges:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Turkey supported Libya in 2010. Turkey attacked Libya in 2023.", "turned"),
            ("Russia was an ally of Armenia in 2015. Russia is an enemy of Armenia.", "turned"),
            ("Egypt met Qatar in 2012.", "vanished"),
            ("Egypt met Qatar in 2023.", "appeared"),
            ("Azerbaijan attacked Armenia in September 2022.", "appeared"),
        ],
    )
    def test_a_tie_turns_appears_or_vanishes(self, read, text, kind):
        assert [row.kind for row in changes(read(text), "2020")] == [kind]

    @pytest.mark.parametrize(
        "text",
        [
            *SILENCE[:2],
            "Turkey supported Libya in 2010. Turkey supported Libya in 2023.",
            "Egypt attacked Sudan in 2011. Egypt attacked Sudan in 2022.",
            "Egypt did not support Eritrea in 2012.",
        ],
    )
    def test_what_stays_is_no_change(self, read, text):
        assert changes(read(text), "2020") == []


class TestCentral:
    @pytest.mark.parametrize(
        ("text", "broker"),
        [
            ("Georgia mediated between Armenia and Azerbaijan.", "Georgia"),
            ("Norway hosted Colombia and the ELN.", "Norway"),
            ("Egypt backs Eritrea. Eritrea attacked Ethiopia.", "Eritrea"),
            ("Ethiopia threatened Egypt. Egypt attacked Sudan.", "Egypt"),
            ("Qatar met Turkey. Qatar met Chad.", "Qatar"),
        ],
    )
    def test_who_stands_between_others_is_a_broker(self, read, text, broker):
        assert {row.name for row in central(read(text)) if row.betweenness > 0} == {broker}

    @pytest.mark.parametrize(
        "text",
        [*SILENCE[:2], "Egypt backs Eritrea.", "Egypt attacked Sudan. Sudan attacked Chad. Chad attacked Egypt.",
         "Egypt met Qatar. Armenia met Georgia."],
    )  # fmt: skip
    def test_nobody_stands_between_two(self, read, text):
        assert [row for row in central(read(text)) if row.betweenness > 0] == []


class TestSearch:
    TEXT = "Egypt backs Eritrea. Azerbaijan attacked Armenia with drones. It rained on the drones."

    @pytest.mark.parametrize("words", ["drones", "DRONE", "attacked drones", "armenia", "Azerbaijan with"])
    def test_words_find_the_link_that_was_read_from_them(self, read, words):
        assert {link.sentence for link in search(read(self.TEXT), words)} == {
            "Azerbaijan attacked Armenia with drones."
        }

    @pytest.mark.parametrize("words", ["rained", "oranges", "Egypt drones", "", "!?"])
    def test_other_words_find_nothing(self, read, words):
        assert list(search(read(self.TEXT), words)) == []
