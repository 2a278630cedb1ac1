"""Personal data as Luật 91/2025/QH15 asks (domain.md 9.1).

Owns the texts people agree to, their consents, their requests with deadlines, the register of
incidents, and two readings of what others keep: the log of who looked and exported (`core.audit`)
and the inventory of processing. Main actions: `record_consent`, `withdraw_consent`,
`record_request`, `finish_request`, `record_incident`. Not here: persons, files, the audit itself.
"""
