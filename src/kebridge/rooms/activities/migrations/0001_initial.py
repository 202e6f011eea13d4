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
                    name='Activity',
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
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('day', models.DateField(verbose_name='开始日期')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='结束日期')),
                        ('kind', models.CharField(choices=[('lecture', '报告会/讲座'), ('exhibition', '展览展示'), ('screening', '电影放映'), ('class', '科教活动'), ('outreach', '宣传咨询'), ('visit', '专家基层行'), ('interview', '访谈'), ('quiz', '知识竞答'), ('contest', '赛事'), ('training', '培训'), ('meeting', '会议座谈'), ('forum', '学术交流'), ('matching', '需求对接'), ('volunteering', '志愿服务'), ('open_day', '开放日'), ('excursion', '参观研学'), ('practice', '实践体验'), ('festival', '科技节（嘉年华、大会）'), ('camp', '科学营'), ('survey', '调查体验'), ('home_school', '家校联动（小手拉大手）'), ('ceremony', '主场仪式'), ('other', '其他')], max_length=20, verbose_name='形式')),
                        ('form', models.CharField(choices=[('onsite', '线下'), ('online', '线上'), ('mixed', '线上线下结合')], default='onsite', max_length=10, verbose_name='线上线下')),
                        ('level', models.CharField(blank=True, choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='层级')),
                        ('role', models.CharField(choices=[('host', '主办（承办）'), ('joint', '联合举办（协办）'), ('guide', '指导')], default='host', max_length=10, verbose_name='本单位的角色')),
                        ('topic', models.CharField(blank=True, max_length=40, verbose_name='主题领域')),
                        ('edition', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='第几届（个）')),
                        ('repeats', models.CharField(blank=True, choices=[('weekly', '每周'), ('fortnightly', '每两周'), ('monthly', '每月')], max_length=12, verbose_name='固定周期')),
                        ('outcome', models.CharField(choices=[('held', '已举办'), ('cancelled', '取消'), ('postponed', '延期')], default='held', max_length=10, verbose_name='举办情况')),
                        ('impact', models.PositiveBigIntegerField(blank=True, null=True, verbose_name='带动交易消费（估算）')),
                        ('impact_source', models.CharField(blank=True, max_length=160, verbose_name='估算的出处')),
                        ('is_planned', models.BooleanField(default=False, verbose_name='预计（尚未举办）')),
                        ('campaigns', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='主题日（周、月）')),
                        ('co_hosts', models.ManyToManyField(blank=True, related_name='+', to='orgs.organisation', verbose_name='联合举办')),
                        ('items', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='工作框架与事项')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('partners', models.ManyToManyField(blank=True, related_name='+', to='records.body', verbose_name='合作单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '科普活动',
                        'indexes': [models.Index(fields=['org', '-day'], name='activities_org_day'), models.Index(fields=['-day'], name='activities_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='activiti_activity_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='activities_activity_key'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('day'))), name='activities_activity_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Material',
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
                        ('kind', models.CharField(choices=[('panel', '展板'), ('leaflet', '宣传资料'), ('book', '图书'), ('video', '视频'), ('kit', '科普器材'), ('handbook', '手册（读本）'), ('gift', '科普纪念品（周边）'), ('bag', '宣传袋'), ('apron', '宣传围裙'), ('banner', '条幅（标语）'), ('poster', '海报（宣传栏）'), ('other_item', '其他物料')], max_length=12, verbose_name='类别')),
                        ('use', models.CharField(choices=[('handed_out', '发放'), ('shown', '展出（悬挂）'), ('made', '制作')], default='handed_out', max_length=12, verbose_name='用途')),
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('quantity', models.PositiveIntegerField(verbose_name='数量')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '科普物料',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='activiti_material_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'kind', 'title'), name='activities_material_key')],
                    },
                ),
                migrations.CreateModel(
                    name='Programme',
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
                        ('since', models.DateField(blank=True, null=True, verbose_name='起始日期')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='截止日期')),
                        ('is_campaign', models.BooleanField(default=False, verbose_name='全市性主题日（周、月）')),
                        ('is_brand', models.BooleanField(default=False, verbose_name='重点打造的品牌')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('tag', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.tag')),
                    ],
                    options={
                        'verbose_name': '品牌活动',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='activiti_programme_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('name',), name='activities_programme_name'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='activities_programme_order')],
                    },
                ),
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(verbose_name='日期')),
                        ('place', models.CharField(blank=True, choices=[('museum', '场馆'), ('school', '学校'), ('community', '社区'), ('village', '乡村'), ('firm', '企业'), ('office', '机关'), ('square', '广场公园'), ('road', '路段街面'), ('other', '其他')], max_length=12, verbose_name='地点类别')),
                        ('topic', models.CharField(blank=True, max_length=40, verbose_name='本场主题')),
                        ('audience', models.CharField(blank=True, choices=[('public', '公众'), ('pupils', '中小学生'), ('farmers', '农民'), ('seniors', '老年人'), ('officials', '领导干部和公务员'), ('workers', '产业工人'), ('experts', '科技工作者'), ('staff', '本单位职工'), ('teachers', '教师'), ('women', '妇女'), ('residents', '社区居民'), ('party_members', '党员')], max_length=14, verbose_name='对象')),
                        ('on_site', models.PositiveIntegerField(blank=True, null=True, verbose_name='现场人次')),
                        ('online', models.PositiveIntegerField(blank=True, null=True, verbose_name='线上观看人次')),
                        ('page_views', models.PositiveIntegerField(blank=True, null=True, verbose_name='页面浏览量')),
                        ('consultations', models.PositiveIntegerField(blank=True, null=True, verbose_name='接受咨询人次')),
                        ('volunteers', models.PositiveIntegerField(blank=True, null=True, verbose_name='志愿者人次')),
                        ('activity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='activities.activity')),
                        ('body', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='所到单位')),
                        ('reached', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='所到县区（乡镇）')),
                    ],
                    options={
                        'verbose_name': '场次',
                        'ordering': ['day', 'pk'],
                    },
                ),
            ],
        ),
    ]
