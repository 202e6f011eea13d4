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
                    name='First',
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
                        ('statement', models.CharField(max_length=160, verbose_name='事项')),
                        ('kind', models.CharField(choices=[('first_time', '首次（首个）'), ('first_batch', '首批'), ('only', '唯一'), ('record', '最高（最多）')], max_length=20, verbose_name='类别')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='在什么范围内')),
                        ('among', models.PositiveIntegerField(blank=True, null=True, verbose_name='同批（同类）个数')),
                        ('evidence', models.TextField(max_length=500, verbose_name='依据')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '首次与唯一',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='honours_first_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'statement'), name='honours_first_key')],
                    },
                ),
                migrations.CreateModel(
                    name='Honour',
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
                        ('day', models.DateField(verbose_name='授予日期')),
                        ('title', models.CharField(max_length=120, verbose_name='荣誉名称')),
                        ('kind', models.CharField(choices=[('commendation', '表彰奖励'), ('graded', '考核等次'), ('rated', '评级评优'), ('cited', '书面肯定（典型推广）')], max_length=20, verbose_name='类别')),
                        ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='评选年度')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='授予层级')),
                        ('grantors', models.CharField(max_length=200, verbose_name='授予单位')),
                        ('grade', models.CharField(blank=True, choices=[('special', '特等奖'), ('first', '一等奖'), ('second', '二等奖'), ('third', '三等奖'), ('gold', '金奖'), ('silver', '银奖'), ('bronze', '铜奖'), ('champion', '冠军'), ('runner_up', '亚军'), ('third_place', '季军'), ('finalist', '入围'), ('excellent', '优秀'), ('good', '良好'), ('qualified', '合格'), ('advanced', '先进'), ('model', '典型（示范）'), ('organiser', '优秀组织'), ('designated', '认定（入选）'), ('other', '其他')], max_length=20, verbose_name='等次')),
                        ('recipient', models.CharField(choices=[('city', '城市（县区）'), ('association', '科协'), ('museum', '科技馆'), ('society', '学会'), ('primary', '基层科协'), ('base', '科普教育基地'), ('community', '社区'), ('rural_museum', '农村中学科技馆'), ('agrotech', '农技协'), ('school', '学校'), ('firm', '企业'), ('station', '站点（工作站）'), ('person', '个人'), ('team', '团队'), ('project', '项目'), ('report', '调研报告'), ('activity', '活动'), ('other', '其他')], max_length=20, verbose_name='获得者类别')),
                        ('recipient_name', models.CharField(blank=True, max_length=120, verbose_name='获得者名称（姓名）')),
                        ('employer', models.CharField(blank=True, max_length=120, verbose_name='个人的工作单位')),
                        ('copies', models.PositiveSmallIntegerField(default=1, verbose_name='数量')),
                        ('document', models.CharField(blank=True, max_length=200, verbose_name='文件（证书）')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('person', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                        ('recipient_body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='获得的其他单位')),
                        ('recipient_org', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='获得的科协系统单位')),
                        ('schemes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='奖项（赛事、考核）')),
                    ],
                    options={
                        'verbose_name': '荣誉',
                        'indexes': [models.Index(fields=['-day'], name='honours_honour_day'), models.Index(fields=['person'], name='honours_honour_person'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='honours_honour_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title', 'recipient_name'), name='honours_honour_key')],
                    },
                ),
                migrations.CreateModel(
                    name='Ranking',
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
                        ('day', models.DateField(verbose_name='榜单日期')),
                        ('subject_matter', models.CharField(max_length=40, verbose_name='排的是什么')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='在什么范围内')),
                        ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='参加排名的个数')),
                        ('place', models.PositiveIntegerField(blank=True, null=True, verbose_name='位次')),
                        ('tier', models.CharField(blank=True, max_length=40, verbose_name='等次（方阵）')),
                        ('source', models.CharField(max_length=200, verbose_name='出处')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('schemes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='排名榜单')),
                    ],
                    options={
                        'verbose_name': '排名与等次',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='honours_ranking_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'subject_matter', 'level'), name='honours_ranking_key'), models.CheckConstraint(condition=models.Q(('place__gte', 1)), name='honours_ranking_place')],
                    },
                ),
                migrations.CreateModel(
                    name='Scheme',
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
                        ('name', models.CharField(max_length=60, verbose_name='名称')),
                        ('kind', models.CharField(choices=[('award', '奖项（表彰）'), ('contest', '赛事'), ('talent', '人才计划'), ('project', '项目计划'), ('assessment', '考核评价'), ('designation', '试点示范（基地）'), ('ranking', '排名榜单')], max_length=20, verbose_name='类别')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('sponsor', models.CharField(blank=True, max_length=120, verbose_name='设立（主办）单位')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('tag', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.tag')),
                    ],
                    options={
                        'verbose_name': '奖项赛事与计划',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='honours_scheme_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('name',), name='honours_scheme_name')],
                    },
                ),
            ],
        ),
    ]
