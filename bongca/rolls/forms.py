"""What officers send about a roll: the file, what its columns are, answers to questions."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from bongca.core.actor import Actor
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import visible_units
from bongca.rolls.rules.fields import CHOICES, LABELS, Field

MOST_BYTES = 60 * 1024 * 1024
_ANSWER = re.compile(r"^dong-([0-9a-f-]{36})-([a-z_]+)$")
_COLUMN = re.compile(r"^cot-([0-9a-f]{64})-(\d{1,3})$")
LETTERINGS = {"tcvn3", "vni", "unicode"}


class BringForm(forms.Form):
    """Which unit, which file."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Danh sách của đơn vị nào")
    file = forms.FileField(
        label="Tệp danh sách",
        help_text="Tệp Excel (.xlsx, .xls), .ods hoặc .csv. Cột xếp thế nào cũng được.",
        error_messages={"required": "Xin chọn tệp danh sách", "empty": "Tệp này trống"},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.xlsm,.ods,.csv,.txt"}),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = visible_units(actor).filter(
            tier__in=(Tier.COMMUNE, Tier.BRANCH, Tier.GROUP), is_open=True
        )
        self.fields["unit"] = forms.ModelChoiceField(
            units.order_by("lft"),
            label="Danh sách của đơn vị nào",
            initial=actor.unit_id,
            empty_label=None,
        )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                "Tệp nặng hơn 60 MB. Xin bỏ ảnh trong tệp hoặc tách thành nhiều tệp nhỏ hơn."
            )
        return file


def field_options(candidates: list[str]) -> list[tuple[str, str]]:
    """The meanings a column may be given, the likely ones first."""
    likely = [Field(value) for value in candidates]
    rest = [field for field in CHOICES if field not in likely]
    return [(field.value, LABELS[field]) for field in [*likely, *rest]]


def chosen_columns(posted: QueryDict) -> tuple[dict[str, dict[str, str]], bool]:
    """Read what each column was said to be; False where one was left unanswered."""
    mapping: dict[str, dict[str, str]] = {}
    is_whole = True
    for name, value in posted.items():
        match = _COLUMN.match(name)
        if not match:
            continue
        if value not in LABELS:
            is_whole = False
            continue
        mapping.setdefault(match[1], {})[match[2]] = str(value)
    return mapping, is_whole


def chosen_choices(posted: QueryDict) -> dict[str, Any]:
    """Read what was settled for the whole file."""
    swap = {"doi": True, "giu": False}.get(posted.get("doi_ngay", ""))
    means = posted.get("ten_trang", "")
    return {
        "swap_dates": swap,
        "sheet_means": means if means in (Field.BRANCH, Field.GROUP) else "",
    }


def chosen_reading(posted: QueryDict) -> dict[str, Any]:
    """Read in which letters a file is to be read again, or which of its lists are to be used."""
    if "chu" in posted:
        return {"lettering": posted["chu"] if posted["chu"] in LETTERINGS else ""}
    return {"taken": [int(n) for n in posted.getlist("trang") if n.isdigit() and len(n) < 4]}


def given_answers(posted: Mapping[str, Any]) -> dict[UUID, dict[str, str]]:
    """Read the answers to questions on lines: dong-<line>-<code>, and what was typed beside."""
    answers: dict[UUID, dict[str, str]] = {}
    for name, value in posted.items():
        match = _ANSWER.match(name)
        if match and value:
            typed = str(posted.get(f"{name}-ghi", ""))[:40]
            answer = f"{value}:{typed}" if value == "typed" else str(value)[:20]
            answers.setdefault(UUID(match[1]), {})[match[2]] = answer
    return answers


def given_to_all(posted: Mapping[str, Any]) -> dict[str, str]:
    """Read the answers given to every question of a kind: tat-ca-<code>."""
    named = {name: value for name, value in posted.items() if name.startswith("tat-ca-")}
    return {name.removeprefix("tat-ca-"): str(v)[:20] for name, v in named.items() if v}


def given_places(posted: Mapping[str, Any]) -> dict[str, str]:
    """Read which chi hội each unknown name means: noi-<key>."""
    named = {name: value for name, value in posted.items() if name.startswith("noi-")}
    return {name.removeprefix("noi-"): str(value)[:20] for name, value in named.items() if value}
