"""The evidence panel: the sentences behind an actor or a tie, and who says them."""

from __future__ import annotations

from maps import ARMY, BURHAN, EMIRATES, RSF


def cards(page):
    return [card.text for card in page.all("#panel .card")]


def test_a_click_on_a_tie_shows_its_sentences_with_the_words_marked(opened):
    page = opened()
    page.click(RSF, ARMY)
    assert page.text("#panel h2").split() == [*RSF.split(), "→", *ARMY.split()]
    [card] = cards(page)
    assert "The Rapid Support Forces attacked the Sudanese army at Merowe." in card
    marks = {role: page.text(f"#panel mark.{role}") for role in ("source", "target", "predicate")}
    assert marks == {"source": RSF, "target": ARMY, "predicate": "attacked"}


def test_a_sentence_tells_where_it_stands_how_sure_it_is_and_by_which_rule(opened):
    page = opened()
    page.click(RSF, ARMY)
    [card] = cards(page)
    for fact in (
        "asserted",
        "Nile Post, War comes to Merowe, 2023-05-02",
        "in April 2023",
        "confidence 80 %",
        "active verb",
    ):
        assert fact in card
    assert page.one("#panel .meta a").get_attribute("href") == "https://post.example/merowe"


def test_sentences_are_grouped_by_speaker_and_denials_stand_beside_claims(opened):
    page = opened()
    page.click(EMIRATES, RSF)
    voices = [heading.text.split("\n")[0] for heading in page.all("#panel .voice h3")]
    assert voices == ["According to Amnesty International", f"According to {EMIRATES}"]
    claim, denial = cards(page)
    assert claim.startswith("asserted")
    assert denial.startswith("denied")
    assert "Abu Dhabi denied that it armed the RSF." in denial
    assert "1 asserted · 1 denied" in page.text("#panel .signed")


def test_a_sentence_leads_to_its_paragraph(opened):
    page = opened()
    page.click(RSF, ARMY)
    page.press("#panel details summary")
    paragraph = page.text("#panel details p")
    assert paragraph.startswith("The Rapid Support Forces attacked")
    assert paragraph.endswith("Fighters of the RSF robbed villagers.")
    assert page.text("#panel mark.sentence") == "The Rapid Support Forces attacked the Sudanese army at Merowe."


def test_a_click_on_an_actor_shows_its_ties_and_sentences(opened):
    page = opened()
    page.click(RSF)
    panel = page.text("#panel")
    assert panel.startswith(RSF)
    assert "armed group" in panel
    assert "in the texts also: RSF" in panel
    assert "Hostile ties (3)" in panel
    assert "Mohamed Hamdan Dagalo leads the Rapid Support Forces." in panel
    page.press_text("← Chad", within="#panel")
    assert "Chad may close its border" in page.text("#panel")


def test_a_click_on_nothing_closes_the_evidence(opened):
    page = opened()
    page.click(BURHAN)
    page.at(5, 5).click().perform()
    page.until(lambda: "Strongest ties" in page.text("#panel"))


def test_the_world_according_to_a_speaker_shows_only_what_that_speaker_says(opened):
    page = opened()
    page.one("#speaker").send_keys("Amnesty")
    assert page.ties() == {(EMIRATES, RSF, "cooperative")}
    assert page.actors() == {EMIRATES, RSF}
    page.click(EMIRATES, RSF)
    assert len(cards(page)) == 1
    page.one("#speaker").send_keys("everyone")
    assert len(page.ties()) > 5


def test_the_writers_own_voice_can_be_heard_alone(opened):
    page = opened()
    page.one("#speaker").send_keys("the writer")
    assert (EMIRATES, RSF, "cooperative") not in page.ties()
    assert (RSF, ARMY, "hostile") in page.ties()


def test_a_speaker_is_chosen_from_the_evidence_too(opened):
    page = opened()
    page.click(EMIRATES)
    page.press_text(f"The world according to {EMIRATES}")
    assert page.js("return state.now().speaker") == EMIRATES
    assert page.one("#speaker").get_attribute("value") == f"={EMIRATES}"


def test_an_actor_with_many_sentences_shows_some_and_then_more(opened):
    from benchmarks.synthetic import synthetic

    page = opened(synthetic(25, 600))
    page.js("actions.choose(0)")
    before = len(cards(page))
    page.press_text("more sentences", within="#panel")
    assert len(cards(page)) > before
