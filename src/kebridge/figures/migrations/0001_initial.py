import django.db.models.deletion
import kebridge.core.db.tables
import kebridge.core.privacy.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Report',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=120, verbose_name='标题')),
                        ('period', models.CharField(max_length=40, verbose_name='时期')),
                        ('template', models.TextField(verbose_name='模板')),
                        ('is_closed', models.BooleanField(default=False, verbose_name='含限定范围内容')),
                        ('revision', models.IntegerField(default=1)),
                        ('changed_at', models.DateTimeField(auto_now=True, verbose_name='修改时间')),
                        ('changed_by', models.CharField(max_length=80, verbose_name='修改人')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='单位')),
                    ],
                    options={
                        'verbose_name': '报告',
                        'constraints': [models.UniqueConstraint(fields=('org', 'title'), name='figures_report_title')],
                    },
                ),
                migrations.CreateModel(
                    name='Edition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveIntegerField(verbose_name='稿次')),
                        ('template', models.TextField(verbose_name='模板')),
                        ('is_closed', models.BooleanField(default=False, verbose_name='含限定范围内容')),
                        ('html', models.TextField()),
                        ('docx', models.BinaryField()),
                        ('figures', models.JSONField(verbose_name='数')),
                        ('signed_at', models.DateTimeField(auto_now_add=True, verbose_name='签发时间')),
                        ('signed_by', models.CharField(max_length=80, verbose_name='签发人')),
                        ('seal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.seal')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='figures.report')),
                    ],
                    options={
                        'verbose_name': '签发稿',
                        'constraints': [models.UniqueConstraint(fields=('report', 'number'), name='figures_edition_number')],
                    },
                ),
                migrations.CreateModel(
                    name='RememberedChoice',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('digest', models.CharField(max_length=64)),
                        ('words', kebridge.core.privacy.fields.EncryptedTextField(verbose_name='原文的说法')),
                        ('metric', models.CharField(max_length=80, verbose_name='指标')),
                        ('filters', models.JSONField(default=dict, verbose_name='限定')),
                        ('scope', models.CharField(blank=True, max_length=60, verbose_name='范围')),
                        ('made_at', models.DateTimeField(auto_now=True, verbose_name='选定时间')),
                        ('made_by', models.CharField(max_length=80, verbose_name='选定人')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='单位')),
                    ],
                    options={
                        'verbose_name': '核稿时的选择',
                        'constraints': [models.UniqueConstraint(fields=('org', 'digest'), name='figures_choice_once')],
                    },
                ),
            ],
        ),
    ]
