"""Units of the Association, the territory they serve, and how far an officer may reach.

Owns: `Unit` (đơn vị), its dated names, ancestry and lineage; `Territory` (the State's map by
date); what a unit covers; `Partner`; role `Grant` and the scope engine (`policies.actor_for`,
`require`, `visible_units`); the freeze for reorganisation; provisioning of accounts for units.
Main actions: `create_unit`, `rename_unit`, `close_unit`, `give_grant`, `end_grant`.
Not here: persons, offices and terms (`offices`), members (`members`).
"""
