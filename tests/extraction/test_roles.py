"""Are offices, memberships, bodies and kin read where the words state them, and nothing else?"""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extraction.roles import roles

# (text, who > what); "!" marks a change of office, "~" kin
STATED = [
    ("The Union of Free Miners (UFM) secretary Martin Kerr was calm.", ["Martin Kerr > Union of Free Miners"]),
    ("Jason Stolz will become the new coach of Lleyton Harris.", ["Jason Stolz > Lleyton Harris"]),
    ("The Chilean head of security, Luis Soto, was calm.", ["Luis Soto > Chile"]),
    ("UN special envoy for Angola Lars Roth was calm.", ["Lars Roth > United Nations"]),
    ("New South Wales Emergency Services Minister Bob Dorn was calm.", ["Bob Dorn > New South Wales"]),
    ("Lufthansa's counsel, Wayne Marten QC, was calm.", ["Wayne Marten > Lufthansa"]),
    ("As talks go on, Lufthansa Chief Executive Georg Daxner was calm.", ["Georg Daxner > Lufthansa"]),
    ("The Norwegian Cabinet Minister, Lars Moe, was calm.", ["Lars Moe > Norway"]),
    ("UN Middle East envoy Lars Roth was calm.", ["Lars Roth > United Nations"]),
    ("The Transport Workers Union's Dr Greg Combes was calm.", ["Greg Combes > Transport Workers Union"]),
    ("Senior meteorologist at the Bureau of Meteorology, Ian Hart, was calm.", ["Ian Hart > Bureau of Meteorology"]),
    ("A senior Hamas leader, Abdel Rashid, was calm.", ["Abdel Rashid > Hamas"]),
    ("The Anglican Archbishop of Perth, Barry Hicks, was calm.", ["Barry Hicks > Perth"]),
    ("Nathan Lawson becomes the youngest Legislative Council member.", ["Nathan Lawson > Legislative Council"]),
    ("The US State Department has not replied.", ["US State Department > United States"]),
    ("Chad's interim government, with Idriss Oumar as Prime Minister, met on Monday.", ["Idriss Oumar > Chad"]),
    ("Nissan has named Tom Carey chief executive.", ["Tom Carey > Nissan !"]),
    ("Tom Carey succeeds Ana Ruiz as chief executive of Nissan.", ["Tom Carey > Nissan !"]),
    ("Tom Carey is a Democrat.", ["Tom Carey > Democratic Party"]),
    ("Ana Lima is Tom Carey's wife.", ["Ana Lima > Tom Carey ~"]),
    ("ASEAN member Laos did not vote.", ["Laos > ASEAN"]),
    ("Ghana, a member of the World Trade Organisation, complained.", ["Ghana > World Trade Organization"]),
    ("Leeds University's School of Medicine published it.", ["School of Medicine > Leeds University"]),
    ("The School of Law at Leeds University published it.", ["School of Law > Leeds University"]),
    ("Hexa Holdings subsidiary Veridia Foods closed two plants.", ["Veridia Foods > Hexa Holdings"]),
    ("The director of Nablus hospital, Amal Haddad, was tired.", ["Amal Haddad > Nablus hospital"]),
    ("Leeds police spokesman Tom Carey was asked nothing.", ["Tom Carey > Leeds police"]),
    ("Greenpeace's Kenyan director Ruth Otieno was tired.", ["Ruth Otieno > Greenpeace"]),
    ("Ohio Democratic Senator Tom Carey abstained.", ["Tom Carey > Democratic Party", "Tom Carey > Ohio"]),
    ("Senator Tom Carey (D-Ohio) abstained.", ["Tom Carey > Ohio"]),
    ("Zambian bowler Peter Mwale took five wickets.", ["Peter Mwale > Zambia"]),
    ("Kenyan President William Ruto flew to Kampala.", ["William Ruto > Kenya"]),
    ("The talks were opened by Colombia's Foreign Minister Álvaro Leyva on Monday.", ["Álvaro Leyva > Colombia"]),
    (
        "French Defence Minister Sébastien Lecornu and German Chancellor Olaf Scholz toured the plant.",
        ["Sébastien Lecornu > France", "Olaf Scholz > Germany"],
    ),
    ("UN Secretary-General António Guterres urged restraint.", ["António Guterres > United Nations"]),
    (
        "WHO Director-General Tedros Adhanom Ghebreyesus praised the doctors.",
        ["Tedros Adhanom Ghebreyesus > World Health Organization"],
    ),
    (
        "The Guild of Weavers, whose president Rosa Lima writes poems, met in Cusco.",
        ["Rosa Lima > Guild of Weavers"],
    ),
    (
        "The Musicians Union of Chad, of which Idriss Oumar was twice president, invited nobody.",
        ["Idriss Oumar > Musicians Union of Chad"],
    ),
    ("Ana Ruiz, director in Peru of the Condor Foundation, was not impressed.", ["Ana Ruiz > Condor Foundation"]),
    ("Ana Ruiz left when two members of her own Green Party opposed her.", ["Ana Ruiz > Green Party"]),
    ("US Secretary of State Colin Powell flew home.", ["Colin Powell > United States"]),
    ("Microsoft chief executive Satya Nadella announced the plan.", ["Satya Nadella > Microsoft"]),
    ("Apple CEO Tim Cook met employees on Friday.", ["Tim Cook > Apple"]),
    ("Chelsea striker Didier Drogba scored twice against Arsenal.", ["Didier Drogba > Chelsea"]),
    ("Manchester United manager Alex Ferguson blamed the referee.", ["Alex Ferguson > Manchester United"]),
    ("England captain Harry Kane missed a penalty.", ["Harry Kane > England"]),
    ("Texas Governor Greg Abbott signed the bill.", ["Greg Abbott > Texas"]),
    ("London Mayor Sadiq Khan condemned the attack.", ["Sadiq Khan > London"]),
    ("The Greek president, Katerina Sakellaropoulou, dissolved parliament.", ["Katerina Sakellaropoulou > Greece"]),
    (
        "Amnesty International researcher Matt Wells called the raid a war crime.",
        ["Matt Wells > Amnesty International"],
    ),
    ("Former Nokia engineer Jouko Ahonen left in 2011.", ["Jouko Ahonen > Nokia"]),
    ("Labour leader Keir Starmer attacked the budget.", ["Keir Starmer > Labour Party"]),
    ("Conservative MP David Davis resigned his seat.", ["David Davis > Conservative Party"]),
    ("Hamas spokesman Fawzi Barhoum denied the report.", ["Fawzi Barhoum > Hamas"]),
    (
        "Ethiopian Prime Minister Abiy Ahmed and Eritrean President Isaias Afwerki signed the accord.",
        ["Abiy Ahmed > Ethiopia", "Isaias Afwerki > Eritrea"],
    ),
    (
        "Brazilian presidents Lula da Silva and Dilma Rousseff were both cleared.",
        ["Lula da Silva > Brazil", "Dilma Rousseff > Brazil"],
    ),
    (
        "Greek and Turkish prime ministers Kostas Karamanlis and Recep Tayyip Erdogan met at the border.",
        ["Kostas Karamanlis > Greece", "Recep Tayyip Erdogan > Turkey"],
    ),
    ("NASA administrator Bill Nelson thanked the crew.", ["Bill Nelson > NASA"]),
    (
        "European Commission President Ursula von der Leyen welcomed the vote.",
        ["Ursula von der Leyen > European Commission"],
    ),
    ("Harvard University professor Steven Pinker disagreed.", ["Steven Pinker > Harvard University"]),
    ("New York Times reporter Judith Miller refused to testify.", ["Judith Miller > New York Times"]),
    (
        "Turkish Foreign Ministry spokesman Hami Aksoy rejected the statement.",
        ["Hami Aksoy > Turkish Foreign Ministry", "Turkish Foreign Ministry > Turkey"],
    ),
    ("Queen Elizabeth II met President Nelson Mandela of South Africa.", ["Nelson Mandela > South Africa"]),
    ("Republican Senator John McCain voted against it.", ["John McCain > Republican Party"]),
    ("Ferrari driver Kimi Räikkönen won the race in Melbourne.", ["Kimi Räikkönen > Ferrari"]),
    ("Sarah Lewis, a physicist at the University of Leeds, led the study.", ["Sarah Lewis > University of Leeds"]),
    ("Peter Garrett, Australia's environment minister, closed the mine.", ["Peter Garrett > Australia"]),
    ("John Mugabi, spokesman for the Ugandan police, confirmed the arrests.", ["John Mugabi > Ugandan police"]),
    ("Jens Weidmann, the president of the Bundesbank, warned of inflation.", ["Jens Weidmann > Bundesbank"]),
    ("Paul Allen, co-founder of Microsoft, bought the team.", ["Paul Allen > Microsoft"]),
    ("The mayor of Nairobi, Johnson Sakaja, closed the market.", ["Johnson Sakaja > Nairobi"]),
    (
        "The head of the International Monetary Fund, Christine Lagarde, visited Kyiv.",
        ["Christine Lagarde > International Monetary Fund"],
    ),
    ("Instagram, a subsidiary of Facebook, removed the photographs.", ["Instagram > Facebook"]),
    ("Lin Wei, a researcher with Human Rights Watch, interviewed survivors.", ["Lin Wei > Human Rights Watch"]),
    (
        "Tom Brady, the quarterback for the New England Patriots, threw three touchdowns.",
        ["Tom Brady > New England Patriots"],
    ),
    (
        "Ana Botín, chairwoman of Banco Santander, and José Bogas, chief executive of Endesa, opposed the tax.",
        ["Ana Botín > Santander", "José Bogas > Endesa"],
    ),
    ("Mike Rann, premier of South Australia, promised help.", ["Mike Rann > South Australia"]),
    (
        "Ismail Khan, a spokesman for Médecins Sans Frontières in Kabul, said the clinic was hit.",
        ["Ismail Khan > Doctors Without Borders"],
    ),
    (
        "Andrew Ng, a co-founder of Coursera and a professor at Stanford University, spoke first.",
        ["Andrew Ng > Coursera", "Andrew Ng > Stanford University"],
    ),
    (
        "Yasser Arafat, chairman of the Palestine Liberation Organization (PLO), agreed.",
        ["Yasser Arafat > Palestine Liberation Organization"],
    ),
    ("Nicola Sturgeon of the Scottish National Party won in Glasgow.", ["Nicola Sturgeon > Scottish National Party"]),
    ("The seat went to Caroline Lucas of the Greens.", ["Caroline Lucas > Green Party"]),
    (
        "Podemos' Pablo Iglesias and Irene Montero voted against the budget.",
        ["Pablo Iglesias > Podemos", "Irene Montero > Podemos"],
    ),
    (
        "Emily Thornberry (Labour) beat James Cleverly (Conservative) in the debate.",
        ["Emily Thornberry > Labour Party", "James Cleverly > Conservative Party"],
    ),
    (
        "Democrat Nancy Pelosi met Republican John Boehner.",
        ["Nancy Pelosi > Democratic Party", "John Boehner > Republican Party"],
    ),
    (
        "ANC candidate Jacob Zuma defeated Helen Zille of the Democratic Alliance.",
        ["Jacob Zuma > African National Congress", "Helen Zille > Democratic Alliance"],
    ),
    ("The BJP's Narendra Modi thanked voters.", ["Narendra Modi > Bharatiya Janata Party"]),
    (
        "Candidates of the Liberal Party, Mark Vaile and Joe Hockey, lost.",
        ["Mark Vaile > Liberal Party", "Joe Hockey > Liberal Party"],
    ),
    (
        "The winners were Jacinda Ardern of the Labour Party and Chlöe Swarbrick of the Greens.",
        ["Jacinda Ardern > Labour Party", "Chlöe Swarbrick > Green Party"],
    ),
    ("Fatah's Marwan Barghouti remained in prison.", ["Marwan Barghouti > Fatah"]),
    ("Angela Merkel is the leader of the CDU.", ["Angela Merkel > CDU"]),
    ("Mark Carney became governor of the Bank of England in 2013.", ["Mark Carney > Bank of England"]),
    ("Silvio Berlusconi was the owner of AC Milan.", ["Silvio Berlusconi > AC Milan"]),
    ("Boris Johnson resigned as leader of the Conservative Party.", ["Boris Johnson > Conservative Party !"]),
    ("Carly Fiorina stepped down as chief executive of Hewlett-Packard.", ["Carly Fiorina > HP !"]),
    ("Sepp Blatter, then president of FIFA, resigned.", ["Sepp Blatter > FIFA"]),
    ("Peru's Ministry of Health confirmed the cases.", ["Peruvian Ministry of Health > Peru"]),
    ("The Supreme Court of Pakistan overturned the ban.", ["Pakistani Supreme Court > Pakistan"]),
    ("The Turkish army shelled the village.", ["Turkish military > Turkey"]),
    ("The Nigerian and Chadian armies pursued Boko Haram.", ["Nigerian military > Nigeria", "Chadian military > Chad"]),
    ("The parliament of Georgia adopted the law.", ["Georgian Parliament > Georgia"]),
    ("Venezuela's central bank raised rates.", ["Venezuelan Central Bank > Venezuela"]),
    ("Kim Jong Un's sister Kim Yo-jong warned Seoul.", ["Kim Yo-jong > Kim Jong Un ~"]),
    (
        "Bilawal Bhutto Zardari, the son of Benazir Bhutto, leads the Pakistan People's Party.",
        ["Bilawal Bhutto Zardari > Benazir Bhutto ~"],
    ),
    (
        "Lead author Katherine Freese of the University of Michigan said the signal was weak.",
        ["Katherine Freese > University of Michigan"],
    ),
    (
        "Dr. Anthony Fauci, director of the National Institute of Allergy and Infectious Diseases, agreed.",
        ["Anthony Fauci > National Institute of Allergy and Infectious Diseases"],
    ),
    ("Mozilla's Mitchell Baker said the browser was safe.", ["Mitchell Baker > Mozilla Foundation"]),
    ("Wikipedia founder Jimmy Wales answered questions.", ["Jimmy Wales > Wikipedia"]),
    (
        "Free Software Foundation president Richard Stallman disliked the licence.",
        ["Richard Stallman > Free Software Foundation"],
    ),
    ("Real Madrid's Cristiano Ronaldo was sent off.", ["Cristiano Ronaldo > Real Madrid"]),
    (
        "Kenneth Roth, executive director of Human Rights Watch, called for an inquiry.",
        ["Kenneth Roth > Human Rights Watch"],
    ),
    (
        "Detective Superintendent Mark Gallagher of the Police Service of Northern Ireland said the bomb was real.",
        ["Mark Gallagher > Police Service of Northern Ireland"],
    ),
    ("Judge Anna Maria Torres of the Constitutional Court dissented.", ["Anna Maria Torres > Constitutional Court"]),
    ("Airline spokeswoman Kim Ha-neul of Korean Air apologised.", ["Kim Ha-neul > Korean Air"]),
    (
        "Wall Street Journal journalist Evan Gershkovich was detained in Yekaterinburg.",
        ["Evan Gershkovich > Wall Street Journal"],
    ),
    ("Kofi Annan was elected secretary general of the United Nations.", ["Kofi Annan > United Nations !"]),
    ("Los Angeles Lakers coach Phil Jackson praised the team.", ["Phil Jackson > Los Angeles Lakers"]),
    (
        "Michigan Governor Gretchen Whitmer, a Democrat, backed the strike.",
        ["Gretchen Whitmer > Michigan", "Gretchen Whitmer > Democratic Party"],
    ),
    ("Anurag Thakur, India's information and broadcasting minister, apologised.", ["Anurag Thakur > India"]),
    (
        "Vlad Munteanu and Elena Popescu, both Socialist lawmakers, left.",
        ["Vlad Munteanu > Socialist Party", "Elena Popescu > Socialist Party"],
    ),
    (
        "The candidates of the Greens were Eva Lopes, Rui Dias and Ana Costa.",
        ["Eva Lopes > Green Party", "Rui Dias > Green Party", "Ana Costa > Green Party"],
    ),
    (
        "Rui Dias and Ana Costa of respectively the Socialist Party and the Green Party debated.",
        ["Rui Dias > Socialist Party", "Ana Costa > Green Party"],
    ),
    ("For the Labour Party, Eva Lopes won in Leeds.", ["Eva Lopes > Labour Party"]),
    ("Japanese Chief Cabinet Secretary Hirokazu Matsuno condemned it.", ["Hirokazu Matsuno > Japan"]),
    ("NATO deputy secretary general Mircea Geoană agreed.", ["Mircea Geoană > NATO"]),
]

