"""Where links lead, by the register and by the address itself."""

import pytest

from source_audit.parse.links import absolute, domain_of, serves
from source_audit.parse.platforms import date_of_id, read_permalink
from source_audit.resources import rows


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://www.nytimes.com/2020/bridge", "outlet"),
        ("https://apnews.com/article/bridge", "wire"),
        ("https://www.nytimes.com/", "home-page"),
        ("https://www.gov.uk/bridge", "official"),
        ("https://www.senate.gov/bridge", "official"),
        ("https://doi.org/10.1000/1", "academic"),
        ("https://www.ox.ac.uk/bridge", "academic"),
        ("https://www.prnewswire.com/bridge", "press-release"),
        ("https://www.snopes.com/bridge", "fact-check"),
        ("https://en.wikipedia.org/wiki/Bridge", "reference"),
        ("https://web.archive.org/web/2020/https://a.example/", "archive"),
        ("https://www.google.com/search?q=bridge", "search"),
        ("https://x.com/city/status/1050118621198921728", "social-post"),
        ("https://x.com/city", "social-account"),
        ("https://x.com/intent/tweet?text=x", "other"),
        ("https://www.gov.uk/bridge.PDF", "document"),
        ("https://a.example/bridge.csv", "data"),
        ("https://www.paper.example/other", "own-site"),
        ("https://sport.paper.example/", "own-site"),
        ("https://unheard-of.example/bridge", "other"),
        ("https://notnytimes.com/bridge", "other"),
    ],
)
def test_what_an_address_serves(address: str, kind: str) -> None:
    assert serves(address, "paper.example") == kind


def test_the_longest_key_of_the_register_counts() -> None:
    assert serves("https://apnews.com/ap-fact-check/bridge", "") == "fact-check"
    assert serves("https://apnews.com/ap-fact-checks", "") == "wire"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://news.bbc.co.uk/bridge", "bbc.co.uk"),
        ("https://www.city.paper.example:8080/x", "paper.example"),
        ("http://192.0.2.1/x", "192.0.2.1"),
    ],
)
def test_the_registered_domain(address: str, domain: str) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("b", "https://paper.example/news/b"),
        ("//other.example/b", "https://other.example/b"),
        (" https://other.example/b ", "https://other.example/b"),
        ("HTTPS://Other.example/b", "https://Other.example/b"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("mailto:a@b.example", None),
        ("tel:5", None),
        ("ftp://a.example/x", None),
        ("https://", None),
        ("//[", None),
        ("https://a.example/" + "x" * 5_000, None),
    ],
)
def test_only_web_addresses_become_links(href: str, address: str | None) -> None:
    assert absolute(href, "https://paper.example/news/a") == address


def test_a_relative_link_needs_the_address_of_the_page() -> None:
    assert absolute("/b", "") is None


def test_the_register_says_what_sites_are_and_rates_none() -> None:
    known = {
        "document", "data", "court-or-law", "official", "academic", "outlet", "wire", "press-release", "fact-check",
        "archive", "reference", "search", "other",
    }  # fmt: skip
    register = rows("hosts")

    assert list(register[0]) == ["key", "serves", "kind", "country", "name"]
    assert {row["serves"] for row in register} == known
    assert len({row["key"] for row in register}) == len(register)
    assert {row["serves"] for row in register if row["kind"] == "party"} == {"other"}


@pytest.mark.parametrize(
    ("platform", "post_id", "day"),
    [
        ("x", "1050118621198921728", "2018-10-10"),
        ("x", "20", None),
        ("truthsocial", "113977646169606601", "2025-02-10"),
        ("bluesky", "3jzn6g7ixgq2y", "2023-07-03"),
        ("instagram", "CuVdfsNtmvh", "2023-07-06"),
        ("linkedin", "7123456789012345678", "2023-10-26"),
        ("youtube", "dQw4w9WgXcQ", None),
        ("x", "99999999999999999999", None),
    ],
)
def test_the_day_that_an_id_holds(platform: str, post_id: str, day: str | None) -> None:
    found = date_of_id(platform, post_id)

    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("address", "permalink", "handle"),
    [
        ("https://twitter.com/city/status/1050118621198921728?s=20", "https://x.com/city/status/1050118621198921728", "city"),
        ("http://mobile.twitter.com/city/statuses/1050118621198921728", "https://x.com/city/status/1050118621198921728", "city"),
        ("https://twitter.com/i/web/status/1050118621198921728", "https://x.com/i/status/1050118621198921728", None),
        ("https://truthsocial.com/@city/113977646169606601", "https://truthsocial.com/@city/posts/113977646169606601", "city"),
        ("https://youtu.be/dQw4w9WgXcQ?t=5", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", None),
        ("https://www.facebook.com/watch/?v=1234567890", "https://www.facebook.com/watch/?v=1234567890", None),
        ("https://www.threads.net/@city/post/CuVdfsNtmvh", "https://www.threads.com/@city/post/CuVdfsNtmvh", "city"),
        ("https://t.me/s/citynews/123", "https://t.me/citynews/123", "citynews"),
        ("https://social.example/@city/109876543210987654", "https://social.example/@city/109876543210987654", "city"),
    ],
)  # fmt: skip
def test_permalinks_have_one_form(address: str, permalink: str, handle: str | None) -> None:
    found = read_permalink(address)

    assert found is not None
    assert (found.url, found.handle) == (permalink, handle)


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/city",
        "https://twitter.com/intent/tweet?url=https://twitter.com/city/status/20",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://www.youtube.com/embed/videoseries?list=x",
        "https://paper.example/status/123456",
        "https://t.me/share/url?url=x",
        "twitter.com/city/status/20",
        "https://[",
    ],
)
def test_what_is_no_permalink(address: str) -> None:
    assert read_permalink(address) is None


def test_control_signs_of_an_address_are_dropped_as_browsers_do() -> None:
    assert absolute("https://a.exa\nmple/\tx\r", "") == "https://a.example/x"
    assert absolute("\x0fhttps://a.example/x\x1f", "") == "https://a.example/x"
    assert absolute("java\nscript:alert(1)", "https://a.example/") is None
