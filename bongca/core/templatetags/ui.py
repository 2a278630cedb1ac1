"""`{% load ui %}`: every part of the kit. Each tag is documented in docs/how-to/build-a-page.md."""

from django import template

from bongca.core.ui.tags import blocks, fields, filters, inclusions

register = template.Library()
for source in (inclusions.register, blocks.register, fields.register, filters.register):
    register.tags.update(source.tags)
    register.filters.update(source.filters)