UNSTATED = [
    "Marta Ruiz, who heads the Bogota office of Oxfam, said food was short.",
    "The company's founder, Elizabeth Holmes, was charged.",
    "Independent candidate Zali Steggall beat Tony Abbott.",
    "Madeleine Albright served as secretary of state.",
    "Author of War in Georgia, Thomas Goltz visited Baku.",
    "Chinese dissident Liu Xiaobo won the prize.",
    "Irish singer Bono visited Washington.",
    "Police in Spain arrested Carlos Ruiz.",
    "President Macron phoned Donald Trump.",
    "American scientist Jane Smith arrived from Geneva.",
    "The plane flew John Smith from Google headquarters to Paris.",
    "Pope Francis prayed for victims in Turkey.",
    "He told President Barack Obama of the United Nations report.",
]


def read(pipeline: Language, text: str) -> list[str]:
    signs = {("ROLE", True): " !", ("OTHER", False): " ~"}
    return [
        f"{role.source.actor} > {role.target.actor}{signs.get((role.relation, role.event), '')}"
        for role in roles(pipeline(text))
    ]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_stated(pipeline: Language, text: str, expected: list[str]) -> None:
    assert sorted(read(pipeline, text)) == sorted(expected)


@pytest.mark.parametrize("text", UNSTATED)
def test_unstated(pipeline: Language, text: str) -> None:
    assert read(pipeline, text) == []


