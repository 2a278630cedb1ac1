"""A report from the chi hội to Central, through the actions."""

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bongca.core.errors import DomainError, NotAllowed
from bongca.core.scope import scoped
from bongca.reporting.actions.filling import TypedFigure, save_report
from bongca.reporting.actions.refusals import (
    ChildrenMissing,
    NotReady,
    ParentHasSubmitted,
    RoundClosed,
    WrongState,
)
from bongca.reporting.actions.reviewing import accept_report, amend_figure, return_report
from bongca.reporting.actions.rounds import close_round
from bongca.reporting.actions.submitting import submit_report
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Figure, Report
from bongca.reporting.queries.sums import sums_below
from bongca.reporting.tests.factories import Setting, add_members


def fill_all(setting: Setting) -> None:
    """Fill and submit the two chi hội and their commune."""
    cast = setting.cast
    add_members(cast.dong_tam, 180)
    add_members(cast.yen_ly, 20, sex="m", born=1940)
    setting.fill_branch("lan", "dong_tam", C12=12, C12V=1_200_000)
    setting.submit("lan", "dong_tam")
    setting.fill_branch("lan2", "yen_ly", C12=3, C12V=300_000)
    setting.submit("lan2", "yen_ly")
    setting.fill_commune("minh", "tan_yen")
    with scoped(cast.actor("minh")):
        setting.submit("minh", "tan_yen")


def value(setting: Setting, unit: str, code: str) -> int | None:
    return Figure.objects.get(report=setting.report(unit), indicator_id=code).value


def test_commune_report_counts_and_gathers(setting: Setting) -> None:
    fill_all(setting)

    report = setting.report("tan_yen")
    assert report.state == ReportState.SUBMITTED
    assert value(setting, "tan_yen", "A5") == 200
    assert value(setting, "tan_yen", "A5M") == 20
    assert value(setting, "tan_yen", "A3C") == 20
    assert value(setting, "tan_yen", "B2") == 2
    assert value(setting, "tan_yen", "B2T") == 2
    assert value(setting, "tan_yen", "C12") == 15
    per_branch = dict(
        report.counted_figures.filter(indicator_id="A5").values_list("unit__name", "value")
    )
    assert per_branch == {"Chi hội thôn Đồng Tâm": 180, "Chi hội thôn Yên Lý": 20}


def test_submitting_takes_in_the_sheets_of_the_branches(setting: Setting) -> None:
    fill_all(setting)

    assert setting.report("dong_tam").state == ReportState.ACCEPTED
    assert setting.report("dong_tam").accepted_by_label.startswith("Nguyễn Văn Minh")


def test_province_sum_moves_only_on_acceptance(setting: Setting) -> None:
    fill_all(setting)
    province = setting.cast.bac_ninh

    assert "A5" not in sums_below(setting.round, province)
    setting.accept("hoa", "tan_yen")

    assert sums_below(setting.round, province)["A5"].value == 200


def test_submitting_names_every_open_place(setting: Setting) -> None:
    with pytest.raises(NotReady) as refused:
        setting.submit("lan", "dong_tam")

    assert len(refused.value.places) == 9
    assert refused.value.places[0][0] == "Thăm hỏi hội viên ốm đau: chưa ghi"


def test_missing_branches_need_a_reason(setting: Setting) -> None:
    setting.fill_commune("minh", "tan_yen")
    with scoped(setting.cast.actor("minh")):
        with pytest.raises(ChildrenMissing) as refused:
            setting.submit("minh", "tan_yen")
        report = setting.submit("minh", "tan_yen", "Hai chi hội mới lập, chưa có sổ.")

    assert refused.value.count == 2
    assert report.missing_note == "Hai chi hội mới lập, chưa có sổ."


def test_difference_from_the_count_blocks_submitting_until_answered(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 10)
    setting.fill_commune("minh", "tan_yen")
    with scoped(setting.cast.actor("minh")):
        setting.fill("minh", "tan_yen", {"A5": 12})
        with pytest.raises(NotReady) as refused:
            setting.submit("minh", "tan_yen", "thiếu")
        setting.fill("minh", "tan_yen", {"A5": 12}, was=12, answer="roll_behind")
        setting.submit("minh", "tan_yen", "thiếu")

    assert refused.value.places == [("Tổng số hội viên: cần trả lời vì sao khác sổ", "chi-tieu-A5")]
    kept = Figure.objects.get(report=setting.report("tan_yen"), indicator_id="A5")
    assert (kept.value, kept.counted, kept.typed) == (12, 10, 12)


