import pytest

from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.members.models import Membership
from bongca.org.actions.units import create_unit
from bongca.people.actions.persons import PersonFields, edit_person
from bongca.people.enums import PersonStatus
from bongca.people.models import IdentityClaim, Person
from bongca.people.policies import visible_persons
from bongca.rolls.actions.sorting import answer_lines, answer_places
from bongca.rolls.actions.undoing import RollHeld, undo_roll
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.signals import Blocker, roll_undo_requested
from bongca.rolls.tests.factories import HEAD, PEOPLE, brought, previewed, workbook, written
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def states(cast: Cast, batch: RollBatch) -> dict[str, int]:
    with scoped(cast.actor("lan")):
        lines = RollLine.objects.filter(batch=batch).order_by("ordinal")
        found: dict[str, int] = {}
        for line in lines:
            found[line.state] = found.get(line.state, 0) + 1
        return found


def members(cast: Cast) -> list[str]:
    actor = cast.actor("lan")
    with scoped(actor):
        persons = visible_persons(actor).filter(status=PersonStatus.MEMBER).order_by("sort_key")
        return [person.full_name for person in persons]


def test_a_roll_becomes_members(cast: Cast) -> None:
    batch = written(cast.actor("lan"), cast.dong_tam)

    assert batch.state == BatchState.WRITTEN
    assert batch.written_count == 4
    assert members(cast) == ["Trần Quốc Hữu", "Phạm Văn Khuê", "Nguyễn Thị Mận", "Lý Thị Sửu"]
    with scoped(cast.actor("lan")):
        man = Person.objects.get(full_name="Nguyễn Thị Mận")
        assert man.unit == cast.to_1
        assert (man.birth_year, man.birth_month, man.birth_day, man.sex) == (1952, 3, 12, "f")
        period = Membership.objects.get(person=man)
        assert period.roll_batch_id == batch.pk
        assert period.during.lower.isoformat() == "2014-05-10"
        assert IdentityClaim.objects.get(person=man).last_digits == "101"


def test_the_same_roll_again_writes_nobody_twice(cast: Cast) -> None:
    written(cast.actor("lan"), cast.dong_tam)

    batch = previewed(cast.actor("lan"), cast.dong_tam)

    assert states(cast, batch) == {LineState.KNOWN: 4}


def test_what_is_in_doubt_waits_for_an_answer(cast: Cast) -> None:
    rows = [
        *PEOPLE,
        (5, "Trần Thị Mùi", "30/02/1948", "Nữ", "", "Tổ 1", ""),
        (6, "Đỗ Văn Thắng", "1950", "Nam", "15050001227", "Tổ 2", ""),
        (7, "", "1950", "", "", "Tổ 3", ""),
        (None, "Tổng cộng: 7 người"),
    ]
    batch = previewed(cast.actor("lan"), cast.dong_tam, workbook(rows))

    assert states(cast, batch) == {LineState.NEW: 4, LineState.ASK: 2, LineState.UNREADABLE: 2}
    actor = cast.actor("lan")
    with scoped(actor):
        mui = RollLine.objects.get(batch=batch, line=6)
        thang = RollLine.objects.get(batch=batch, line=7)
        answers = {mui.pk: {"no_such_day": "guess0"}, thang.pk: {"id_lost_zero": "guess0"}}
        assert answer_lines(actor=actor, batch_id=batch.pk, answers=answers) == 2
    assert states(cast, batch)[LineState.NEW] == 6


def test_a_spelling_of_a_known_name_is_asked(cast: Cast) -> None:
    written(
        cast.actor("lan"),
        cast.dong_tam,
        workbook([(1, "Nguyễn Văn Hoà", 1951, "Nam", "", "Tổ 2", "")]),
    )

    batch = previewed(
        cast.actor("lan"),
        cast.dong_tam,
        workbook([(1, "Nguyễn Văn Hòa", 1951, "Nam", "", "Tổ 2", "")]),
    )

    with scoped(cast.actor("lan")):
        line = RollLine.objects.get(batch=batch)
    assert line.state == LineState.ASK
    assert line.problems[0]["reason"] == (
        "Trong sổ đã có Nguyễn Văn Hoà, cũng sinh năm 1951, cũng ở Tổ hội 2. "
        "Có phải là một người không?"
    )


def test_a_written_roll_is_taken_back_and_comes_again_to_the_same_persons(cast: Cast) -> None:
    actor = cast.actor("lan")
    batch = written(actor, cast.dong_tam)
    with scoped(actor):
        before = set(Person.objects.values_list("pk", flat=True))
        undo_roll(actor=actor, batch_id=batch.pk)
    work_off()

    batch.refresh_from_db()
    assert batch.state == BatchState.UNDONE
    assert members(cast) == []
    written(actor, cast.dong_tam)
    assert len(members(cast)) == 4
    with scoped(actor):
        assert set(Person.objects.values_list("pk", flat=True)) == before


