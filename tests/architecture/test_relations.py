"""Keys point down, also those written as a string."""

from django.apps import apps
from django.db.models import Model

from tests.architecture.codebase import RANK, may_know, report


def complaint(owner: str, name: str, target: str) -> str | None:
    """What is wrong with a key from a model of `owner` to one of `target`."""
    if target not in RANK or owner not in RANK or may_know(owner, target):
        return None
    return (
        f"{owner}.{name} points at {target}, which stands above it: "
        f"let the link live in {target}, pointing down."
    )


def keys_of(model: type[Model]) -> list[tuple[str, str, str]]:
    owner = model._meta.app_label
    local = [*model._meta.fields, *model._meta.many_to_many]
    return [
        (owner, f"{model.__name__}.{field.name}", field.related_model._meta.app_label)
        for field in local
        if field.is_relation and isinstance(field.related_model, type)
    ]


def test_every_key_points_to_the_same_app_or_below() -> None:
    ours = [model for model in apps.get_models() if model._meta.app_label in RANK]
    report([said for model in ours for key in keys_of(model) if (said := complaint(*key))])


def test_the_rule_can_fail() -> None:
    assert complaint("members", "Membership.report", "reporting")
    assert not complaint("reporting", "Report.unit", "org")
    assert ours_are_found()


def ours_are_found() -> bool:
    return any(keys_of(model) for model in apps.get_app_config("org").get_models())