def test_answering_with_the_count_keeps_both_numbers(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 10)
    setting.fill_commune("minh", "tan_yen")
    with scoped(setting.cast.actor("minh")):
        setting.fill("minh", "tan_yen", {"A5": 12}, answer="use_counted")
        setting.submit("minh", "tan_yen", "thiếu")

    kept = Figure.objects.get(report=setting.report("tan_yen"), indicator_id="A5")
    assert (kept.value, kept.counted, kept.typed) == (10, 10, 12)


def test_elderly_population_needs_its_source(setting: Setting) -> None:
    setting.fill_commune("minh", "tan_yen")
    report = setting.report("tan_yen")
    save_report(
        actor=setting.cast.actor("minh"),
        report_id=report.pk,
        figures=[TypedFigure("A1", 300, 300, source_note="")],
    )
    with scoped(setting.cast.actor("minh")), pytest.raises(NotReady) as refused:
        setting.submit("minh", "tan_yen", "thiếu")

    assert refused.value.places[0][0].endswith("chưa ghi lấy số từ đâu")


def test_figure_above_its_limit_blocks_submitting(setting: Setting) -> None:
    setting.fill_commune("minh", "tan_yen", C1=3000)
    with scoped(setting.cast.actor("minh")), pytest.raises(NotReady) as refused:
        setting.submit("minh", "tan_yen", "thiếu")

    assert [what for what, _ in refused.value.places] == [
        "Người cao tuổi có thẻ bảo hiểm y tế: cần xem lại"
    ]


def test_returned_with_a_reason_and_submitted_again(setting: Setting) -> None:
    fill_all(setting)
    hoa = setting.cast.actor("hoa")
    report = setting.report("tan_yen")

    return_report(
        actor=hoa, report_id=report.pk, reason="", figure_reasons={"D3": "Chân quỹ ghi 0 đồng?"}
    )
    with scoped(setting.cast.actor("minh")), pytest.raises(NotReady):
        setting.submit("minh", "tan_yen")
    setting.fill("minh", "tan_yen", {"D3": 5_000_000}, was=0)
    with scoped(setting.cast.actor("minh")):
        setting.submit("minh", "tan_yen")

    assert value(setting, "tan_yen", "D3") == 5_000_000
    kinds = list(report.events.values_list("kind", flat=True))
    assert kinds == ["submitted", "returned", "submitted", "started"]
    first = report.events.filter(kind="submitted").last()
    assert first is not None and first.values["D3"] == 0


def test_returning_needs_a_reason(setting: Setting) -> None:
    fill_all(setting)

    with pytest.raises(DomainError) as refused:
        return_report(
            actor=setting.cast.actor("hoa"), report_id=setting.report("tan_yen").pk, reason=" "
        )

    assert refused.value.code == "reason_missing"


def test_after_acceptance_nothing_is_typed_or_returned(setting: Setting) -> None:
    fill_all(setting)
    setting.accept("hoa", "tan_yen")

    with pytest.raises(WrongState):
        setting.fill("minh", "tan_yen", {"D3": 1})
    with pytest.raises(WrongState):
        return_report(
            actor=setting.cast.actor("hoa"), report_id=setting.report("tan_yen").pk, reason="Sai"
        )


