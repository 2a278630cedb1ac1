"""From what was typed to the words of a paper, and back."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from bongca.core.text import nfc
from bongca.documents.actions.outgoing import Draft, word_draft
from bongca.documents.actions.recipients import Group, To
from bongca.documents.forms.outgoing import DraftForm
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.addressing import group_line
from bongca.documents.queries.families import Family, family_of, partners_called
from bongca.documents.rules.stored import read_blocks, read_signers
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit
from bongca.papers.rules.paper import Authority, Signature

_KEY = re.compile(r"[0-9]{1,18}")


def draft_of(
    words: Mapping[str, Any], family: Family | None = None, former: OutgoingDocument | None = None
) -> Draft:
    """Return the draft an officer wrote; what an app above composed stays as it was.

    Without the family the places it goes to are left as they are.
    """
    return Draft(
        abstract=words["abstract"],
        type_sign=words["type_sign"],
        body=words["body"],
        blocks=read_blocks(former.blocks) if former else (),
        addressees=words["addressees"],
        bases=words["bases"],
        signers=_signers(words),
        urgency=words["urgency"],
        joint_name=words["joint_name"],
        joint_sign=words["joint_sign"],
        copy_count=words["copy_count"],
        note=words["note"],
        recipients=_recipients(words, family) if family else None,
    )


def tried(
    data: Mapping[str, Any], document: OutgoingDocument, *, is_new: bool
) -> tuple[OutgoingDocument, list[str] | None]:
    """Return the paper with what was typed so far, unkept, and its places where they are typed too.

    What is missing or wrong is left out: the page is shown while it is being written.
    """
    family = family_of(document.unit) if is_new else None
    form = DraftForm(data, family=family)
    form.is_valid()
    words = {name: form.cleaned_data.get(name) or "" for name in DraftForm.base_fields}
    if not (words["joint_name"] and words["joint_sign"]):
        words["joint_name"] = words["joint_sign"] = ""
    words |= {"abstract": words["abstract"] or "…", "copy_count": words["copy_count"] or 1}
    draft = draft_of(words, family, None if is_new else document)
    word_draft(document, draft)
    if draft.recipients is None:
        return document, None
    unit = document.unit
    return document, [
        group_line(to.under, to.tier, unit) if isinstance(to, Group) else to.shown
        for to in draft.recipients
    ]


def _signers(words: Mapping[str, Any]) -> tuple[Signature, ...]:
    own, joint = _lines(words["signer_lines"]), _lines(words["joint_lines"])
    found = []
    if own:
        found.append(Signature(own, words["signer_name"], Authority(words["authority"])))
    if own and joint:
        found.insert(0, Signature(joint, words["joint_signer"]))
    return tuple(found)


def _recipients(words: Mapping[str, Any], family: Family) -> list[To | Group]:
    found: list[To | Group] = []
    if words.get("to_above") and family.above:
        found.append(To(unit=family.above))
    if words.get("to_below") and family.count:
        found.append(Group(family.unit, family.tier))
    return found + named(words["names"])


def named(text: str) -> list[To | Group]:
    """Return the places written one on a line; a partner is known by its name."""
    names = _lines(text)
    partners = partners_called(names)
    return [To(name=name, partner=partners.get(name)) for name in names]


def places_of(keys: Iterable[str], unit: Unit, today: date) -> list[To | Group]:
    """Return what was picked from `places_found`; what is no place (any more) is left out."""
    picked: dict[str, list[list[str]]] = {"u": [], "g": [], "p": [], "b": []}
    for kind, *rest in (key.split(":") for key in keys):
        if kind in picked and rest and _KEY.fullmatch(rest[0]):
            picked[kind].append(rest)
    pks = {kind: [rest[0] for rest in rows] for kind, rows in picked.items()}
    # reads-all: what may be written to is decided by the action
    units = Unit.objects.in_bulk({int(pk) for pk in pks["u"] + pks["g"]})
    partners = Partner.objects.filter(pk__in=pks["p"], during__contains=today)
    bodies = Body.objects.filter(pk__in=pks["b"], unit=unit, during__contains=today)
    return [
        *(To(unit=units[int(pk)]) for pk in pks["u"] if int(pk) in units),
        *(Group(units[int(rest[0])], rest[1]) for rest in picked["g"]
          if int(rest[0]) in units and len(rest) > 1),
        *(To(partner=partner) for partner in partners),
        *(To(name=body.name) for body in bodies),
    ]  # fmt: skip


def initial_of(document: OutgoingDocument) -> dict[str, Any]:
    """Return what the form shows of a draft."""
    signers = read_signers(document.signers)
    own = signers[-1] if signers else None
    joint = signers[0] if len(signers) > 1 else None
    fields = (
        "type_sign", "abstract", "addressees", "bases", "body", "urgency", "joint_name",
        "joint_sign", "copy_count", "note", "version",
    )  # fmt: skip
    return {name: getattr(document, name) for name in fields} | {
        "authority": own.authority.value if own else "",
        "signer_lines": "\n".join(own.lines) if own else "",
        "signer_name": own.name if own else "",
        "joint_lines": "\n".join(joint.lines) if joint else "",
        "joint_signer": joint.name if joint else "",
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -;") for line in nfc(text).splitlines() if line.strip(" -;"))
