"""What partners fetch and acknowledge; choices of newsrooms and topics are remembered; PR may manage partners."""

from importlib import import_module

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

groups = import_module("cms.newsroom.migrations.0003_groups")

PERMISSIONS = groups.permissions_on(
    "newsroom_syndication", ("partner",), ("add", "change", "delete", "view")
)


def open_partners(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="PR"):
        group.permissions.add(*(groups.permission(apps, *each) for each in PERMISSIONS))


def remember_choices(apps, schema_editor):
    for partner in apps.get_model("newsroom_syndication", "Partner").objects.all():
        partner.some_newsrooms = partner.newsrooms.exists()
        partner.some_topics = partner.topics.exists()
        partner.save(update_fields=["some_newsrooms", "some_topics"])


class Migration(migrations.Migration):

    dependencies = [
        ('newsroom_ledger', '0004_snapshots_by_seq'),
        ('newsroom_syndication', '0002_place_what_is_there'),
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.AddField(
            model_name='partner',
            name='some_newsrooms',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='partner',
            name='some_topics',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name='partner',
            name='rate_limit',
            field=models.PositiveIntegerField(default=600, help_text='How many requests each key may make in a minute; more are refused until the next minute.', validators=[django.core.validators.MinValueValidator(1)], verbose_name='requests a minute'),
        ),
        migrations.CreateModel(
            name='PartnerUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('requests', models.PositiveIntegerField(default=0)),
                ('editions', models.PositiveIntegerField(default=0)),
                ('bytes', models.BigIntegerField(default=0)),
                ('seq', models.BigIntegerField(default=0)),
                ('is_snapshot', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='newsroom_syndication.partner')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'day'), name='newsroom_use_of_day')],
            },
        ),
        migrations.CreateModel(
            name='Receipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('url', models.CharField(blank=True, max_length=2000)),
                ('at', models.DateTimeField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='newsroom_ledger.item')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receipts', to='newsroom_syndication.partner')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'item'), name='newsroom_receipt_of_item')],
            },
        ),
        migrations.RunPython(remember_choices, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(open_partners, migrations.RunPython.noop),
    ]
