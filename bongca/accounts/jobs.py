"""What accounts have done in the background."""

from django.core.mail import get_connection

from bongca.accounts import queries
from bongca.accounts.actions.letters import make_letters, send_letter
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun

NO_ANSWER = "Máy chủ thư không trả lời. Lời nhắn vẫn ở Việc cần làm; lần chạy sau sẽ gửi lại."


@job("accounts.send_letters", title="Gửi lời nhắn qua thư điện tử", cron="40 22 * * *")
def send_letters(run: JobRun) -> None:
    """After the reminders of the night: what is new leaves as one letter for each person."""
    if not queries.mail_leaves():
        return
    actor = Actor.system(clock.today())
    while make_letters(actor=actor):
        progress(run, 0)
    letters = list(queries.letters_to_send(clock.now()))
    if not letters:
        return
    through = get_connection()
    try:
        through.open()
    except OSError as error:
        raise DomainError("mail_server", NO_ANSWER) from error
    try:
        for place, letter in enumerate(letters):
            progress(run, place, len(letters))
            send_letter(actor=actor, letter=letter, through=through)
        progress(run, len(letters), len(letters))
    finally:
        through.close()
