"""Backup and restore: database and files together in one archive, keys apart.

An archive holds `manifest.json` (when, by which build, rows per table, digests), `database.dump`
(pg_dump's custom format) and `files/`. It is useless to whoever has it without the keys, and the
keys are never in it: keep `var/keys.json` and `var/secrets.json` somewhere else.
"""
