"""Users and how they sign in.

Owns: the user, passwords, second factors, one-time codes, sessions, notices to a user.
A `User` is somebody who can sign in; which person that is, `people` knows, and what the user may
do, `org` knows through role grants. Not here: rights, units, persons.
"""
