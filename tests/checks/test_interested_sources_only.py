"""Does anybody without a stake of their own speak for the main points?"""

import pytest

from source_audit.checks.interested_sources_only import interested_sources_only
from source_audit.finding import Case, Verdict
from source_audit.rubric import rubric
from tests.marking import cases, not_applicable, read

QUARRY = (
    "Quarry to grow by a third\n\n"
    "Ballan Stone will blast a third more rock from its quarry from spring, and the dust will stay inside, the company says.\n\n"
    "“Nobody in the village will notice a thing,” said Marta Hollis, the company's chief executive.\n\n"
    "A spokeswoman for Ballan Stone said that 40 jobs would be created. The firm has paid for a playground, she added."
)
TENANTS = (
    "A cap on rents in Port Ellery would {effect}.\n\n"
    "“We have waited for this day,” said {name}, chairwoman of the Ellery {members} Union. The union's lawyer, Ida Brook, "
    "said that the cap is {judged}.\n\nRents have risen by 40 per cent since 2021."
)


def case_of(text: str) -> Case:
    (case,) = cases(interested_sources_only, read(text))
    return case


def test_a_firm_and_its_people_are_one_side() -> None:
    case = case_of(QUARRY)
    assert case.verdict is Verdict.BREAKS
    assert case.message == "All who speak in the text are on one side: Ballan Stone."
    assert len(case.evidence) >= 2


def test_a_side_is_found_by_ties_that_the_text_tells() -> None:
    case = case_of(
        "A new pill lets people sleep through the night.\n\n“It changes lives,” said Dr Olga Penn, who heads research at "
        "Somnia. Rolf Ade, chairman of Somnia, said that nine in ten woke up rested.\n\nMo Lund, who advises Somnia, called "
        "it the best of its kind."
    )
    assert (case.verdict, case.message) == (Verdict.BREAKS, "All who speak in the text are on one side: Somnia.")


@pytest.mark.parametrize(
    "further",
    [
        "Ana Ruiz, a professor of geology, said that the dust will travel further than the quarry.",
        "Tom Hill, a resident, said that dust from the quarry had covered his car.",
        "Judge Leona Marsh said that the quarry may blast more rock.",
        "The regulator said that the quarry keeps its dust inside.",
        "The county auditor's report says that the dust travels far.",
    ],
)
def test_somebody_without_a_stake_is_enough(further: str) -> None:
    assert case_of(f"{QUARRY}\n\n{further}").verdict is Verdict.HOLDS


def test_a_study_that_a_key_claim_names_is_enough() -> None:
    record = "Dust from the quarry fell by a third, a study published in the Journal of Stone found."
    assert case_of(QUARRY.replace("\n\n“", f" {record}\n\n“", 1)).verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    "further",
    [
        "Peter Quist said that the quarry should stay as it is.",
        "Nora Vale, a lobbyist for Fenwick Rail, said that the quarry should stay as it is.",
        "Nora Vale, chairwoman of the quarry workers' union, said that the quarry should stay as it is.",
        "Nora Vale, who owns the bakery next door, said that the quarry should stay as it is.",
        "Nora Vale, who runs a café in the village, said that the quarry should stay as it is.",
        "Nora Vale, director of the wildlife trust, said that the quarry should stay as it is.",
        "Nora Vale, a lawyer for the villagers, said that the quarry should stay as it is.",
        "Nora Vale, who sued Ballan Stone in 2019, said that the quarry should stay as it is.",
        "Nora Vale, a former manager of Ballan Stone, said that the quarry should stay as it is.",
        "Nora Vale, chief executive of a rival firm, said that the quarry should stay as it is.",
        "Nora Vale, chief executive of Fenwick Rail, said that the quarry should stay as it is.",
        "Nora Vale, a critic of Ballan Stone, said that the quarry should stay as it is.",
        "Nora Vale said that the quarry should stay as it is.",
    ],
)
def test_an_unknown_voice_or_another_side_is_left_to_the_reader(further: str) -> None:
    assert case_of(f"{QUARRY}\n\n{further}").verdict is Verdict.UNSURE


