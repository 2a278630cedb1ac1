"""Signing in, the second step, sessions: everybody's own, and nobody else's."""

from tests.access.rows import page

ROWS = [
    # Whoever is in already is led on.
    page("account_login", get="302 * / 200 anon", post="302 * / 200 anon"),
    page("account_logout", get="200 *", post="302 *"),
    page("account_inactive", get="200 * / 200 anon", post="405 * / 405 anon"),
    page("account_reauthenticate", get="200 *", post="200 *"),
    page("account_change_password", get="200 *", post="200 *"),
    page("mfa_index", get="200 *", post="405 *"),
    # Nobody stands between the two steps of signing in here.
    page("mfa_authenticate", get="302 *", post="302 *"),
    # No second step is set up: the password is asked for instead.
    page("mfa_reauthenticate", get="302 *", post="302 *"),
    page("mfa_reauthenticate_webauthn", get="302 *", post="302 *"),
    # Changing the second step asks for the password first.
    page("mfa_activate_totp", get="302 *", post="302 *"),
    page("mfa_deactivate_totp", get="404 *", post="404 *"),
    page("mfa_view_recovery_codes", get="404 *", post="405 *"),
    page("mfa_generate_recovery_codes", get="302 *", post="302 *"),
    page("mfa_list_webauthn", get="200 *", post="405 *"),
    page("mfa_add_webauthn", get="302 *", post="302 *"),
    page("mfa_login_webauthn", get="302 *", post="302 *"),
    page("mfa_remove_webauthn", "=1", get="302 *", post="302 *"),
    page("mfa_edit_webauthn", "=1", get="302 *", post="302 *"),
    page("usersessions_list", get="200 *", post="302 *"),
]
