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
                    name='Study',
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
                        ('day', models.DateField(verbose_name='完成日期')),
                        ('title', models.CharField(max_length=120, verbose_name='题目')),
                        ('kind', models.CharField(choices=[('research', '调研报告'), ('tour_report', '考察报告'), ('bulletin', '专报（简报）'), ('suggestion', '建议'), ('motion', '提案（议案）'), ('survey_report', '调查报告'), ('compilation', '摘编（汇编）'), ('other_study', '其他')], max_length=20, verbose_name='类别')),
                        ('author', models.CharField(choices=[('association', '科协机关'), ('society', '学会'), ('worker', '科技工作者'), ('station', '调查站点'), ('joint', '联合（委托）')], default='association', max_length=20, verbose_name='谁写的')),
                        ('source', models.CharField(blank=True, choices=[('called', '公开征集'), ('from_topic', '课题（调研）成果'), ('forum', '论坛（座谈会）'), ('from_survey', '调查站点（问卷）'), ('invited', '约稿'), ('own_idea', '自行撰写')], max_length=20, verbose_name='从哪里来')),
                        ('subject', models.CharField(blank=True, choices=[('innovation', '科技创新'), ('literacy', '科学素质与科普'), ('talent', '人才与科技工作者'), ('reform', '科协改革与学会'), ('party_building', '党建'), ('livelihood', '民生与社会'), ('industry_subject', '产业发展'), ('other_subject', '其他')], max_length=20, verbose_name='内容')),
                        ('series', models.CharField(blank=True, max_length=60, verbose_name='刊名')),
                        ('issue', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='期号')),
                        ('items', models.PositiveSmallIntegerField(default=1, verbose_name='件数')),
                        ('reviewed', models.DateField(blank=True, null=True, verbose_name='审核日期')),
                        ('outcome', models.CharField(blank=True, choices=[('answered', '已答复'), ('in_plan', '列入规划（计划）'), ('in_paper', '写入文件（政策）'), ('printed', '上级刊物采用'), ('filed', '立案（交办）'), ('declined', '未采纳')], max_length=12, verbose_name='结果')),
                        ('outcome_day', models.DateField(blank=True, null=True, verbose_name='答复（采纳）日期')),
                        ('outcome_level', models.CharField(blank=True, choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='由哪一级答复（采纳）')),
                        ('adopted_into', models.CharField(blank=True, max_length=120, verbose_name='列入（写入）什么')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '调研与建议',
                        'indexes': [models.Index(fields=['-day'], name='advice_study_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='advice_study_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='advice_study_key'), models.CheckConstraint(condition=models.Q(('outcome_day__gte', models.F('day'))), name='advice_study_outcome')],
                    },
                ),
                migrations.CreateModel(
                    name='StudyTour',
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
                        ('day', models.DateField(verbose_name='出发日期')),
                        ('title', models.CharField(max_length=120, verbose_name='考察内容')),
                        ('kind', models.CharField(choices=[('study', '学习考察'), ('research_tour', '外出调研'), ('exchange', '对接洽谈'), ('other_tour', '其他')], default='study', max_length=20, verbose_name='类别')),
                        ('people', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='人数')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '外出考察',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='advice_studytour_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='advice_tour_key')],
                    },
                ),
                migrations.CreateModel(
                    name='Destination',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('city', models.CharField(max_length=40, verbose_name='到访城市')),
                        ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='到访单位')),
                        ('tour', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='destinations', to='advice.studytour')),
                    ],
                    options={
                        'verbose_name': '到访地',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Submission',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(verbose_name='报送日期')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='报送到哪一级')),
                        ('instructed', models.DateField(blank=True, null=True, verbose_name='批示日期')),
                        ('post', models.CharField(blank=True, choices=[('principal', '党政主要领导'), ('deputy', '党政分管领导'), ('congress', '人大、政协领导'), ('department', '部门负责人'), ('superior', '上级科协领导')], max_length=20, verbose_name='批示领导')),
                        ('number', models.CharField(blank=True, max_length=40, verbose_name='批示编号')),
                        ('follow_up', models.CharField(blank=True, choices=[('under_way', '正在落实'), ('done', '已落实'), ('none', '不需落实（已阅）')], max_length=12, verbose_name='落实情况')),
                        ('study', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='submissions', to='advice.study')),
                    ],
                    options={
                        'verbose_name': '报送与批示',
                        'ordering': ['day', 'pk'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('instructed__gte', models.F('day'))), name='advice_submission_order')],
                    },
                ),
                migrations.CreateModel(
                    name='TopicCall',
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
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('role', models.CharField(choices=[('call_topics', '本单位征集'), ('forward_topics', '推荐上报'), ('undertake_topics', '本单位承担')], max_length=20, verbose_name='本单位做什么')),
                        ('edition', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='届次（年度）')),
                        ('subject', models.CharField(blank=True, choices=[('innovation', '科技创新'), ('literacy', '科学素质与科普'), ('talent', '人才与科技工作者'), ('reform', '科协改革与学会'), ('party_building', '党建'), ('livelihood', '民生与社会'), ('industry_subject', '产业发展'), ('other_subject', '其他')], max_length=20, verbose_name='内容')),
                        ('author', models.CharField(blank=True, choices=[('association', '科协机关'), ('society', '学会'), ('worker', '科技工作者'), ('station', '调查站点'), ('joint', '联合（委托）')], max_length=20, verbose_name='谁写的')),
                        ('submitted', models.PositiveIntegerField(verbose_name='课题数')),
                        ('authors', models.PositiveIntegerField(blank=True, null=True, verbose_name='作者人次')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                        ('schemes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='课题计划')),
                    ],
                    options={
                        'verbose_name': '课题',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='advice_topiccall_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='advice_topic_key'), models.CheckConstraint(condition=models.Q(('submitted__gt', 0)), name='advice_topic_submitted')],
                    },
                ),
                migrations.CreateModel(
                    name='GradedTopics',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(verbose_name='公布日期')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='由哪一级评定')),
                        ('grade', models.CharField(choices=[('class_one', '一类'), ('class_two', '二类'), ('class_three', '三类'), ('excellent_topic', '优秀'), ('approved_topic', '立项'), ('completed_topic', '结题（通过验收）')], max_length=20, verbose_name='等次')),
                        ('topics', models.PositiveIntegerField(verbose_name='篇数')),
                        ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='graded', to='advice.topiccall')),
                    ],
                    options={
                        'verbose_name': '评定结果',
                        'ordering': ['pk'],
                    },
                ),
            ],
        ),
    ]
