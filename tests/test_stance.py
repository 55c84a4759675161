"""Names of accounts that take a position, and names that only look as if they did; every side is treated alike."""

from collections import Counter, defaultdict

import pytest

from source_audit.resources import data
from source_audit.stance import account_kind, stance

TABLE = data("stance")
TARGETS = sorted(name for group in TABLE["targets"].values() for name in group)
TEMPLATES = TABLE["template"]


@pytest.mark.parametrize(
    ("name", "target", "direction"),
    [
        ("RussiaIsntEnemy", "Russia", "for"),
        ("UkraineIsntEnemy", "Ukraine", "for"),
        ("RussiaIsNotTheEnemy", "Russia", "for"),
        ("UkraineIsNotTheEnemy", "Ukraine", "for"),
        ("ChinaAintOurEnemy", "China", "for"),
        ("America isn't the enemy", "America", "for"),
        ("America isn’t the enemy", "America", "for"),
        ("iran_not_enemy", "Iran", "for"),
        ("russiaisntenemy", "Russia", "for"),
        ("ukraineisntenemy", "Ukraine", "for"),
        ("RussiaIsTheEnemy", "Russia", "against"),
        ("UkraineIsTheEnemy", "Ukraine", "against"),
        ("IStandWithIsrael", "Israel", "for"),
        ("I_Stand_With_Palestine", "Palestine", "for"),
        ("standwithukraine", "Ukraine", "for"),
        ("standwithrussia", "Russia", "for"),
        ("NeverTrump2020", "Trump", "against"),
        ("NeverBiden2024", "Biden", "against"),
        ("ForTrump", "Trump", "for"),
        ("ForHarris", "Harris", "for"),
        ("FORTrump", "Trump", "for"),
        ("ForaLula", "Lula", "against"),
        ("ForaBolsonaro", "Bolsonaro", "against"),
        ("ProNATO", "NATO", "for"),
        ("AntiNATO", "NATO", "against"),
        ("SaveIndiaFromModi", "Modi", "against"),
        ("LakoniaIsNotTheEnemy", "Lakonia", "for"),
        ("UltraMAGA", "Donald Trump", "for"),
        ("ImWithHer", "Hillary Clinton", "for"),
    ],
)
def test_a_name_that_takes_a_position(name: str, target: str, direction: str) -> None:
    found = stance(name)
    assert found is not None
    assert (found.target, found.direction) == (target, direction)
    assert found.matched in name


@pytest.mark.parametrize(
    "name",
    [
        *("Magazine", "Imagawa", "Kagan", "Trumpet", "Bidenbach", "Lululemon", "Zionsville", "resistor"),
        *("BLM_Nevada", "NAFO", "BDS Clinic", "FBR_Pakistan", "PTI", "AAP", "RN Jane", "VOX", "ScotIndy", "Indy"),
        *("PalestineTexas", "HarrisCounty", "VoteHarrisCounty", "ForHarrisCounty", "Biden", "Tom Leaver", "Putin"),
        *("ReutersUkraine", "BrexitReporter", "GazaReports", "KyivPostNews", "ProLifeAlert", "prolifealert"),
        *("MyBodyMyChoice", "NotMyPresident", "CeasefireNow", "BringThemHomeNow", "YellowRibbon"),
        *("AOC4Congress", "Amanda4DerbyN", "VoteChrisEvans", "RussiaEmbassy", "RepublicanParty"),
        *("AmYisraelChai", "JaiShriRam", "ProudMuslim", "🇺🇦 Ann", "🇷🇺 Ann", "🍉", "🎗️"),
        *("TruthWarrior", "RealPatriot", "FreedomVoice", "BreakingNewsLive", "Insider"),
        *("TeamUSA", "UkraineArmy", "realDonaldTrump", "KamalaHarris", "Who is the enemy", "", "🙂", "4"),
        *("Carol Savage", "leonamarsh_tarn", "SaveFenwickSchool", "JustStopOilStats"),
        *("ReformJudaism", "GenderCriticalStudies", "Indy500", "VoxMedia", "ScotIndyPodcast", "PressTrustOfIndia"),
        *("magazine", "trumpet", "bidenbach", "imagawa", "zionsville", "lululemon", "kagan", "resistors"),
        *("☪️ Ann", "✡️ Ann", "✝️ Ann", "🕉️ Ann", "🟥", "Jai Shri Ram", "Am Yisrael", "Allahu Akbar", "Proud Jew"),
        *(
            "TrumpHotel",
            "TrumpTower",
            "PutinaVera",
            "LeaverAnn",
            "BidenAnn",
            "HarrisCountyNews",
            "AOC4NY",
            "Ruiz4Senate",
        ),
    ],
)
def test_a_name_that_takes_none(name: str) -> None:
    assert stance(name) is None


