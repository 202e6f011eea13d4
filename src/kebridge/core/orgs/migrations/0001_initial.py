import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('subjects', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Organisation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True, verbose_name='代码')),
                        ('subject', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='subjects.subject')),
                    ],
                    options={
                        'verbose_name': '组织',
                    },
                ),
                migrations.CreateModel(
                    name='OrgEvent',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('revision', models.IntegerField()),
                        ('kind', models.CharField(choices=[('found', '成立'), ('enter', '登记'), ('rename', '更名'), ('retype', '变更类型'), ('move', '调整隶属'), ('merge', '并入'), ('split', '分设'), ('close', '终止')], max_length=10, verbose_name='事项')),
                        ('day', models.DateField(verbose_name='生效日期')),
                        ('name', models.CharField(max_length=120, null=True, verbose_name='名称')),
                        ('type', models.CharField(choices=[('city', '市科协'), ('district', '县（市、区）科协'), ('township', '乡镇（街道）科协'), ('village', '村（社区）科协'), ('enterprise', '企业科协'), ('university', '高校科协'), ('hospital', '医院科协'), ('park', '园区科协'), ('school', '学校科协'), ('society', '学会（协会、研究会）'), ('branch', '学会分支机构'), ('seniors', '老科协'), ('engineers', '工程师协会'), ('anticult', '反邪教协会'), ('farmtech', '农技协'), ('yard', '科技小院'), ('station', '学会服务站'), ('museum', '科技馆'), ('youth_centre', '青少年活动中心'), ('base', '科普教育基地'), ('volunteers', '科技志愿服务队'), ('party', '党组织'), ('alliance', '联盟'), ('section', '内设科室'), ('province', '省科协'), ('nation', '中国科协'), ('group', '汇总单位')], max_length=20, null=True, verbose_name='类型')),
                        ('moved', models.BooleanField(default=False)),
                        ('standing', models.BooleanField(null=True, verbose_name='存续')),
                        ('document', models.CharField(blank=True, max_length=200, verbose_name='依据文件')),
                        ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='orgs.organisation')),
                        ('other', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation')),
                        ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation')),
                    ],
                    options={
                        'verbose_name': '组织变动',
                        'constraints': [models.CheckConstraint(condition=models.Q(('parent', models.F('organisation')), _negated=True), name='orgs_event_not_own_parent')],
                    },
                ),
            ],
        ),
    ]
