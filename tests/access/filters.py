"""Every `visible_…` of the product: of one thing, who sees it. Written by hand, as the pages are.

Asked with the second wall open, so that the filter stands alone. A row names the policy, the
thing of `world.py`, and everyone who sees it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Filter:
    policy: str
    thing: str
    seen_by: frozenset[str]
    given: str = ""

    def __str__(self) -> str:
        return f"{self.policy} {self.thing}"


def seen(policy: str, thing: str, by: str, given: str = "") -> Filter:
    """Write a row; `given` is a second argument of the policy."""
    return Filter(policy, thing, frozenset(by.split()), given)


CHAIN = "lan minh hoa"
COUNTRY = "tu mai binh"

FILTERS = [
    seen("org.visible_units", "unit:dong_tam", f"{CHAIN} {COUNTRY} quan quantri"),
    seen("org.visible_users", "user:lan", "minh hoa mai quantri"),
    seen("org.visible_grants", "grant:lan", "minh hoa mai quantri"),
    # Members and what is known of them: the chain of the chi hội, and nobody at Central.
    seen("people.visible_persons", "person", CHAIN),
    seen("members.visible_members", "person", CHAIN),
    seen("members.visible_memberships", "membership", CHAIN),
    seen("admissions.visible_applications", "application", CHAIN),
    seen("admissions.visible_transfers", "transfer", CHAIN),
    seen("admissions.visible_transfers", "transfer:in", "minh2 hoa"),
    seen("admissions.visible_pauses", "pause", CHAIN),
    seen("admissions.visible_together_acts", "together", CHAIN),
    seen("people.visible_circumstances", "circumstance", CHAIN),
    seen("people.visible_family_contacts", "person:kin", CHAIN),
    seen("people.visible_claims", "claim", "lan minh"),
    seen("people.visible_merges", "merge", "minh"),
    seen("people.visible_sensitive", "sensitive", "minh"),
    # Cards stand where their members stand; batches, campaigns and designs name nobody.
    seen("cards.visible_cards", "card", CHAIN),
    seen("cards.visible_batches", "cards", "lan lan2 minh hoa mai"),
    seen("cards.visible_campaigns", "campaign", "lan lan2 minh minh2 hoa hoa2 mai"),
    seen("cards.visible_designs", "design", "lan lan2 minh minh2 hoa hoa2 mai"),
    seen("cards.visible_blanks", "blanks", "mai"),
    # Figures without persons.
    seen("members.visible_counts", "count", f"minh hoa {COUNTRY} quan"),
    seen("members.visible_count_changes", "count:change", f"minh hoa {COUNTRY} quan"),
    seen("reporting.visible_reports", "report:dong_tam", f"{CHAIN} {COUNTRY} quan"),
    seen("offices.visible_appointments", "appointment", f"{CHAIN} {COUNTRY} quan"),
    seen("offices.visible_bodies", "body", f"{CHAIN} {COUNTRY} quan"),
    # Tasks: who gave them, whom they were given to; joint plans to the partner as well.
    seen("programmes.visible_programmes", "programme", f"{COUNTRY} liaison"),
    seen("programmes.visible_tasks", "task", f"{CHAIN} {COUNTRY}"),
    seen("programmes.visible_tasks", "task:joint", f"hoa {COUNTRY} liaison"),
    seen("programmes.visible_assignments", "copy", f"{CHAIN} {COUNTRY}"),
    # A roll is names: for those who bring rolls in.
    seen("rolls.visible_rolls", "roll", "lan minh"),
    seen("rolls.visible_lines", "roll:line", "lan minh", given="roll"),
    # Papers: a unit's own, and what was sent to it.
    seen("documents.visible_books", "book", "minh"),
    seen("documents.visible_incoming", "paper:in", "minh"),
    seen("documents.visible_outgoing", "paper:sent", "hoa minh"),
    seen("documents.visible_deliveries", "delivery", "minh"),
    seen("documents.visible_secret_entries", "secret", "mai"),
    seen("documents.visible_regulations", "regulation", "lan lan2 minh minh2 hoa"),
    # A meeting is its unit's, and theirs who were called; not of those above.
    seen("meetings.visible_meetings", "meeting", COUNTRY),
    seen("meetings.visible_meetings", "meeting:called", f"{COUNTRY} hoa"),
    # Mừng thọ: a round bears no name and is known to those below and above; who is on it is not.
    seen("care.visible_rounds", "longevity", f"lan2 {CHAIN} {COUNTRY} quan"),
    seen("care.visible_recipients", "recipient", CHAIN),
    seen("care.visible_levels", "level", f"lan2 {CHAIN}"),
    # What a person was asked stays with those who ask.
    seen("care.visible_requests", "request", CHAIN),
    seen("care.visible_answers", "answers", "lan minh"),
    # Personal data: what persons agreed to and asked; who looked, and what went wrong.
    seen("privacy.visible_texts", "consent:text", f"lan2 {CHAIN} mai"),
    seen("privacy.visible_settled", "settled", f"lan2 {CHAIN} mai"),
    seen("privacy.visible_consents", "consent", CHAIN),
    seen("privacy.visible_requests", "privacy:request", CHAIN),
    seen("privacy.visible_incidents", "incident", "minh hoa mai"),
    seen("privacy.visible_accesses", "access", "minh hoa mai"),
    # One's own.
    seen("accounts.visible_tokens", "token:minh", "minh"),
    seen("accounts.visible_notices", "notice:lan", "lan"),
]
