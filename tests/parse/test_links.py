"""Where links lead, by the register and by the address itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from source_audit.parse.links import destination, place, relation, serves
from source_audit.resources import rows
from source_audit.web.addresses import absolute, domain_of
from source_audit.web.platforms import date_of_id, read_permalink
from source_audit.web.targets import target_of


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://www.nytimes.com/2020/bridge", "outlet"),
        ("https://apnews.com/article/bridge", "wire"),
        ("https://www.nytimes.com/", "outlet"),
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
        ("https://vk.com/wall-12345_678", "social-post"),
        ("https://vk.com/city.hall", "social-account"),
        ("https://vk.com/doc12345_678", "other"),
        ("https://weibo.com/u/1234567890", "social-account"),
        ("https://vk.com/away.php?to=https%3A%2F%2Fpaper.example%2Fact.pdf", "other"),
        ("https://x.com/intent/tweet?text=x", "other"),
        ("https://www.gov.uk/bridge.PDF", "document"),
        ("https://a.example/bridge.csv", "data"),
        ("https://www.paper.example/other", "own-site"),
        ("https://sport.paper.example/", "own-site"),
        ("https://unheard-of.example/bridge", "other"),
        ("https://www.amazon.com/dp/1", "shop"),
        ("https://www.theonion.com/bridge", "satire"),
        ("https://www.brookings.edu/bridge", "think-tank"),
        ("https://www.heritage.org/bridge", "think-tank"),
        ("https://www.aclu.org/bridge", "advocacy"),
        ("https://www.nra.org/bridge", "advocacy"),
        ("https://bit.ly/2x", "short-link"),
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
        "archive", "reference", "search", "think-tank", "advocacy", "satire", "shop", "short-link", "other",
    }  # fmt: skip
    register = rows("hosts")

    assert list(register[0]) == ["key", "serves", "kind", "country", "name", "origin", "date", "seen"]
    assert {row["serves"] for row in register} == known
    assert len({row["key"] for row in register}) == len(register)
    assert all(row["date"] for row in register)


@pytest.mark.parametrize("kind", ["party", "think-tank", "advocacy", "satire", "fact-checker", "rating-company"])
def test_sites_of_one_kind_serve_the_same_whichever_side_they_are_on(kind: str) -> None:
    assert len({row["serves"] for row in rows("hosts") if row["kind"] == kind}) == 1


@pytest.mark.parametrize(
    ("domain", "own", "whose"),
    [
        ("paper.example", "paper.example", "own"),
        ("barrons.com", "wsj.com", "same-owner"),
        ("wsj.com", "barrons.com", "same-owner"),
        ("wsj.com", "nytimes.com", "external"),
        ("unheard-of.example", "nowhere.example", "external"),
        ("wsj.com", "", "unknown"),
    ],
)
def test_whose_site_it_is(domain: str, own: str, whose: str) -> None:
    assert relation(domain, own) == whose


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example", "home"),
        ("https://a.example/index.html", "home"),
        ("https://a.example/?p=12", "page"),
        ("https://a.example/search?q=bridge", "search"),
        ("https://a.example/account/login?next=/b", "login"),
        ("https://a.example/login-failures-grow", "page"),
    ],
)
def test_where_on_its_site_an_address_leads(address: str, expected: str) -> None:
    assert place(address, "other") == expected


WRAPPED = "https%3A%2F%2Fwww.tarn.example%2Faudit%3Fid%3D4%26utm_source%3Dx"


@pytest.mark.parametrize(
    ("href", "target", "via"),
    [
        ("https://www.tarn.example/audit?id=4&utm_source=x&fbclid=y#table-2", "https://www.tarn.example/audit?id=4#table-2", None),
        ("https://www.tarn.example/audit?a=%20b&b=1#:~:text=lost", "https://www.tarn.example/audit?a=%20b&b=1", None),
        ("https://www.google.com/url?sa=t&q=" + WRAPPED, "https://www.tarn.example/audit?id=4", "redirect"),
        ("https://l.facebook.com/l.php?u=" + WRAPPED + "&h=AT0", "https://www.tarn.example/audit?id=4", "redirect"),
        ("https://www.youtube.com/redirect?event=x&q=" + WRAPPED, "https://www.tarn.example/audit?id=4", "redirect"),
        ("https://eur01.safelinks.protection.outlook.com/?url=" + WRAPPED + "&data=1", "https://www.tarn.example/audit?id=4", "redirect"),
        ("https://web.archive.org/web/20200102030405/https://www.tarn.example/audit?id=4", "https://www.tarn.example/audit?id=4", "archive"),
        ("https://web.archive.org/web/20200102030405id_/http:/www.tarn.example/audit", "http://www.tarn.example/audit", "archive"),
        ("https://web.archive.org/web/2020*/www.tarn.example/audit", "https://www.tarn.example/audit", "archive"),
        ("https://archive.ph/20200102030405/https://www.tarn.example/audit", "https://www.tarn.example/audit", "archive"),
        ("https://archive.ph/aBc1d", "https://archive.ph/aBc1d", None),
        ("https://archive.org/details/tarn-audit_2020.pdf", "https://archive.org/details/tarn-audit_2020.pdf", None),
        ("https://www.google.com/amp/s/www.tarn.example/audit", "https://www.tarn.example/audit", "amp"),
        ("https://www-tarn-example.cdn.ampproject.org/c/s/www.tarn.example/amp/audit", "https://www.tarn.example/audit", "amp"),
        ("https://amp.tarn.example/audit", "https://tarn.example/audit", "amp"),
        ("https://www.tarn.example/audit/amp/", "https://www.tarn.example/audit/", "amp"),
        ("https://www.tarn.example/audit?id=4&outputType=amp", "https://www.tarn.example/audit?id=4", "amp"),
        ("https://www.tarn.example/camp/lamp?stamp=1", "https://www.tarn.example/camp/lamp?stamp=1", None),
        ("https://bit.ly/2x", "https://bit.ly/2x", "short-link"),
        ("https://twitter.com/city/status/1050118621198921728?s=20", "https://x.com/city/status/1050118621198921728", None),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)", None),
        ("https://www.google.com/search?q=https://www.tarn.example/", "https://www.google.com/search?q=https://www.tarn.example/", None),
    ],
)  # fmt: skip
def test_the_page_that_an_address_stands_for(href: str, target: str, via: str | None) -> None:
    found = destination(href, "", "paper.example")

    assert found is not None
    assert (found.address, found.target, found.via) == (href, target, via)


def test_a_wrapped_link_is_judged_by_what_it_holds() -> None:
    found = destination("https://archive.ph/2020/https://www.supremecourt.gov/opinions/x", "", "paper.example")

    assert found is not None
    assert (found.domain, found.serves, found.owner) == ("supremecourt.gov", "court-or-law", "external")


def test_nobody_can_say_whose_a_short_link_is() -> None:
    found = destination("https://bit.ly/2x", "", "paper.example")

    assert found is not None
    assert (found.owner, found.serves) == ("unknown", "short-link")


ADDRESSES = st.builds(
    "https://{}{}".format,
    st.sampled_from(["web.archive.org/web/2020/", "google.com/url?q=", "google.com/amp/s/", "l.facebook.com/l.php?u=", "a.example/", ""]),
    st.text(alphabet="ab./:?=&#%h2FstpAamp-", max_size=60),
)  # fmt: skip


@given(ADDRESSES)
def test_a_target_is_an_address_that_stands_for_itself(address: str) -> None:
    found = absolute(address, "")
    if found is not None:
        target = target_of(found).address
        assert absolute(target, "") is not None
        assert target_of(target).address == target


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
        ("https://social.example/@city/109876543210987654", "https://social.example/@city/109876543210987654", "city@social.example"),
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
