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
                migrations.CreateModel(
                    name='Errand',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(max_length=40)),
                        ('args', models.JSONField(default=dict)),
                        ('key', models.CharField(max_length=64)),
                        ('title', models.CharField(max_length=200, verbose_name='内容')),
                        ('back', models.TextField(blank=True)),
                        ('state', models.CharField(choices=[('waiting', '等待处理'), ('running', '正在处理'), ('done', '已完成'), ('failed', '没有完成'), ('gone', '已过保存期')], default='waiting', max_length=12, verbose_name='状态')),
                        ('step', models.CharField(blank=True, max_length=60, verbose_name='正在做什么')),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('message', models.TextField(blank=True, verbose_name='说明')),
                        ('finding', models.JSONField(default=dict)),
                        ('filename', models.CharField(blank=True, max_length=200, verbose_name='文件名')),
                        ('digest', models.CharField(blank=True, max_length=64)),
                        ('size', models.PositiveBigIntegerField(default=0, verbose_name='字节数')),
                        ('reach', models.JSONField(default=dict)),
                        ('attempts', models.PositiveSmallIntegerField(default=0)),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor_name', models.CharField(max_length=80, verbose_name='经办人')),
                        ('address', models.CharField(blank=True, max_length=45)),
                        ('asked_at', models.DateTimeField(auto_now_add=True, verbose_name='提出时间')),
                        ('finished_at', models.DateTimeField(null=True, verbose_name='完成时间')),
                    ],
                    options={
                        'verbose_name': '后台事项',
                        'indexes': [models.Index(fields=['actor_id', '-asked_at'], name='jobs_errand_actor')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'running'])), fields=('key',), name='jobs_errand_once')],
                    },
                ),
            ],
        ),
    ]
