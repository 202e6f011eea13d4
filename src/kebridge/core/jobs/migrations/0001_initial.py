import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Beat',
                    fields=[
                        ('worker_id', models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ('at', models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name='Due',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('schedule', models.CharField(max_length=40, verbose_name='计划')),
                        ('due_at', models.DateTimeField(verbose_name='应在')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('schedule', 'due_at'), name='jobs_due_once')],
                    },
                ),
            ],
        ),
    ]
