import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
        ('subjects', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='RegisterSetting',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('register', models.CharField(max_length=40, unique=True, verbose_name='登记簿')),
                        ('review', models.BooleanField(default=False, verbose_name='需要审核')),
                        ('due_day', models.PositiveSmallIntegerField(default=5, verbose_name='每期截止日')),
                    ],
                    options={
                        'verbose_name': '登记簿设置',
                    },
                ),
                migrations.CreateModel(
                    name='Body',
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
                        ('name', models.CharField(max_length=120, verbose_name='名称')),
                        ('kind', models.CharField(choices=[('person', '人'), ('body', '单位'), ('school', '学校'), ('firm', '企业'), ('organisation', '组织'), ('county', '县区')], default='body', max_length=20, verbose_name='类别')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('subject', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='subjects.subject')),
                    ],
                    options={
                        'verbose_name': '服务对象单位',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='records_body_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'name'), name='records_body_name')],
                    },
                ),
                migrations.CreateModel(
                    name='NilReturn',
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
                        ('since', models.DateField(verbose_name='起始日期')),
                        ('until', models.DateField(verbose_name='截止日期')),
                        ('register', models.CharField(max_length=40, verbose_name='登记簿')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '零报告',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='records_nilreturn_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'register', 'since', 'until'), name='records_nil_key'), models.CheckConstraint(condition=models.Q(('since__lte', models.F('until'))), name='records_nil_order')],
                    },
                ),
                migrations.CreateModel(
                    name='OpeningStock',
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
                        ('measure', models.CharField(max_length=60, verbose_name='统计项')),
                        ('kind', models.CharField(blank=True, max_length=40, verbose_name='类别')),
                        ('day', models.DateField(verbose_name='截至日期')),
                        ('quantity', models.PositiveBigIntegerField(verbose_name='数量')),
                        ('document', models.CharField(max_length=200, verbose_name='来源文件')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '期初存量',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='records_openingstock_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'measure', 'kind'), name='records_opening_key')],
                    },
                ),
                migrations.CreateModel(
                    name='PastFigure',
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
                        ('since', models.DateField(verbose_name='起始日期')),
                        ('until', models.DateField(verbose_name='截止日期')),
                        ('metric', models.CharField(max_length=40, verbose_name='指标')),
                        ('filters', models.CharField(blank=True, max_length=120, verbose_name='限定')),
                        ('value', models.BigIntegerField(verbose_name='数值')),
                        ('document', models.CharField(max_length=200, verbose_name='来源文件')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '往年数',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='records_pastfigure_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'metric', 'filters', 'since', 'until'), name='records_past_key'), models.CheckConstraint(condition=models.Q(('since__lte', models.F('until'))), name='records_past_order')],
                    },
                ),
                migrations.CreateModel(
                    name='SummaryReturn',
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
                        ('since', models.DateField(verbose_name='起始日期')),
                        ('until', models.DateField(verbose_name='截止日期')),
                        ('measure', models.CharField(max_length=60, verbose_name='统计项')),
                        ('kind', models.CharField(blank=True, max_length=40, verbose_name='类别')),
                        ('programme_key', models.CharField(blank=True, editable=False, max_length=120)),
                        ('quantity', models.PositiveBigIntegerField(verbose_name='数量')),
                        ('document', models.CharField(blank=True, max_length=200, verbose_name='来源文件')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '汇总填报',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='records_summaryreturn_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'measure', 'kind', 'programme_key', 'since', 'until'), name='records_summary_key'), models.CheckConstraint(condition=models.Q(('since__lte', models.F('until'))), name='records_summary_order')],
                    },
                ),
            ],
        ),
    ]