@pytest.mark.parametrize(
    ("text", "predicate", "rule"),
    [
        ("Kenyan President William Ruto left.", "president of", "title"),
        ("Sarah Lewis, a physicist at the University of Leeds, left.", "physicist at", "apposition"),
        ("Boris Johnson resigned as leader of the Labour Party.", "resign as leader of", "appointed"),
        ("Caroline Lucas of the Greens left.", "member of", "name of organisation"),
        ("Mozilla's Mitchell Baker left.", "member of", "possessive"),
        ("The Turkish army left.", "army of", "body of a country"),
        ("The dispute delayed the US military ships in Chad.", "military of", "body of a country"),
    ],
)
def test_predicate_and_rule(pipeline: Language, text: str, predicate: str, rule: str) -> None:
    (role,) = roles(pipeline(text))
    assert (role.predicate, role.rule) == (predicate, rule)


def test_the_evidence_is_in_the_words(pipeline: Language) -> None:
    doc = pipeline("Peter Garrett, Australia's environment minister, closed the mine.")
    (role,) = roles(doc)
    assert doc[role.noun_start : role.noun_end].text == "environment minister"
    assert doc[role.source.start : role.source.end].text == "Peter Garrett"
    assert doc[role.target.start : role.target.end].text == "Australia"


def test_a_pronoun_stands_for_the_organisation(pipeline: Language) -> None:
    text = "Amnesty International protested. Its director Ana Costa resigned."
    assert "Ana Costa > Amnesty International" in read(pipeline, text)


def test_a_stance_is_no_office(pipeline: Language) -> None:
    for text in ("Lena Ray, a pro-Beijing councillor, resigned.", "Anti-Moscow senator Lena Ray resigned."):
        assert not [link for link in pipeline(text)._.links if link.target in ("Beijing", "China", "Moscow", "Russia")]
