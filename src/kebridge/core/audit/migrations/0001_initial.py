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
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='时间')),
                        ('actor_id', models.BigIntegerField(null=True, verbose_name='操作人')),
                        ('actor_name', models.CharField(max_length=80, verbose_name='操作人姓名')),
                        ('address', models.CharField(blank=True, max_length=45, verbose_name='来源地址')),
                        ('action', models.CharField(max_length=40, verbose_name='动作')),
                        ('source_type', models.CharField(blank=True, max_length=40, verbose_name='对象类别')),
                        ('source_id', models.BigIntegerField(null=True, verbose_name='对象')),
                        ('org_id', models.BigIntegerField(null=True, verbose_name='组织')),
                        ('summary', models.CharField(max_length=300, verbose_name='内容')),
                        ('reason', models.CharField(blank=True, max_length=200, verbose_name='原因')),
                        ('changes', models.JSONField(default=dict, verbose_name='字段变化')),
                    ],
                    options={
                        'verbose_name': '审计记录',
                        'indexes': [models.Index(fields=['source_type', 'source_id'], name='audit_source'), models.Index(fields=['at'], name='audit_at')],
                    },
                ),
            ],
        ),
    ]
