"""All rows, an app a file."""

from tests.access import (
    table_accounts,
    table_admissions,
    table_cards,
    table_care,
    table_core,
    table_documents,
    table_door,
    table_meetings,
    table_members,
    table_offices,
    table_org,
    table_portal,
    table_privacy,
    table_programmes,
    table_reporting,
    table_rolls,
)

ROWS = [
    *table_door.ROWS,
    *table_accounts.ROWS,
    *table_org.ROWS,
    *table_offices.ROWS,
    *table_documents.ROWS,
    *table_members.ROWS,
    *table_cards.ROWS,
    *table_admissions.ROWS,
    *table_rolls.ROWS,
    *table_care.ROWS,
    *table_programmes.ROWS,
    *table_meetings.ROWS,
    *table_reporting.ROWS,
    *table_privacy.ROWS,
    *table_portal.ROWS,
    *table_core.ROWS,
]
