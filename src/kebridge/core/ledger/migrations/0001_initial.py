import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
        ('subjects', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Closing',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('through', models.DateField(verbose_name='封账到')),
                        ('at', models.DateTimeField(auto_now_add=True, verbose_name='时间')),
                        ('actor_name', models.CharField(max_length=80, verbose_name='操作人')),
                    ],
                    options={
                        'verbose_name': '封账',
                    },
                ),
                migrations.CreateModel(
                    name='Posting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source_type', models.CharField(max_length=40, verbose_name='登记簿')),
                        ('source_id', models.BigIntegerField(verbose_name='记录')),
                        ('revision', models.IntegerField(verbose_name='版本')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('actor_id', models.BigIntegerField(null=True, verbose_name='操作人')),
                        ('actor_name', models.CharField(max_length=80, verbose_name='操作人姓名')),
                        ('reason', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                        ('restated', models.BooleanField(default=False, verbose_name='程序升级')),
                    ],
                    options={
                        'verbose_name': '计入',
                        'constraints': [models.UniqueConstraint(fields=('source_type', 'source_id', 'revision'), name='ledger_posting_revision')],
                    },
                ),
                migrations.CreateModel(
                    name='Seal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('actor_name', models.CharField(max_length=80, verbose_name='操作人')),
                        ('postings', models.IntegerField(verbose_name='计入笔数')),
                        ('facts', models.IntegerField(verbose_name='明细条数')),
                        ('previous', models.CharField(max_length=64, verbose_name='上一存证摘要')),
                        ('digest', models.CharField(max_length=64, verbose_name='摘要')),
                    ],
                    options={
                        'verbose_name': '存证',
                    },
                ),
                migrations.CreateModel(
                    name='Tag',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('scheme', models.CharField(choices=[('programme', '品牌活动'), ('plan', '计划事项'), ('scheme', '奖项、赛事与计划')], max_length=20, verbose_name='体系')),
                        ('name', models.CharField(max_length=60, verbose_name='名称')),
                    ],
                    options={
                        'verbose_name': '标签',
                        'constraints': [models.UniqueConstraint(fields=('scheme', 'name'), name='ledger_tag_name')],
                    },
                ),
                migrations.CreateModel(
                    name='TagSet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(max_length=200, unique=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='TagSetMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ],
                ),
                migrations.CreateModel(
                    name='Fact',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('measure', models.SmallIntegerField()),
                        ('day', models.DateField()),
                        ('since', models.DateField(null=True)),
                        ('quantity', models.BigIntegerField()),
                        ('sign', models.SmallIntegerField()),
                        ('kind', models.CharField(max_length=40)),
                        ('level', models.CharField(max_length=40)),
                        ('grade', models.CharField(max_length=120)),
                        ('audience', models.CharField(max_length=40)),
                        ('channel', models.CharField(max_length=40)),
                        ('place', models.CharField(max_length=40)),
                        ('basis', models.SmallIntegerField()),
                        ('state', models.SmallIntegerField()),
                        ('origin', models.SmallIntegerField()),
                        ('org', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation')),
                        ('subject', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='subjects.subject')),
                    ],
                    options={
                        'verbose_name': '台账明细',
                    },
                ),
                migrations.CreateModel(
                    name='SealedPosting',
                    fields=[
                        ('posting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='sealed', serialize=False, to='ledger.posting')),
                    ],
                ),
            ],
        ),
        migrations.AddField(
            model_name='fact',
            name='posting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='ledger.posting'),
        ),
        migrations.AddField(
            model_name='fact',
            name='tagset',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.tagset'),
        ),
        migrations.AddField(
            model_name='tagsetmember',
            name='tag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.tag'),
        ),
        migrations.AddField(
            model_name='tagsetmember',
            name='tagset',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='ledger.tagset'),
        ),
        migrations.AddField(
            model_name='sealedposting',
            name='seal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.seal'),
        ),
        migrations.AddIndex(
            model_name='fact',
            index=models.Index(fields=['measure', 'day', 'org', 'origin', 'state', 'basis', 'sign', 'quantity', 'subject', 'tagset', 'kind'], name='ledger_fact_figure'),
        ),
        migrations.AddIndex(
            model_name='fact',
            index=models.Index(condition=models.Q(('origin__gt', 0)), fields=['measure', 'org', 'day'], name='ledger_fact_summary'),
        ),
        migrations.AddConstraint(
            model_name='fact',
            constraint=models.CheckConstraint(condition=models.Q(('sign__in', (1, -1))), name='ledger_fact_sign'),
        ),
        migrations.AddConstraint(
            model_name='tagsetmember',
            constraint=models.UniqueConstraint(fields=('tag', 'tagset'), name='ledger_tagset_member'),
        ),
    ]
