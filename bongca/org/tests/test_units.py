"""Units are founded, renamed and closed by date, by those above, and never half."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.org import rules
from bongca.org.actions.founding import found_units
from bongca.org.actions.moves import freeze_unit, thaw_unit
from bongca.org.actions.units import CannotClose, close_unit, create_unit, rename_unit
from bongca.org.models import Grant, Unit, UnitAncestry, UnitLineage, UnitName
from bongca.org.policies import Frozen
from bongca.org.queries.changes import affected_by
from bongca.org.signals import unit_change_previewed
from tests.cast import TODAY, Cast

MAY = date(2026, 5, 1)
SYSTEM = Actor.system(TODAY)


def found(cast: Cast, who: str = "minh", parent: str = "tan_yen", name: str = "thôn Ngò") -> Unit:
    return create_unit(
        actor=cast.actor(who),
        parent=cast.units[parent],
        name=name,
        on=MAY,
        citation="QĐ 12/QĐ-HNCT",
    )


def test_new_branch_stands_in_the_tree_by_interval_and_by_date(cast: Cast) -> None:
    unit = found(cast)

    assert unit.name == "Chi hội thôn Ngò"
    assert unit.place_name == "thôn Ngò, xã Tân Yên, thành phố Bắc Ninh"
    assert (unit.commune, unit.province) == (cast.tan_yen, cast.bac_ninh)
    assert cast.yen_ly.rgt < unit.lft < unit.rgt <= cast.tan_yen.rgt
    above = UnitAncestry.objects.filter(unit=unit, during__contains=MAY).order_by("depth")
    assert [row.ancestor for row in above] == [cast.tan_yen, cast.bac_ninh, cast.central]
    assert not UnitAncestry.objects.filter(unit=unit, during__contains=date(2026, 4, 30)).exists()


def test_new_unit_leaves_one_audit_entry_with_its_citation(cast: Cast) -> None:
    unit = found(cast)

    entry = AuditEntry.objects.get(object_id=str(unit.pk), act="org.create_unit")
    assert entry.changes["citation"] == "QĐ 12/QĐ-HNCT"
    assert entry.user_id == cast.minh.pk


def test_branch_head_founds_a_group_in_her_branch(cast: Cast) -> None:
    group = found(cast, "lan", "dong_tam", "Tổ 3")

    assert group.name == "Tổ hội 3"
    assert group.tier == "group"
    assert cast.to_2.rgt < group.lft <= cast.dong_tam.rgt


REFUSED: list[tuple[str, str, type[Exception]]] = [
    ("minh", "nha_nam", Http404),
    ("minh2", "tan_yen", Http404),
    ("lan", "yen_ly", Http404),
    ("lan", "tan_yen", Http404),
    ("hoa2", "tan_yen", Http404),
    ("quan", "tan_yen", NotAllowed),
    ("tu", "tan_yen", NotAllowed),
    ("quantri", "tan_yen", NotAllowed),
    ("liaison", "tan_yen", Http404),
]


def test_others_found_nothing(cast: Cast) -> None:
    for who, parent, refusal in REFUSED:
        with pytest.raises(refusal):
            found(cast, who, parent)
        assert not Unit.objects.filter(name="Chi hội thôn Ngò").exists(), (who, parent)


IMPOSSIBLE: list[tuple[dict[str, Any], str]] = [
    ({"on": date(2026, 11, 23)}, "day_to_come"),
    ({"on": date(2025, 6, 30)}, "before_founding"),
    ({"name": "thôn Đồng Tâm"}, "name_taken"),
    ({"name": "CHI HỘI THÔN ĐỒNG TÂM"}, "name_taken"),
    ({"name": "Chi hội "}, "name_missing"),
    ({"name": "thôn " + "Ngò" * 60}, "name_too_long"),
    ({"tier": "group"}, "wrong_tier"),
    ({"tier": "province"}, "wrong_tier"),
]


def test_what_cannot_be_is_said_in_a_sentence(cast: Cast) -> None:
    for changed, code in IMPOSSIBLE:
        words: dict[str, Any] = {"name": "thôn Ngò", "on": MAY} | changed
        with pytest.raises(DomainError) as caught:
            create_unit(actor=cast.actor("minh"), parent=cast.tan_yen, **words)
        assert caught.value.code == code
        assert caught.value.message.endswith(".")


def test_group_has_no_unit_below(cast: Cast) -> None:
    with pytest.raises(DomainError, match="wrong_tier"):
        found(cast, "lan", "to_1", "Tổ con")


def test_renaming_keeps_the_name_of_each_day(cast: Cast) -> None:
    renamed = rename_unit(
        actor=cast.actor("minh"), unit=cast.dong_tam, name="khu Đồng Tâm", on=MAY, version=1
    )

    names = UnitName.objects.filter(unit=cast.dong_tam).order_by("during")
    assert [(name.name, name.during.lower) for name in names] == [
        ("Chi hội thôn Đồng Tâm", date(2025, 7, 1)),
        ("Chi hội khu Đồng Tâm", MAY),
    ]
    assert renamed.place_name == "khu Đồng Tâm, xã Tân Yên, thành phố Bắc Ninh"
    assert renamed.search_name.startswith("dong tam @ chi hoi khu dong tam")


def test_second_of_two_who_rename_is_told_with_both_names(cast: Cast) -> None:
    rename_unit(actor=cast.actor("minh"), unit=cast.dong_tam, name="khu A", on=MAY, version=1)

    with pytest.raises(Changed) as caught:
        rename_unit(actor=cast.actor("minh"), unit=cast.dong_tam, name="khu B", on=MAY, version=1)
    assert caught.value.theirs == {"Tên": "Chi hội khu A"}
    assert caught.value.yours == {"Tên": "Chi hội khu B"}


def test_commune_renamed_is_renamed_in_every_place_below(cast: Cast) -> None:
    branch = found(cast)
    rename_unit(
        actor=cast.actor("hoa"),
        unit=cast.tan_yen,
        name="Hội Người cao tuổi phường Tân Yên",
        on=date(2026, 9, 20),
        version=1,
    )

    branch.refresh_from_db()
    assert branch.place_name == "thôn Ngò, phường Tân Yên, thành phố Bắc Ninh"
    assert branch.search_name.endswith("thon ngo phuong tan yen thanh pho bac ninh")


def test_nobody_renames_the_own_unit(cast: Cast) -> None:
    for who, unit in (("minh", "tan_yen"), ("lan", "dong_tam")):
        with pytest.raises(NotAllowed):
            rename_unit(
                actor=cast.actor(who), unit=cast.units[unit], name="khu Khác", on=MAY, version=1
            )


def test_name_is_not_changed_before_the_present_one_began(cast: Cast) -> None:
    branch = found(cast)
    rename_unit(
        actor=cast.actor("minh"), unit=branch, name="khu Ngò", on=date(2026, 6, 1), version=1
    )

    with pytest.raises(DomainError, match="later_name"):
        rename_unit(actor=cast.actor("minh"), unit=branch, name="xóm Ngò", on=MAY, version=2)


def test_closing_is_refused_while_units_stand_below(cast: Cast) -> None:
    with pytest.raises(CannotClose) as caught:
        close_unit(actor=cast.actor("minh"), unit=cast.dong_tam, on=MAY)

    assert caught.value.message == (
        "Chưa kết thúc được Chi hội thôn Đồng Tâm: còn 2 đơn vị trực thuộc."
    )
    assert Unit.objects.get(pk=cast.dong_tam.pk).is_open


def test_closing_is_refused_when_an_app_above_answers_so(cast: Cast) -> None:
    def members(unit: Unit, **_: object) -> list[rules.Affected]:
        return [rules.Affected("hội viên", 180, blocks_closing=unit.pk == cast.yen_ly.pk)]

    unit_change_previewed.connect(members)
    try:
        with pytest.raises(CannotClose, match="cannot_close") as caught:
            close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=MAY)
    finally:
        unit_change_previewed.disconnect(members)
    assert "còn 180 hội viên" in caught.value.message


def test_preview_counts_units_and_accounts(cast: Cast) -> None:
    nouns = {each.noun: each.count for each in affected_by(cast.tan_yen, TODAY)}

    assert nouns["đơn vị trực thuộc"] == 2
    assert nouns["tài khoản"] == 3  # minh, lan, lan2


def test_closed_branch_hangs_under_its_successor_with_its_past(cast: Cast) -> None:
    closed = close_unit(
        actor=cast.actor("minh"), unit=cast.yen_ly, on=MAY, successor=cast.dong_tam, citation="QĐ 9"
    )

    assert not closed.is_open
    assert cast.to_2.rgt < closed.lft < closed.rgt <= cast.dong_tam.rgt
    assert closed.during.upper == MAY
    line = UnitLineage.objects.get(source=closed)
    assert (line.target, line.kind, line.on) == (cast.dong_tam, "merged", MAY)
    past = UnitAncestry.objects.filter(unit=closed, during__contains=date(2026, 4, 30))
    assert {row.ancestor for row in past} == {cast.tan_yen, cast.bac_ninh, cast.central}
    assert not UnitAncestry.objects.filter(unit=closed, during__contains=MAY).exists()
    assert not Grant.objects.filter(unit=closed, during__contains=TODAY).exists()


def test_commune_closed_into_another_fits_with_its_closed_branches(cast: Cast) -> None:
    close_unit(actor=cast.actor("minh2"), unit=cast.cau_xi, on=MAY)
    closed = close_unit(actor=SYSTEM, unit=cast.nha_nam, on=MAY, successor=cast.tan_yen)

    cast.cau_xi.refresh_from_db()
    for unit in (closed, cast.cau_xi):
        assert cast.yen_ly.rgt < unit.lft < unit.rgt <= cast.tan_yen.rgt
        assert unit.commune == cast.tan_yen
    spans = sorted(Unit.objects.filter(parent=cast.tan_yen).values_list("lft", "rgt"))
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_closed_unit_is_neither_closed_again_nor_given_units(cast: Cast) -> None:
    close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=MAY)

    with pytest.raises(DomainError, match="closed"):
        close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=MAY)
    with pytest.raises(DomainError, match="closed"):
        found(cast, "minh", "yen_ly", "Tổ 1")


def test_unit_is_no_successor_of_itself(cast: Cast) -> None:
    with pytest.raises(DomainError, match="own_successor"):
        close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=MAY, successor=cast.yen_ly)


def test_frozen_commune_takes_no_writing_until_thawed(cast: Cast) -> None:
    freeze_unit(actor=cast.actor("hoa"), unit=cast.tan_yen, reason="Sắp xếp lại")

    with pytest.raises(Frozen):
        found(cast)
    with pytest.raises(Frozen):
        found(cast, "lan", "dong_tam", "Tổ 3")
    thaw_unit(actor=cast.actor("hoa"), unit=cast.tan_yen)
    assert found(cast).pk


def test_freezing_twice_is_said_in_a_sentence(cast: Cast) -> None:
    freeze_unit(actor=cast.actor("hoa"), unit=cast.tan_yen, reason="Sắp xếp lại")

    with pytest.raises(DomainError) as caught:
        freeze_unit(actor=cast.actor("hoa"), unit=cast.tan_yen, reason="Sắp xếp lại")
    assert "đang được sắp xếp lại" in caught.value.message


def test_many_branches_are_founded_at_once_in_a_few_statements(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    names = [f"thôn {number}" for number in range(1, 31)]
    with django_assert_max_num_queries(20):
        units = found_units(
            actor=cast.actor("minh2"), parent=cast.nha_nam, names=names, on=MAY, citation="QĐ 7"
        )

    assert units[0].lft > cast.cau_xi.rgt
    assert all(one.rgt < other.lft for one, other in pairwise(units))
    assert units[-1].rgt <= cast.nha_nam.rgt
    above = UnitAncestry.objects.filter(unit=units[-1], during__contains=MAY)
    assert {row.ancestor for row in above} == {cast.nha_nam, cast.bac_ninh, cast.central}
    assert UnitName.objects.filter(name="Chi hội thôn 30", citation="QĐ 7").exists()


def test_of_many_branches_all_are_founded_or_none(cast: Cast) -> None:
    with pytest.raises(DomainError, match="name_taken"):
        found_units(
            actor=cast.actor("minh"), parent=cast.tan_yen, names=["thôn A", "Thôn a"], on=MAY
        )
    with pytest.raises(Http404):
        found_units(actor=cast.actor("minh"), parent=cast.nha_nam, names=["thôn A"], on=MAY)
    assert not Unit.objects.filter(name="Chi hội thôn A").exists()
