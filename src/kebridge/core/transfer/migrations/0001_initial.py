import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('orgs', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='ImportJob',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('filename', models.CharField(max_length=160, verbose_name='文件名')),
                        ('digest', models.CharField(max_length=64)),
                        ('size', models.PositiveIntegerField(verbose_name='字节数')),
                        ('state', models.CharField(choices=[('uploaded', '等待核对'), ('planning', '正在核对'), ('planned', '等待确认'), ('committing', '正在导入'), ('done', '已导入'), ('failed', '没有完成'), ('abandoned', '已放弃')], default='uploaded', max_length=12, verbose_name='状态')),
                        ('step', models.CharField(blank=True, max_length=60, verbose_name='正在做什么')),
                        ('done', models.PositiveIntegerField(default=0)),
                        ('total', models.PositiveIntegerField(default=0)),
                        ('counts', models.JSONField(default=dict)),
                        ('preview', models.JSONField(default=dict)),
                        ('message', models.TextField(blank=True, verbose_name='说明')),
                        ('take_right_rows', models.BooleanField(default=False, verbose_name='只导入没有错的')),
                        ('reason', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                        ('copy_digest', models.CharField(blank=True, max_length=64)),
                        ('returned_digest', models.CharField(blank=True, max_length=64)),
                        ('attempts', models.PositiveSmallIntegerField(default=0)),
                        ('actor_id', models.BigIntegerField(null=True)),
                        ('actor_name', models.CharField(max_length=80, verbose_name='经办人')),
                        ('address', models.CharField(blank=True, max_length=45)),
                        ('uploaded_at', models.DateTimeField(auto_now_add=True, verbose_name='上传时间')),
                        ('planned_at', models.DateTimeField(null=True, verbose_name='核对完成时间')),
                        ('finished_at', models.DateTimeField(null=True, verbose_name='完成时间')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='单位')),
                    ],
                    options={
                        'verbose_name': '导入',
                        'indexes': [models.Index(fields=['org', '-uploaded_at'], name='transfer_import_org')],
                    },
                ),
            ],
        ),
    ]