def test_database_refuses_to_rewrite_an_accepted_figure(setting: Setting) -> None:
    fill_all(setting)
    setting.accept("hoa", "tan_yen")
    figures = Figure.objects.filter(report=setting.report("tan_yen"))

    with pytest.raises(IntegrityError), transaction.atomic():
        figures.update(value=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        figures.delete()


def test_province_hands_up_what_it_accepted(setting: Setting) -> None:
    fill_all(setting)
    setting.accept("hoa", "tan_yen")
    setting.fill("hoa", "bac_ninh", {"C14": 7})
    setting.write_words("hoa", "bac_ninh")
    setting.submit("hoa", "bac_ninh", "Hai xã chưa kiện toàn.")

    assert value(setting, "bac_ninh", "A5") == 200
    assert value(setting, "bac_ninh", "C14") == 7
    setting.accept("mai", "bac_ninh")
    assert sums_below(setting.round, setting.cast.central)["A5"].value == 200


def test_late_commune_waits_while_the_province_has_submitted(setting: Setting) -> None:
    fill_all(setting)
    setting.write_words("hoa", "bac_ninh")
    setting.submit("hoa", "bac_ninh", "Chưa xã nào xong.")

    with pytest.raises(ParentHasSubmitted):
        setting.accept("hoa", "tan_yen")
    return_report(
        actor=setting.cast.actor("mai"), report_id=setting.report("bac_ninh").pk, reason="Thiếu xã"
    )
    setting.accept("hoa", "tan_yen")

    assert setting.report("tan_yen").state == ReportState.ACCEPTED


def test_amendment_travels_up_and_is_counted_once(setting: Setting) -> None:
    fill_all(setting)
    setting.accept("hoa", "tan_yen")
    minh, report = setting.cast.actor("minh"), setting.report("tan_yen")
    amend_figure(actor=minh, report_id=report.pk, code="C12", new_value=18, reason="Sót ba lượt.")
    setting.write_words("hoa", "bac_ninh")
    setting.submit("hoa", "bac_ninh", "Hai xã chưa xong.")
    setting.accept("mai", "bac_ninh")
    amend_figure(actor=minh, report_id=report.pk, code="C12", new_value=19, reason="Sót nữa.")

    below_province = sums_below(setting.round, setting.cast.bac_ninh)["C12"]
    below_central = sums_below(setting.round, setting.cast.central)["C12"]
    assert (below_province.value, below_province.amended) == (19, 4)
    assert (below_central.value, below_central.amended) == (19, 1)
    assert value(setting, "tan_yen", "C12") == 15


def test_closed_round_takes_nothing_any_more(setting: Setting) -> None:
    fill_all(setting)
    setting.accept("hoa", "tan_yen")
    close_round(actor=setting.cast.actor("mai"), round_id=setting.round.pk)

    assert setting.report("tan_yen").state == ReportState.CLOSED
    assert setting.report("central").state == ReportState.CLOSED
    with pytest.raises(RoundClosed):
        setting.fill("minh2", "nha_nam", {"A1": 5})


@pytest.mark.parametrize(
    ("who", "error"),
    [
        ("minh", NotAllowed),
        ("lan", Report.DoesNotExist),
        ("minh2", Report.DoesNotExist),
        ("hoa2", Report.DoesNotExist),
        ("mai", NotAllowed),
        ("tu", NotAllowed),
        ("quan", NotAllowed),
        ("binh", NotAllowed),
        ("liaison", Report.DoesNotExist),
        ("quantri", Report.DoesNotExist),
    ],
)
def test_only_the_tier_right_above_accepts(
    setting: Setting, who: str, error: type[Exception]
) -> None:
    fill_all(setting)
    report = setting.report("tan_yen")

    with pytest.raises(error):
        accept_report(actor=setting.cast.actor(who), report_id=report.pk)
    with pytest.raises(error):
        return_report(actor=setting.cast.actor(who), report_id=report.pk, reason="Sai số")


@pytest.mark.parametrize(
    ("who", "error"),
    [
        ("lan", Report.DoesNotExist),
        ("minh2", Report.DoesNotExist),
        ("hoa", NotAllowed),
        ("mai", NotAllowed),
        ("tu", NotAllowed),
        ("quan", NotAllowed),
    ],
)
def test_only_the_commune_fills_and_submits_its_report(
    setting: Setting, who: str, error: type[Exception]
) -> None:
    report = setting.report("tan_yen")
    actor = setting.cast.actor(who)

    with pytest.raises(error):
        save_report(actor=actor, report_id=report.pk, figures=[TypedFigure("A1", 5, None)])
    with pytest.raises(error):
        submit_report(actor=actor, report_id=report.pk, missing_note="x")


def test_commune_fills_for_a_branch_and_it_is_said(setting: Setting) -> None:
    setting.fill_branch("minh", "dong_tam", C12=4)

    figure = Figure.objects.get(report=setting.report("dong_tam"), indicator_id="C12")
    assert figure.typed_by_label.startswith("Nguyễn Văn Minh")
    assert figure.typed_by_unit_id == setting.cast.tan_yen.pk


@pytest.mark.parametrize("who", ["lan", "minh", "hoa", "tu", "binh", "quantri"])
def test_only_the_central_office_closes_a_round(setting: Setting, who: str) -> None:
    with pytest.raises((NotAllowed, Http404)):
        close_round(actor=setting.cast.actor(who), round_id=setting.round.pk)


def test_two_people_at_one_figure_are_told(setting: Setting) -> None:
    setting.fill("lan", "dong_tam", {"C12": 12})

    saved = setting.fill("minh", "dong_tam", {"C12": 15})

    assert [(met.theirs, met.yours) for met in saved.conflicts] == [("12", "15")]
    assert saved.conflicts[0].who.startswith("Vũ Thị Lan")
    assert Figure.objects.get(report=setting.report("dong_tam"), indicator_id="C12").typed == 12
