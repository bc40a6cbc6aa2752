"""Each code of the catalogue is shown by the smallest content that has it, and by nothing else."""

import pytest

from portal.problems.catalogue import CATALOGUE
from tests.problems.folders import LANGUAGES, codes_with_folders, expected, printed

FOLDERS = codes_with_folders()


def test_each_code_has_a_folder_and_each_folder_a_code() -> None:
    assert sorted(CATALOGUE) == FOLDERS


@pytest.mark.parametrize("code", FOLDERS)
def test_check_prints_what_is_expected(code: str) -> None:
    assert printed(code) == {language: expected(code, language).read_text("utf-8") for language in LANGUAGES}


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_expected_names_the_code(code: str) -> None:
    for language in LANGUAGES:
        assert f" {code}\n" in expected(code, language).read_text("utf-8")
