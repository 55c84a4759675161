"""Words by which an article tells who somebody is, and names that everybody is taken to know."""

from functools import cache

from source_audit.lexicon import Lexicon
from source_audit.resources import data, rows


@cache
def starts(key: str) -> tuple[str, ...]:
    """Return how words of a list begin a phrase."""
    return tuple(f"{word} " for word in data("credentials")[key])


@cache
def role_words() -> frozenset[str]:
    """Return the single words and the titles that say what somebody is."""
    roles, own = data("roles"), data("credentials")
    titles = (title.lower().rstrip(".") for title in roles["titles"])
    known = (*roles["heads"], *roles["callings"], *roles["kin"], *roles["spokespeople"], *roles["deputies"])
    none = {*roles["bodies"], *(word.rstrip(".") for word in own["no_roles"])}
    return frozenset({*known, *titles, *own["more"], *data("names")["sides"]} - none)


@cache
def roles() -> Lexicon:
    """Return the words for roles, in singular and plural."""
    return Lexicon({form for word in role_words() for form in (word, f"{word}s")})


@cache
def small() -> frozenset[str]:
    """Return the words before a name that say nothing of who bears it: verbs of saying and small words."""
    forms = (form for row in rows("reporting_verbs") for form in (row["lemma"], *row["forms"].split()))
    return frozenset({*forms, *data("credentials")["small"]})


@cache
def first_names() -> frozenset[str]:
    """Return common first names."""
    names = data("names")
    return frozenset((*names["female"], *names["male"]))


@cache
def heads() -> frozenset[str]:
    """Return the last names of heads of state or government."""
    return frozenset(head["name"].lower().split()[-1] for body in data("bodies")["body"] for head in body["heads"])


@cache
def former_heads() -> frozenset[str]:
    """Return the names of former heads of state or government, of every party."""
    return frozenset(name for country in data("credentials")["former_heads"].values() for name in country)


@cache
def office_holders() -> frozenset[str]:
    """Return the names of people in the register of accounts, of every party and country in it."""
    return frozenset(row["name"].lower() for row in rows("accounts") if row["office"])
