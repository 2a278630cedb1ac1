"""The catalogue of figures."""

import pytest

from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.indicators.actions import load_indicators
from bongca.indicators.models import Indicator
from bongca.indicators.queries import indicators_on
from bongca.indicators.rules.catalogue import CATALOGUE
from tests.cast import TODAY, Cast


def test_catalogue_loads_again_without_a_trace(cast: Cast) -> None:
    load_indicators(actor=Actor.system(TODAY))
    count = load_indicators(actor=Actor.system(TODAY))

    assert Indicator.objects.count() == count == len(CATALOGUE)
    assert count >= 15


def test_nobody_loads_the_catalogue_by_hand(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        load_indicators(actor=cast.actor("mai"))


def test_every_ratio_names_its_formula_and_its_parts(cast: Cast) -> None:
    load_indicators(actor=Actor.system(TODAY))

    ratio = indicators_on(TODAY).get(code="A8")
    assert ratio.is_ratio
    assert (ratio.numerator_id, ratio.denominator_id) == ("A5S", "A1")
    assert ratio.formula.startswith("Hội viên từ đủ 60 tuổi chia cho")


def test_codes_are_once_in_the_table_and_refer_to_lines_before_them() -> None:
    seen: set[str] = set()
    for line in CATALOGUE:
        assert line.code not in seen
        refers = {line.at_most, line.money_of, line.numerator, line.denominator} - {""}
        assert refers <= seen, line.code
        assert line.source
        seen.add(line.code)


def test_money_always_stands_with_its_count() -> None:
    pairs = {line.money_of for line in CATALOGUE if line.money_of}

    assert pairs == {"C11", "C12", "C13", "C14"}
