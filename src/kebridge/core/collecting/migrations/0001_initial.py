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
                    name='CollectionLink',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('register', models.CharField(max_length=60, verbose_name='登记簿')),
                        ('receiver', models.CharField(max_length=40, verbose_name='收件人')),
                        ('request', models.CharField(blank=True, max_length=200, verbose_name='请对方填什么')),
                        ('digest', models.CharField(max_length=64, unique=True)),
                        ('expires', models.DateTimeField(verbose_name='截止')),
                        ('closed', models.DateTimeField(null=True, verbose_name='停用时间')),
                        ('received', models.PositiveIntegerField(default=0, verbose_name='已收到')),
                        ('made_by', models.BigIntegerField(null=True)),
                        ('made_by_name', models.CharField(max_length=80, verbose_name='发出人')),
                        ('made_at', models.DateTimeField(auto_now_add=True, verbose_name='发出时间')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='单位')),
                    ],
                    options={
                        'verbose_name': '填报链接',
                        'indexes': [models.Index(fields=['register', 'org'], name='collecting_register')],
                    },
                ),
            ],
        ),
    ]