def test_undoing_keeps_those_edited_since_and_leaves_later_rolls(cast: Cast) -> None:
    actor = cast.actor("lan")
    batch = written(actor, cast.dong_tam)
    written(actor, cast.dong_tam, workbook([(1, "Bùi Thị Lượng", "1950", "Nữ", "", "Tổ 1", "")]))
    with scoped(actor):
        man = Person.objects.get(full_name="Nguyễn Thị Mận")
        wanted = PersonFields("Nguyễn Thị Mận", "f", None, phone="0900000205")
        edit_person(actor=actor, person_id=man.pk, wanted=wanted, version=man.version)
        undo_roll(actor=actor, batch_id=batch.pk)
    work_off()

    assert members(cast) == ["Bùi Thị Lượng", "Nguyễn Thị Mận"]
    assert states(cast, batch) == {LineState.UNDONE: 3, LineState.KEPT: 1}


def test_undoing_refuses_with_the_names_of_what_stands_on_it(cast: Cast) -> None:
    actor = cast.actor("lan")
    batch = written(actor, cast.dong_tam)

    def hold(**_: object) -> list[Blocker]:
        return [Blocker("Báo cáo 6 tháng đầu năm 2026")]

    roll_undo_requested.connect(hold, weak=False)
    try:
        with scoped(actor), pytest.raises(RollHeld) as held:
            undo_roll(actor=actor, batch_id=batch.pk)
    finally:
        roll_undo_requested.disconnect(hold)
    assert "Báo cáo 6 tháng đầu năm 2026" in held.value.message
    assert len(members(cast)) == 4


def test_a_broken_file_is_refused_and_changes_nothing(cast: Cast) -> None:
    batch = brought(cast.actor("lan"), cast.dong_tam, b"PK\x03\x04 broken")

    assert batch.state == BatchState.REFUSED
    assert batch.reason.startswith("Tệp bị hỏng")
    assert members(cast) == []


def test_missing_groups_are_founded(cast: Cast) -> None:
    rows = [(1, "Nguyễn Thị Mận", "1952", "Nữ", "", "Tổ 7", "")]
    written(cast.actor("lan"), cast.dong_tam, workbook(rows, HEAD))

    with scoped(cast.actor("lan")):
        unit = Person.objects.get(full_name="Nguyễn Thị Mận").unit
    assert (unit.name, unit.parent) == ("Tổ hội 7", cast.dong_tam)


def test_a_whole_commune_finds_its_branches(cast: Cast) -> None:
    head = ("STT", "Chi hội", "Họ và tên", "Năm sinh", "Giới tính")
    rows = [
        (1, "Đồng Tâm", "Nguyễn Thị Mận", 1952, "Nữ"),
        (2, "thôn Yên Lý", "Phạm Văn Khuê", 1947, "Nam"),
        (3, "Chi hội thôn Lạ", "Trần Quốc Hữu", 1955, "Nam"),
    ]
    batch = previewed(cast.actor("minh"), cast.tan_yen, workbook(rows, head))

    with scoped(cast.actor("minh")):
        lines = list(RollLine.objects.filter(batch=batch).order_by("ordinal"))
    assert [line.target_id for line in lines] == [cast.dong_tam.pk, cast.yen_ly.pk, None]
    assert [line.state for line in lines] == [LineState.NEW, LineState.NEW, LineState.ASK]


def test_a_list_of_another_branch_is_not_taken_for_ours(cast: Cast) -> None:
    head = ("Chi hội", "Họ và tên", "Năm sinh", "Giới tính")
    rows = [
        ("Đồng Tâm", "Nguyễn Thị Mận", 1952, "Nữ"),
        ("Yên Lý", "Phạm Văn Khuê", 1947, "Nam"),
        ("", "Trần Quốc Hữu", 1955, "Nam"),
    ]
    batch = previewed(cast.actor("lan"), cast.dong_tam, workbook(rows, head))

    with scoped(cast.actor("lan")):
        lines = RollLine.objects.filter(batch=batch).order_by("ordinal")
        assert [line.target for line in lines] == [cast.dong_tam, None, cast.dong_tam]


def test_a_name_two_branches_share_is_asked(cast: Cast) -> None:
    actor = cast.actor("minh")
    with scoped(actor):
        for name in ("Chi hội thôn Tân Tiến", "Chi hội khu Tân Tiến"):
            create_unit(actor=actor, parent=cast.tan_yen, name=name, on=actor.today)
    rows = [("Tân Tiến", "Nguyễn Thị Mận", 1952, "Nữ")]
    head = ("Chi hội", "Họ và tên", "Năm sinh", "Giới tính")

    batch = previewed(actor, cast.tan_yen, workbook(rows, head))

    with scoped(actor):
        assert RollLine.objects.get(batch=batch).state == LineState.ASK


def test_a_place_once_answered_settles_its_lines(cast: Cast) -> None:
    actor = cast.actor("minh")
    head = ("Chi hội", "Họ và tên", "Năm sinh", "Giới tính")
    rows = [("Lạ", "Nguyễn Thị Mận", 1952, "Nữ"), ("Xa", "Phạm Văn Khuê", 1947, "Nam")]
    batch = previewed(actor, cast.tan_yen, workbook(rows, head))

    with scoped(actor):
        answers = {"la": str(cast.yen_ly.pk), "xa": "leave_out"}
        answer_places(actor=actor, batch_id=batch.pk, branches=answers, found_groups=True)
        lines = list(RollLine.objects.filter(batch=batch).order_by("ordinal"))
    assert [(line.target_id, line.state) for line in lines] == [
        (cast.yen_ly.pk, LineState.NEW),
        (None, LineState.LEFT_OUT),
    ]