def test_a_union_and_the_firm_that_it_faces_are_two_sides() -> None:
    text = (
        "Bus drivers in Varrow will strike for three days from Monday.\n\n“We have not had a rise since 2019,” said Sol "
        "Marek, the union's secretary. A spokeswoman for Varrow Buses said the company had offered four per cent."
    )
    assert case_of(text).verdict is Verdict.UNSURE


def test_two_firms_that_agree_are_two_sides() -> None:
    text = (
        "Acme Rail will buy Fenwick Rail. Ann Poe, chief executive of Acme Rail, said the deal was fair. Lee Cole, chairman of "
        "Fenwick Rail, said that no jobs would go."
    )
    assert case_of(text).verdict is Verdict.UNSURE


def test_the_side_of_a_person_who_speaks_is_no_body() -> None:
    text = "Lee Cole, a candidate for mayor and Ann Poe’s choice, said that the toll will fall. Ann Poe said that Cole will win."
    assert case_of(text).verdict is Verdict.UNSURE


@pytest.mark.parametrize("who", ["Peter Quist", "The Circle for Open Roads"])
def test_a_name_of_which_nothing_is_told_does_not_hide_that_the_rest_is_one_side(who: str) -> None:
    text = (
        "Dockers at Tarn Point will strike for three days over their pensions.\n\n“They took our money,” said Ned Orr, a "
        "spokesman for the Harbour Federation. Its chairwoman, Ida Brook, said that the vote was clear. Orr said that the "
        f"fund was short.\n\n{who} said that it would rain."
    )
    case = case_of(text)
    assert case.verdict is Verdict.MILD
    assert case.message == "All whose part in the matter is told are on one side: Harbour Federation."


STUDY = (
    "Riders who chew Calmo sleep better, a study has found.\n\nThe study {money}. “We were amazed,” said Dr Olga Penn, who "
    "led the study. She said that forty riders took part.\n\nThe study will be done again, said her colleague Mo Lund."
)
OUTSIDER = " Ana Ruiz, a biologist who was not involved in the study, said that forty are few."


@pytest.mark.parametrize(
    "money", ["was paid for by Calm Gum", "was funded by Calm Gum", "was done by Calm Gum, which sells the gum"]
)
def test_a_study_of_which_only_its_makers_speak_counts_half_where_somebody_gains(money: str) -> None:
    case = case_of(STUDY.format(money=money))
    assert case.verdict is Verdict.MILD
    assert case.message.startswith("Only those speak who made the study or have a stake in it")
    assert case_of(STUDY.format(money=money) + OUTSIDER).verdict is Verdict.HOLDS


def test_a_study_without_money_told_is_not_one_side() -> None:
    text = STUDY.format(money="was done in May")
    assert not_applicable(interested_sources_only, read(text)) == "No source with a stake in the matter is known."


OFFICES = (
    "A shed burned down in Tolby on Sunday.\n\nFire chief Ned Orr said that a heater had fallen over. Mayor Ana Ruiz said "
    "that the shed was old. Inspector Amina Laszlo said that nobody was hurt. Orr said that it took an hour."
)


def test_offices_that_say_nearly_all_count_half_though_a_passer_by_is_named() -> None:
    case = case_of(f"{OFFICES} Sgt Cole Dunn said that the road was shut. Peter Quist said that he saw nothing.")
    assert (case.verdict, case.message) == (Verdict.MILD, "Only people with a public office and public bodies speak.")


@pytest.mark.parametrize(
    "further",
    [
        "Tom Hill, a neighbour, said that he had smelled gas.",
        "Coroner Tom Hill said that one man had died.",
        "The ombudsman said that the shed had been inspected.",
    ],
)
def test_a_witness_or_a_watchdog_beside_the_offices_is_enough(further: str) -> None:
    assert case_of(f"{OFFICES} {further}").verdict is Verdict.HOLDS


def led_by(who: str, name: str) -> str:
    said = "".join(f"{name} said that point {number} of the plan is sound. " for number in "23456789")
    return f"The tower will be built, {who} said on Monday.\n\n{said}\n\nPeter Quist said that it was tall."


