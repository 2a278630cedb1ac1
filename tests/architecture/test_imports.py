"""From outside an app only its public modules are known."""

import functools

import grimp

from tests.architecture.codebase import FREE_APPS, RANK, may_know, report

PUBLIC = {"models", "enums", "queries", "actions", "policies", "signals", "rules"}
FOR_TESTS = {"factories", "setting"}


def complaint(importer: str, imported: str) -> str | None:
    """What is wrong with one import, or None."""
    by, of = importer.split("."), imported.split(".")
    if len(of) < 3 or by[1] == of[1] or of[1] in FREE_APPS or by[1] == "config":
        return None
    is_test = "tests" in by
    if of[2] == "tests" and is_test and of[3:4] and of[3] in FOR_TESTS:
        return None
    if of[2] == "ingest" and ("management" in by or is_test):
        return None  # a command hands files in by another's reader
    if of[2] in PUBLIC:
        return None
    return (
        f"{importer} imports {imported}: from outside, {of[1]} is known by its "
        f"{', '.join(sorted(PUBLIC))} only. Ask a query or an action of {of[1]} for it, "
        "or make one there."
    )


@functools.cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("bongca")


def all_imports() -> list[tuple[str, str]]:
    built = graph()
    return [
        (importer, imported)
        for importer in sorted(built.modules)
        for imported in sorted(built.find_modules_directly_imported_by(importer))
        if imported.startswith("bongca.") and importer.count(".") >= 1
    ]


def test_apps_know_each_other_by_their_public_modules() -> None:
    report([said for pair in all_imports() if (said := complaint(*pair))])


def test_every_app_has_its_place_in_the_order() -> None:
    apps = {module.split(".")[1] for module in graph().modules if module.count(".") == 1}

    unplaced = sorted(apps - set(RANK))

    report([f"{app} has no place in ORDER: put it there and in pyproject.toml" for app in unplaced])


def test_tests_of_an_app_know_no_higher_app() -> None:
    """A test of a low app that needs a high one belongs to tests/, or to the high one."""
    wrong = [
        f"{importer} imports {imported}, which stands above it: move the test up."
        for importer, imported in all_imports()
        if imported.split(".")[1] not in (importer.split(".")[1], "config")
        and not may_know(importer.split(".")[1], imported.split(".")[1])
    ]
    report(wrong)


def test_the_rule_can_fail() -> None:
    assert complaint("bongca.reporting.views", "bongca.members.forms")
    assert complaint("bongca.reporting.tests.test_rounds", "bongca.members.tests.test_rolls")
    assert not complaint("bongca.reporting.tests.test_rounds", "bongca.members.tests.factories")
    assert not complaint("bongca.reporting.queries.sums", "bongca.members.queries.counts")
    assert not may_know("members", "reporting")
    assert not may_know("letters", "awards")
