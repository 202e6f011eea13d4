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
                    name='HandedOver',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('pack', models.CharField(max_length=60, verbose_name='报送表')),
                        ('register', models.CharField(max_length=60, verbose_name='登记簿')),
                        ('record_id', models.BigIntegerField(verbose_name='业务记录')),
                        ('revision', models.PositiveIntegerField(verbose_name='修订')),
                        ('at', models.DateTimeField(verbose_name='导出时间')),
                        ('by_id', models.BigIntegerField(null=True)),
                        ('by_name', models.CharField(max_length=80, verbose_name='导出人')),
                    ],
                    options={
                        'verbose_name': '已对外报送',
                        'indexes': [models.Index(fields=['register', 'record_id'], name='outside_record')],
                    },
                ),
            ],
        ),
    ]
