"""What the fields of a schema take, and what they do not."""

import pytest
from pydantic import BaseModel, ValidationError

from portal.readers.schema import WebAddress


class _Of(BaseModel):
    url: WebAddress


@pytest.mark.parametrize(
    "text",
    ["https://tin.example", "http://tin.example:8080/a?b#c", "https://thái-bình.example/tin/"],
)
def test_an_address_of_the_web_is_taken_where_its_host_can_be_one(text: str) -> None:
    assert _Of(url=text).url == text


@pytest.mark.parametrize(
    "text",
    [
        "tin.example",
        "ftp://tin.example",
        "https://tin.e[ample",
        "https://tin.example:99999/",
        "https://tin.example:0/",
        "https://tin.example:a/",
        "https://tin.ex℀mple/",
        "https://ai@tin.example",
    ],
)
def test_an_address_with_a_host_that_none_can_be_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        _Of(url=text)