def test_against_goes_before_for_when_both_are_in_a_name() -> None:
    for name in ("NeverTrumpForBiden", "NeverBidenForTrump"):
        found = stance(name)
        assert found is None or found.direction == "against"
    assert (both := stance("StarmerOut")) is not None
    assert both.direction == "against"  # a slogan of left and right: it says against whom, not from where


@pytest.mark.parametrize("kind", ["Embassy", "MFA", "Party", "News", "Reporter", "Campaign", "For Congress"])
def test_the_kind_of_account_beats_the_stance_for_every_target(kind: str) -> None:
    for target in TARGETS:
        name = f"Pro {target} {kind}".replace(" ", "_")
        assert stance(name) is None, name
        assert account_kind(name) is not None, name


def test_every_template_says_the_opposite_of_every_target() -> None:
    """For each template and target, the one form is for and the other against, in the same words about the target."""
    for row in TEMPLATES:
        if any(sign in row["for"] + row["against"] for sign in "(?\\"):
            continue
        for target in TARGETS:
            pro, anti = (stance(row[side].replace("X", target).replace(" ", "_")) for side in ("for", "against"))
            assert pro is not None, (row, target)
            assert anti is not None, (row, target)
            assert (pro.target, pro.direction, anti.target, anti.direction) == (target, "for", target, "against")


def test_every_template_comes_as_for_and_against() -> None:
    assert all({"for", "against"} <= set(row) <= {"for", "against", "loose", "open"} for row in TEMPLATES)


def test_each_axis_has_as_many_slogans_on_each_side() -> None:
    sides: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in TABLE["slogan"]:
        sides[row["axis"]][row["side"]] += 1
    assert all(set(count) == {"a", "b"} and count["a"] == count["b"] for count in sides.values()), sides


@pytest.mark.parametrize("row", TABLE["slogan"], ids=lambda row: row["words"])
def test_each_slogan_is_found(row: dict[str, str]) -> None:
    found = stance(row["words"].replace(" ", ""))
    assert found is not None
    assert (found.target, found.direction) == (row["target"], row["direction"])


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_words_say_the_same_of_every_target(target: str) -> None:
    """Swapping the target changes no outcome."""
    for shape, direction in (
        ("Pro X", "for"),
        ("Anti X", "against"),
        ("I Stand With X", "for"),
        ("I Stand Against X", "against"),
        ("X Isnt The Enemy", "for"),
        ("X Is The Enemy", "against"),
        ("Vote X", "for"),
        ("Vote Against X", "against"),
        ("Long Live X", "for"),
        ("Down With X", "against"),
        ("Hands Off X", "for"),
        ("Save Us From X", "against"),
        ("X Will Win", "for"),
        ("X Lies", "against"),
    ):
        found = stance(shape.replace("X", target).replace(" ", "_"))
        assert found is not None, (shape, target)
        assert (found.target, found.direction) == (target, direction)


@pytest.mark.parametrize("target", [target for target in TARGETS if len(target.replace(" ", "")) >= 5])
def test_long_targets_are_found_without_capitals(target: str) -> None:
    small = target.replace(" ", "").lower()
    assert {
        (small_stance.target, small_stance.direction)
        for name in (f"standwith{small}", f"{small}isntenemy")
        if (small_stance := stance(name))
    } == {(target, "for")}
    assert (against := stance(f"never{small}")) is not None
    assert against.direction == "against"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("AOC4Congress", "campaign"),
        ("RuizForMayor", "campaign"),
        ("RussiaEmbassy", "government"),
        ("UkraineMFA", "government"),
        ("ConservativeParty", "party"),
        ("LabourParty", "party"),
        ("BrexitReporter", "outlet"),
        ("Ruiz4Ukraine", None),
        ("Ana Ruiz", None),
    ],
)
def test_the_kind_that_a_name_says(name: str, kind: str | None) -> None:
    assert account_kind(name) == kind


def test_a_long_name_is_read_to_its_usual_length_only() -> None:
    assert stance("a" * 1_000_000) is None
    assert stance("A b " * 1_000_000) is None
