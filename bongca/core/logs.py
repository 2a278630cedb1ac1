"""Log lines as JSON; arguments that could carry names or numbers of people are never formatted."""

import json
import logging


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the kind of an error.

    The text of an exception is left out on purpose: PostgreSQL's details and Django's form data
    carry names of people. What is kept is its type and where it arose.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.msg if record.exc_info else record.getMessage(),
        }
        for name in ("request_id", "user_id", "unit_id", "job", "status_code"):
            value = getattr(record, name, None)
            if value is not None:
                line[name] = value
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _places(record)
        return json.dumps(line, ensure_ascii=False, default=str)


def _places(record: logging.LogRecord) -> list[str]:
    trace = record.exc_info[2] if record.exc_info else None
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if "bongca" in code.co_filename:
            places.append(f"{code.co_filename.rsplit('bongca/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-6:]
