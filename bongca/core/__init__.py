"""What every app stands on and no app owns: no noun of the domain lives here.

Owns: the actor of an act, row scope, audit, jobs, files, the interface kit, periods, text, dates.
Not here: units, people, members, reports or any other word of the Association.
"""
