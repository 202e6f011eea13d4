import django.db.models.deletion
import kebridge.core.db.tables
import kebridge.core.subjects.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Subject',
                    fields=[
                        ('id', models.BigIntegerField(default=kebridge.core.subjects.models.random_id, editable=False, primary_key=True, serialize=False)),
                        ('kind', models.CharField(choices=[('person', '人'), ('body', '单位'), ('school', '学校'), ('firm', '企业'), ('organisation', '组织'), ('county', '县区')], max_length=20, verbose_name='类别')),
                        ('merged_into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='subjects.subject')),
                    ],
                    options={
                        'verbose_name': '统计对象',
                    },
                ),
            ],
        ),
    ]
