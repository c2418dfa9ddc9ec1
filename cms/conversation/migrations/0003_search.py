"""The desk finds comments by their words, through an index on PostgreSQL (other databases look for the letters), and
those that were answered."""

from django.db import migrations, models
from django.db.models import Q

CREATE = """
CREATE INDEX IF NOT EXISTS comment_search ON newsroom_conversation_comment
USING gin (to_tsvector('simple', plain || ' ' || author_name || ' ' || organisation))
"""
DROP = "DROP INDEX IF EXISTS comment_search"


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("newsroom_conversation", "0002_desks")]

    operations = [
        migrations.RunPython(on_postgresql(CREATE), on_postgresql(DROP)),
        migrations.AddIndex(
            "comment",
            models.Index(
                condition=Q(answered_at__isnull=False),
                fields=["newsroom", "-created_at", "-uid"],
                name="comment_answered",
            ),
        ),
    ]