@pytest.mark.parametrize(
    ("who", "verdict"),
    [
        ("developer Marta Hollis", Verdict.MILD),
        ("Marta Hollis, chief executive of Ballan Stone,", Verdict.MILD),
        ("Mayor Marta Hollis", Verdict.MILD),
        ("Senator Marta Hollis (R-Texas)", Verdict.MILD),
        ("Senator Marta Hollis (D-Texas)", Verdict.MILD),
        ("Marta Hollis", Verdict.UNSURE),
        ("Marta Hollis, a professor of engineering,", Verdict.HOLDS),
        ("Judge Marta Hollis", Verdict.HOLDS),
    ],
)
def test_one_voice_that_says_nearly_all(who: str, verdict: Verdict) -> None:
    case = case_of(led_by(who, "Hollis"))
    assert case.verdict is verdict
    assert (verdict is Verdict.MILD) == case.message.startswith("Nearly all that is said comes from Marta Hollis")


def test_only_officials_count_half() -> None:
    case = case_of(
        "Two men were arrested in a raid on a farm near Tolby on Sunday, police said.\n\nInspector Amina Laszlo said that "
        "officers found 40 stolen sheep. Fire chief Ned Orr said that a shed had burned down during the raid."
    )
    assert case.verdict is Verdict.MILD
    assert {piece.note for piece in case.evidence} == {"a public office"}


def test_where_no_stake_is_known_nothing_is_asked() -> None:
    text = "Mayor Ana Ruiz said the toll will rise. Former mayor Tom Hill said the toll will fall."
    assert not_applicable(interested_sources_only, read(text)) == "No source with a stake in the matter is known."


@pytest.mark.parametrize(
    ("state", "noun", "party"), [("R", "Republican", "Republican"), ("D", "Democrat", "Democratic")]
)
def test_members_of_one_party_are_one_side_whichever_it_is(state: str, noun: str, party: str) -> None:
    case = case_of(
        f"Senator Ann Poe ({state}-Texas) said the toll would ruin farmers. Rep. Lee Cole, a {noun} from Ohio, said it was "
        f"theft.\n\n“We will stop it,” said Poe. {party} spokesman Jim Dale said the party would vote against it."
    )
    assert case.verdict is Verdict.BREAKS


def test_members_of_two_parties_who_hold_an_office_are_officials() -> None:
    case = case_of(
        "Senator Ann Poe (R-Texas) said the toll would ruin farmers. Senator Lee Cole (D-Ohio) said it would save them."
    )
    assert case.verdict is Verdict.MILD


@pytest.mark.parametrize("party", ["Republican", "Democratic"])
def test_rivals_of_one_party_are_not_one_side(party: str) -> None:
    case = case_of(
        f"{party} presidential candidate Ann Poe said the toll would ruin farmers. {party} presidential candidate Lee Cole "
        "said it would save them."
    )
    assert case.verdict is Verdict.UNSURE


def test_opposite_sides_are_judged_alike() -> None:
    tenants = TENANTS.format(effect="keep families in town", name="Nora Vale", members="Tenants'", judged="lawful")
    landlords = TENANTS.format(effect="leave flats empty", name="Nora Vale", members="Landlords'", judged="unlawful")
    first, second = case_of(tenants), case_of(landlords)
    assert first.verdict is second.verdict is Verdict.BREAKS
    assert first.message.replace("Tenants", "Landlords") == second.message


def test_a_text_in_which_one_source_speaks_is_not_asked_about() -> None:
    text = (
        "Tom Hill, a spokesman for Acme Rail, said that the bridge is safe. Hill said that trains will cross it soon."
    )
    assert not_applicable(interested_sources_only, read(text)) == "No two sources speak in the text."


@pytest.mark.parametrize(
    "genre", ["press-release", "sponsored", "satire", "opinion", "interview", "profile", "event-report"]
)
def test_genres_that_report_statements_are_not_asked_about(genre: str) -> None:
    profile = rubric().profile(genre)
    name = "interested-sources-only"
    assert name in profile.get("off", ()) or (profile.get("only") and name not in profile["shown"])
