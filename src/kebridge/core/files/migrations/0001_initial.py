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
                    name='Evidence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('source_type', models.CharField(max_length=40, verbose_name='登记簿')),
                        ('source_id', models.BigIntegerField(verbose_name='记录')),
                        ('name', models.CharField(max_length=160, verbose_name='文件名')),
                        ('sha256', models.CharField(max_length=64, verbose_name='摘要')),
                        ('content_type', models.CharField(max_length=80, verbose_name='类型')),
                        ('size', models.PositiveIntegerField(verbose_name='字节数')),
                        ('at', models.DateTimeField(auto_now_add=True, verbose_name='上传时间')),
                        ('actor_name', models.CharField(max_length=80, verbose_name='上传人')),
                        ('removed', models.BooleanField(default=False, verbose_name='已移除')),
                    ],
                    options={
                        'verbose_name': '佐证材料',
                        'indexes': [models.Index(fields=['source_type', 'source_id'], name='files_source')],
                    },
                ),
            ],
        ),
    ]
