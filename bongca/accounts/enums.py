from django.db.models import TextChoices


class Salutation(TextChoices):
    """How the pages address the user; official papers never use it."""

    ONG = "ong", "ông"
    BA = "ba", "bà"
    CO = "co", "cô"
    CHU = "chu", "chú"
    BAC = "bac", "bác"
    ANH = "anh", "anh"
    CHI = "chi", "chị"
