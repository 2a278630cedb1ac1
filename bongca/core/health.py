"""`/health`: for whoever watches the server. It stands before every other middleware."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

PATH = "/health"


def health(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware that answers 200 when the database answers, else 503."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path != PATH:
            return get_response(request)
        answers = _database_answers()
        body = {"web": "ok", "database": "ok" if answers else "no answer"}
        return JsonResponse(body, status=200 if answers else 503)

    return middleware


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError:
        connection.close()
        return False
    return True
