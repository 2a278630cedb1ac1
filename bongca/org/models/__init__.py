"""Units, territory, rights."""

from bongca.org.models.grants import Grant
from bongca.org.models.partners import Partner
from bongca.org.models.reorganisation import Freeze, ReorganisationPlan
from bongca.org.models.territory import Territory, TerritoryLineage, TerritoryVersion
from bongca.org.models.units import Covers, Unit, UnitAncestry, UnitLineage, UnitName

__all__ = [
    "Covers",
    "Freeze",
    "Grant",
    "Partner",
    "ReorganisationPlan",
    "Territory",
    "TerritoryLineage",
    "TerritoryVersion",
    "Unit",
    "UnitAncestry",
    "UnitLineage",
    "UnitName",
]
