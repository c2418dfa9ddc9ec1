"""The desk finds comments by their words: an index of them on PostgreSQL. Other databases look for the letters."""

from django.db import migrations

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

    operations = [migrations.RunPython(on_postgresql(CREATE), on_postgresql(DROP))]
