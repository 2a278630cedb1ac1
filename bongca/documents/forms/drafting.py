"""From what was typed to the words of a paper, and back."""

from collections.abc import Mapping
from typing import Any

from bongca.core.text import nfc
from bongca.documents.actions.outgoing import Draft, To
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.families import Family, partners_called
from bongca.documents.rules.stored import read_blocks, read_signers
from bongca.papers.rules.paper import Authority, Signature


def draft_of(
    words: Mapping[str, Any], family: Family, former: OutgoingDocument | None = None
) -> Draft:
    """Return the draft an officer wrote; what an app above composed stays as it was."""
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
        recipients=_recipients(words, family),
    )


def _signers(words: Mapping[str, Any]) -> tuple[Signature, ...]:
    own, joint = _lines(words["signer_lines"]), _lines(words["joint_lines"])
    found = []
    if own:
        found.append(Signature(own, words["signer_name"], Authority(words["authority"])))
    if own and joint:
        found.insert(0, Signature(joint, words["joint_signer"]))
    return tuple(found)


def _recipients(words: Mapping[str, Any], family: Family) -> list[To]:
    found = [To(unit=family.above)] if words.get("to_above") and family.above else []
    chosen = {int(pk) for pk in words.get("below") or ()}
    everyone = bool(words.get("to_below"))
    found += [To(unit=unit) for unit in family.below if everyone or unit.pk in chosen]
    names = _lines(words["names"])
    partners = partners_called(names)
    return found + [To(name=name, partner=partners.get(name)) for name in names]


def initial_of(document: OutgoingDocument, family: Family) -> dict[str, Any]:
    """Return what the form shows of a draft."""
    rows = list(document.recipients.order_by("ordinal"))
    units = {row.unit_id for row in rows if row.unit_id}
    signers = read_signers(document.signers)
    own = signers[-1] if signers else None
    joint = signers[0] if len(signers) > 1 else None
    fields = (
        "type_sign", "abstract", "addressees", "bases", "body", "urgency", "joint_name",
        "joint_sign", "copy_count", "note", "version",
    )  # fmt: skip
    return {name: getattr(document, name) for name in fields} | {
        "to_above": bool(family.above and family.above.pk in units),
        "to_below": bool(family.below) and all(unit.pk in units for unit in family.below),
        "below": [str(unit.pk) for unit in family.below if unit.pk in units],
        "names": "\n".join(row.name for row in rows if not row.unit_id),
        "authority": own.authority.value if own else "",
        "signer_lines": "\n".join(own.lines) if own else "",
        "signer_name": own.name if own else "",
        "joint_lines": "\n".join(joint.lines) if joint else "",
        "joint_signer": joint.name if joint else "",
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -;") for line in nfc(text).splitlines() if line.strip(" -;"))
