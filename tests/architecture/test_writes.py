"""Pages, API, forms and exports neither write nor read past a policy."""

import ast

from tests.architecture.codebase import (
    FREE_APPS,
    app_of,
    calls,
    layer_of,
    parsed,
    python_files,
    report,
    shown,
)

INTERFACES = {"views", "api", "forms", "exports", "admin"}
WRITES = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
READS_ALL = "# reads-all:"


def is_write(call: ast.Call) -> bool:
    """Whether a call writes through the ORM; a file's save(path), a dict's update(dict) do not."""
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    if name in WRITES:
        return True
    if name in ("save", "delete"):
        return not call.args
    return name == "update" and not call.args and bool(call.keywords)


def is_read_of_all(call: ast.Call) -> bool:
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "all"
        and isinstance(function.value, ast.Attribute)
        and function.value.attr == "objects"
    )


def complaints(source: str) -> list[tuple[int, str]]:
    """What is wrong in the source of an interface module, by line."""
    lines = source.splitlines()
    found = []
    for call in calls(parsed(source)):
        if is_write(call):
            found.append((call.lineno, "writes: call an action of the app instead."))
        if is_read_of_all(call) and READS_ALL not in lines[call.lineno - 1]:
            found.append(
                (
                    call.lineno,
                    "reads every row: begin at policies.visible_*(actor), or write "
                    f"'{READS_ALL} why' on the line for a catalogue.",
                )
            )
    return found


def test_interfaces_write_nothing_and_read_through_policies() -> None:
    report(
        [
            f"{shown(path, line)} {said}"
            for path in python_files()
            if app_of(path) not in FREE_APPS and layer_of(path) in INTERFACES
            for line, said in complaints(path.read_text(encoding="utf-8"))
        ]
    )


def test_the_rule_can_fail() -> None:
    assert complaints("member.save()")
    assert complaints("Person.objects.create(name=name)")
    assert complaints("people.update(unit_id=1)")
    assert complaints("people.delete()")
    assert complaints("rows = Person.objects.all()")
    assert not complaints("words.update(more)")
    assert not complaints("document.save(stream)")
    assert not complaints("kinds = Kind.objects.all()  # reads-all: a catalogue of nine rows")
