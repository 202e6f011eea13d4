import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Edition',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('revision', models.IntegerField(default=0, editable=False)),
                        ('state', models.CharField(choices=[('draft', '草稿'), ('pending', '待审'), ('counted', '计入'), ('returned', '退回'), ('void', '作废'), ('practice', '练习')], default='counted', max_length=10, verbose_name='状态')),
                        ('basis', models.CharField(choices=[('registered', '实名登记'), ('counted', '现场计数'), ('reported', '单位填报'), ('external', '平台快照'), ('declared', '意向/估算')], default='registered', max_length=12, verbose_name='依据')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='备注')),
                        ('entered_by', models.BigIntegerField(editable=False, null=True, verbose_name='录入人')),
                        ('entered_by_name', models.CharField(blank=True, editable=False, max_length=80, verbose_name='录入人姓名')),
                        ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='录入时间')),
                        ('changed_at', models.DateTimeField(auto_now=True, verbose_name='修改时间')),
                        ('origin_note', models.CharField(blank=True, editable=False, max_length=160, verbose_name='来源')),
                        ('day', models.DateField(verbose_name='日期')),
                        ('scheme_key', models.CharField(blank=True, editable=False, max_length=120)),
                        ('edition', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='届次')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('role', models.CharField(choices=[('organised', '主办'), ('undertook', '承办'), ('took_part', '组织参加')], max_length=12, verbose_name='角色')),
                        ('form', models.CharField(choices=[('onsite', '线下'), ('online', '线上')], default='onsite', max_length=10, verbose_name='线上线下')),
                        ('entries', models.PositiveIntegerField(blank=True, null=True, verbose_name='参赛作品（队伍）')),
                        ('pupils', models.PositiveIntegerField(blank=True, null=True, verbose_name='参赛人数')),
                        ('schools', models.PositiveIntegerField(blank=True, null=True, verbose_name='参赛学校')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='结束日期')),
                        ('tracks', models.CharField(blank=True, max_length=200, verbose_name='组别（赛项）')),
                        ('is_planned', models.BooleanField(default=False, verbose_name='预计（尚未举办）')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('schemes', models.ManyToManyField(related_name='+', to='ledger.tag', verbose_name='赛事')),
                    ],
                    options={
                        'verbose_name': '赛事',
                        'indexes': [models.Index(fields=['-day'], name='contests_edition_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='contests_edition_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'scheme_key', 'level'), name='contests_edition_key'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('day'))), name='contests_edition_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Delegation',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('track', models.CharField(blank=True, max_length=40, verbose_name='参加组别')),
                        ('origin', models.CharField(blank=True, choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='来自')),
                        ('contestants', models.PositiveIntegerField(blank=True, null=True, verbose_name='队员人数')),
                        ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='代表队')),
                        ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegations', to='contests.edition')),
                    ],
                    options={
                        'verbose_name': '代表队',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Result',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('revision', models.IntegerField(default=0, editable=False)),
                        ('state', models.CharField(choices=[('draft', '草稿'), ('pending', '待审'), ('counted', '计入'), ('returned', '退回'), ('void', '作废'), ('practice', '练习')], default='counted', max_length=10, verbose_name='状态')),
                        ('basis', models.CharField(choices=[('registered', '实名登记'), ('counted', '现场计数'), ('reported', '单位填报'), ('external', '平台快照'), ('declared', '意向/估算')], default='registered', max_length=12, verbose_name='依据')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='备注')),
                        ('entered_by', models.BigIntegerField(editable=False, null=True, verbose_name='录入人')),
                        ('entered_by_name', models.CharField(blank=True, editable=False, max_length=80, verbose_name='录入人姓名')),
                        ('entered_at', models.DateTimeField(auto_now_add=True, verbose_name='录入时间')),
                        ('changed_at', models.DateTimeField(auto_now=True, verbose_name='修改时间')),
                        ('origin_note', models.CharField(blank=True, editable=False, max_length=160, verbose_name='来源')),
                        ('day', models.DateField(verbose_name='日期')),
                        ('scheme_key', models.CharField(blank=True, editable=False, max_length=120)),
                        ('edition', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='届次')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('document', models.CharField(blank=True, max_length=200, verbose_name='文件（公布）')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('schemes', models.ManyToManyField(related_name='+', to='ledger.tag', verbose_name='赛事')),
                    ],
                    options={
                        'verbose_name': '赛事成绩',
                        'indexes': [models.Index(fields=['-day'], name='contests_result_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='contests_result_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'scheme_key', 'level'), name='contests_result_key')],
                    },
                ),
                migrations.CreateModel(
                    name='ResultLine',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('category', models.CharField(choices=[('project', '作品（项目）'), ('contestant', '个人（选手）'), ('team', '团队（代表队）'), ('painting', '科学幻想画'), ('practice', '实践活动'), ('coach', '辅导员（教练员）'), ('school', '学校'), ('organisation', '组织单位'), ('activity', '科普活动'), ('other', '其他')], max_length=16, verbose_name='奖给什么')),
                        ('grade', models.CharField(choices=[('special', '特等奖'), ('first', '一等奖'), ('second', '二等奖'), ('third', '三等奖'), ('gold', '金奖'), ('silver', '银奖'), ('bronze', '铜奖'), ('champion', '冠军'), ('runner_up', '亚军'), ('third_place', '季军'), ('finalist', '入围'), ('excellent', '优秀'), ('good', '良好'), ('qualified', '合格'), ('advanced', '先进'), ('model', '典型（示范）'), ('organiser', '优秀组织'), ('designated', '认定（入选）'), ('other', '其他'), ('placed', '一二三等奖（未分等次）')], max_length=20, verbose_name='等次（名次）')),
                        ('event', models.CharField(blank=True, max_length=60, verbose_name='组别（项目）')),
                        ('winner', models.CharField(blank=True, max_length=120, verbose_name='获奖单位（作品、活动）')),
                        ('count', models.PositiveIntegerField(default=1, verbose_name='个数')),
                        ('result', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='awards', to='contests.result')),
                    ],
                    options={
                        'verbose_name': '奖项',
                        'ordering': ['pk'],
                    },
                ),
            ],
        ),
    ]
