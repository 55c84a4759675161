"""What a caller may ask for, and what is said about what does not exist."""

import pytest

from source_audit import Options, audit_article
from source_audit.errors import OptionsError


@pytest.mark.parametrize(
    ("name", "hint"),
    [("circular-embd", "did you mean 'circular-embed'?"), ("few-source", "did you mean 'few-sources'?")],
)
def test_a_check_that_does_not_exist_is_told_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(OptionsError) as raised:
        audit_article("Ana Ruiz said it was late.", options=Options(off={name}))
    assert hint in str(raised.value)


def test_a_name_like_no_check_gets_no_hint() -> None:
    with pytest.raises(OptionsError) as raised:
        audit_article("Ana Ruiz said it was late.", options=Options(off={"zzzz"}))
    assert "did you mean" not in str(raised.value)
