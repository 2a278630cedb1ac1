"""Sign-in settings, the library's in its own names; star-imported by settings."""

import os
from datetime import timedelta

ACCOUNT_ADAPTER = "bongca.config.door.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "bongca.config.door.forms.SignInForm",
    "change_password": "bongca.config.door.forms.ChoosePasswordForm",
    "reauthenticate": "bongca.config.door.forms.PasswordAgainForm",
}
# Whether to stay signed in is asked: many share one machine at the commune's office.
ACCOUNT_SESSION_REMEMBER = None
# Eight wrong passwords close one account for a quarter of an hour: enough for unsure fingers,
# too few for guessing. Per address the limits are wide: one mobile network or one office puts
# very many officers behind a single address.
LOCK_TRIES = 8
LOCK_MINUTES = 15
LOCK_RATE = f"{LOCK_TRIES}/{LOCK_MINUTES}m/key"
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": f"60/m/ip,{LOCK_RATE}",
    "change_password": "10/m/user",
    "reauthenticate": "10/m/user",
}
# The password is asked again for changing the second factor after this long.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

MFA_ADAPTER = "bongca.config.door.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Bóng Cả"
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_FORMS = {
    "authenticate": "bongca.config.door.forms.CodeForm",
    "reauthenticate": "bongca.config.door.forms.CodeAgainForm",
    "activate_totp": "bongca.config.door.forms.FirstCodeForm",
    "generate_recovery_codes": "bongca.config.door.forms.PrintedCodesForm",
    "add_webauthn": "bongca.config.door.forms.AddPasskeyForm",
    "authenticate_webauthn": "bongca.config.door.forms.PasskeyForm",
    "login_webauthn": "bongca.config.door.forms.PasskeyAloneForm",
    "reauthenticate_webauthn": "bongca.config.door.forms.PasskeyAgainForm",
    "edit_webauthn": "bongca.config.door.forms.RenamePasskeyForm",
}

# The door keeps the time of last use itself, once in ten minutes, not on every request.
USERSESSIONS_TRACK_ACTIVITY = False
SESSION_SEEN_EVERY = timedelta(minutes=10)
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("BONGCA_BEHIND_PROXY") == "1" else 0

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "bongca.config.door.passwords.LongEnough"},
    {"NAME": "bongca.config.door.passwords.NotOneself"},
    {"NAME": "bongca.config.door.passwords.NotCommon"},
]
# A slip is handed over on paper, at the next meeting of the branch at the latest.
SLIP_DAYS = 14
# A program's key is looked at again at least once a year.
API_TOKEN_DAYS = 366
