"""Lists that an editor fills in as lines of text: one entry a line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models


class LinesFormField(forms.CharField):
    """A text box; its value is the list of its lines, trimmed, without empty ones, each once."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return list(dict.fromkeys(filter(None, (str(line).strip() for line in lines))))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and self.to_python(initial) != self.to_python(data)


class LinesField(models.JSONField):
    """A list of strings. For migrations it is a plain JSON field."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        given: dict[str, Any] = {
            "form_class": LinesFormField,
            "widget": forms.Textarea(attrs={"rows": 5}),
            "show_hidden_initial": False,
        }
        return models.Field.formfield(self, **(given | kwargs))
