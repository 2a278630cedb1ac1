"""Form fields drawn in the kit's way, and what is typed into them."""

import datetime as dt
from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from bongca.core.dates import PartialDate
from bongca.core.ui.filters import filtered_by
from bongca.core.ui.inputs import DayInput, PartialDateInput, WholeNumberInput
from bongca.core.ui.samples import SampleFilters


class MemberForm(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Như trên căn cước")
    born = PartialDateInput(label="Ngày sinh")
    total = WholeNumberInput(label="Tổng số", required=False)
    sex = forms.ChoiceField(
        label="Nam, nữ", widget=forms.RadioSelect, choices=[("f", "Nữ"), ("m", "Nam")]
    )


def drawn(form: forms.Form, source: str) -> str:
    return Template("{% load ui %}" + source).render(Context({"form": form}))


def test_field_is_described_by_its_hint_and_its_error() -> None:
    form = MemberForm({"name": ""})

    html = drawn(form, "{% field form.name %}")

    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html and 'aria-invalid="true"' in html


def test_error_stands_between_label_and_input() -> None:
    html = drawn(MemberForm({"name": ""}), "{% field form.name %}")

    assert html.index("<label") < html.index("id_name_error") < html.index("<input")


def test_number_is_typed_as_text_with_figures() -> None:
    html = drawn(MemberForm({"total": "2.648"}), "{% field form.total %}")

    assert 'type="text"' in html and 'inputmode="numeric"' in html


def test_optional_field_says_so() -> None:
    form = MemberForm()

    assert "không bắt buộc" in drawn(form, "{% field form.total %}")
    assert "không bắt buộc" not in drawn(form, "{% field form.name %}")


def test_radios_are_one_group_with_a_legend() -> None:
    html = drawn(MemberForm({"sex": "f"}), "{% field form.sex %}")

    assert html.count("<fieldset") == 1 and "<legend" in html
    assert html.count('type="radio"') == 2 and html.count(" checked") == 1


def test_error_summary_leads_to_each_place() -> None:
    html = drawn(MemberForm({"born": "30/02/1948"}), "{% error_summary form %}")

    assert 'href="#id_name"' in html and 'href="#id_born"' in html
    assert 'href="#id_sex_0"' in html


def test_error_summary_is_silent_when_all_is_well() -> None:
    form = MemberForm({"name": "Lan", "born": "1948", "sex": "f"})

    assert drawn(form, "{% error_summary form %}").strip() == ""


def test_what_was_typed_is_escaped() -> None:
    html = drawn(MemberForm({"name": '"><script>'}), "{% field form.name %}")

    assert "<script>" not in html


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("1948", PartialDate(1948)),
        ("3/1948", PartialDate(1948, 3)),
        ("12/03/1948", PartialDate(1948, 3, 12)),
    ],
)
def test_date_is_taken_as_far_as_it_is_known(typed: str, known: PartialDate) -> None:
    assert PartialDateInput().clean(typed) == known


@pytest.mark.parametrize(
    "known", [PartialDate(1948), PartialDate(1948, 3), PartialDate(1948, 3, 9)]
)
def test_date_shown_in_a_form_is_read_back_the_same(known: PartialDate) -> None:
    field = PartialDateInput()

    assert field.clean(field.prepare_value(known)) == known


def test_impossible_date_asks_a_question() -> None:
    with pytest.raises(forms.ValidationError, match="30"):
        PartialDateInput().clean("30/02/1948")


def test_day_has_to_be_whole() -> None:
    assert DayInput().clean("9/3/2026") == dt.date(2026, 3, 9)
    with pytest.raises(forms.ValidationError, match="đủ ngày"):
        DayInput().clean("3/2026")


@pytest.mark.parametrize(("typed", "number"), [("2.648", 2648), ("41 400 000", 41400000), ("0", 0)])
def test_number_is_taken_with_dots(typed: str, number: int) -> None:
    assert WholeNumberInput().clean(typed) == number


@pytest.mark.parametrize("typed", ["2.64", "1,5", "hai", "2.648.1"])
def test_doubtful_number_is_not_guessed(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        WholeNumberInput().clean(typed)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, []),
        ({"to": "1", "tinh_trang": "now"}, ["Tổ 1", "Đang sinh hoạt"]),
        ({"tuoi": "nonsense"}, []),
    ],
)
def test_what_is_filtered_is_said_in_words(asked: dict[str, Any], words: list[str]) -> None:
    assert filtered_by(SampleFilters(asked)) == words
