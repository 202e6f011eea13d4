import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
        ('people', '0001_initial'),
        ('records', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Service',
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
                        ('day', models.DateField(verbose_name='服务日期')),
                        ('person_name', models.CharField(max_length=40, verbose_name='志愿者姓名')),
                        ('employer', models.CharField(blank=True, max_length=120, verbose_name='单位')),
                        ('team', models.CharField(blank=True, max_length=80, verbose_name='所在队伍')),
                        ('kind', models.CharField(choices=[('popularization', '科普服务'), ('technical', '科技服务'), ('livelihood', '民生服务'), ('emergency', '应急服务'), ('professional', '专业服务'), ('civic', '文明创建服务')], max_length=16, verbose_name='服务类别')),
                        ('activity', models.CharField(max_length=120, verbose_name='参加的活动')),
                        ('begins', models.CharField(blank=True, max_length=5, verbose_name='开始时间')),
                        ('ends', models.CharField(blank=True, max_length=5, verbose_name='结束时间')),
                        ('minutes', models.PositiveIntegerField(verbose_name='服务时长（分钟）')),
                        ('proposed_by', models.BigIntegerField(editable=False, null=True, verbose_name='提出人')),
                        ('proposed_by_name', models.CharField(blank=True, editable=False, max_length=80, verbose_name='提出人姓名')),
                        ('confirmed_by', models.BigIntegerField(editable=False, null=True, verbose_name='确认人')),
                        ('confirmed_by_name', models.CharField(blank=True, editable=False, max_length=80, verbose_name='确认人姓名')),
                        ('confirmed_at', models.DateTimeField(editable=False, null=True, verbose_name='确认时间')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('person', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '志愿服务时长',
                        'indexes': [models.Index(fields=['-day'], name='volunteers_service_day'), models.Index(fields=['person', 'day'], name='volunteers_service_person'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='voluntee_service_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'person_name', 'employer', 'activity', 'begins'), name='volunteers_service_key'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1)), name='volunteers_service_minutes')],
                    },
                ),
                migrations.CreateModel(
                    name='Team',
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
                        ('name', models.CharField(max_length=80, verbose_name='队伍名称')),
                        ('kind', models.CharField(choices=[('science', '科技志愿服务队'), ('online', '网络科普志愿服务队'), ('party', '党员志愿服务队'), ('youth', '青年（学生）志愿服务队'), ('seniors', '老科技工作者志愿服务队'), ('health', '医疗健康志愿服务队'), ('farming', '农技志愿服务队'), ('emergency', '应急科普志愿服务队'), ('other_team', '其他')], max_length=16, verbose_name='类别')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('founded', models.DateField(verbose_name='成立日期')),
                        ('ended', models.DateField(blank=True, null=True, verbose_name='解散日期')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='依托单位')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '志愿服务队',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='voluntee_team_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'name'), name='volunteers_team_key'), models.CheckConstraint(condition=models.Q(('ended__gte', models.F('founded'))), name='volunteers_team_order')],
                    },
                ),
            ],
        ),
    ]
