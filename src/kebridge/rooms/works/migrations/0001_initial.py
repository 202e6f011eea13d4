import django.db.models.deletion
import kebridge.core.db.tables
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
        ('orgs', '0001_initial'),
    ]

    operations = [
        kebridge.core.db.tables.CreateTables(
            tables=[
                migrations.CreateModel(
                    name='Assignment',
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
                        ('kind', models.CharField(choices=[('estate', '小区'), ('road', '路段'), ('village', '村'), ('community', '社区'), ('firm', '企业'), ('school', '学校'), ('other', '其他联系点')], max_length=20, verbose_name='类别')),
                        ('name', models.CharField(max_length=100, verbose_name='联系点')),
                        ('assigner', models.CharField(blank=True, max_length=100, verbose_name='分配单位')),
                        ('since', models.DateField(verbose_name='起始日期')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='结束日期')),
                        ('items', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='工作框架与事项')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '分包联系点',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='works_assignment_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'name', 'since'), name='works_assignment_key'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='works_assignment_order')],
                    },
                ),
                migrations.CreateModel(
                    name='AssignedMeasure',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('day', models.DateField(verbose_name='日期')),
                        ('kind', models.CharField(choices=[('cleaning', '环境卫生整治'), ('snow', '除雪'), ('wires', '飞线治理'), ('fire', '消防器材'), ('bins', '添置垃圾桶'), ('boards', '宣传栏（版面）'), ('green', '绿化美化'), ('repair', '设施维修'), ('duty', '值班值守（文明劝导）'), ('households', '入户走访'), ('lecture', '宣讲服务'), ('money', '资金物资支持'), ('other_measure', '其他措施')], max_length=20, verbose_name='措施')),
                        ('what', models.CharField(blank=True, max_length=80, verbose_name='内容')),
                        ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='参加人次')),
                        ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='works.assignment')),
                    ],
                    options={
                        'verbose_name': '帮扶措施',
                        'ordering': ['day', 'pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Meeting',
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
                        ('kind', models.CharField(choices=[('congress', '代表大会'), ('plenary', '全委会'), ('standing', '常委会'), ('chairs', '主席办公会'), ('symposium', '座谈会'), ('work', '工作会议（推进会）'), ('review', '讲评会'), ('briefing', '部署会'), ('leadership', '班子会'), ('forum', '讲堂（内部论坛）'), ('other', '其他会议')], max_length=20, verbose_name='类别')),
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('term', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='第几届')),
                        ('session', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='第几次')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], default='city', max_length=10, verbose_name='召开层级')),
                        ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='到会人次')),
                        ('items', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='工作框架与事项')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '会议',
                        'indexes': [models.Index(fields=['-day'], name='works_meeting_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='works_meeting_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'kind', 'title'), name='works_meeting_key')],
                    },
                ),
                migrations.CreateModel(
                    name='OtherWork',
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
                        ('kind', models.CharField(choices=[('screens', '公共屏幕宣传'), ('exhibits', '展品展项更新'), ('show', '主题展览（产品展示）'), ('booths', '展位'), ('courses', '课程开发'), ('care', '走访慰问'), ('posted', '驻村（挂职）选派'), ('brokered', '牵线合作'), ('joined', '加入联盟（联合体）'), ('column', '专栏（栏目）开设'), ('services', '服务事项'), ('task_force', '工作专班'), ('survey', '调查完成'), ('opened', '揭牌启用'), ('campaign', '参与中心工作'), ('bank', '专家库（数据库）建设'), ('recruited', '吸纳（推荐）人员'), ('other', '其他事项')], max_length=20, verbose_name='类别')),
                        ('label', models.CharField(blank=True, max_length=30, verbose_name='细类')),
                        ('title', models.CharField(max_length=120, verbose_name='事项')),
                        ('owner', models.CharField(blank=True, max_length=60, verbose_name='责任科室')),
                        ('taking', models.CharField(blank=True, choices=[('members', '党员干部'), ('staff', '本单位职工'), ('volunteers', '科技志愿者'), ('three_heads', '三长'), ('workers', '科技工作者'), ('societies', '学会')], max_length=20, verbose_name='参加人员')),
                        ('quantity', models.PositiveBigIntegerField(default=1, verbose_name='数量')),
                        ('unit', models.CharField(default='项', max_length=8, verbose_name='单位')),
                        ('evidence', models.CharField(max_length=200, verbose_name='佐证')),
                        ('items', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='工作框架与事项')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '其他工作事项',
                        'indexes': [models.Index(fields=['-day'], name='works_other_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='works_otherwork_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='works_other_key'), models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='works_other_quantity')],
                    },
                ),
                migrations.CreateModel(
                    name='Training',
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
                        ('day', models.DateField(verbose_name='开始日期')),
                        ('days', models.PositiveSmallIntegerField(default=1, verbose_name='天数')),
                        ('title', models.CharField(max_length=120, verbose_name='名称')),
                        ('kind', models.CharField(choices=[('course', '培训班'), ('lecture', '专题讲座'), ('seminar', '研修（观摩）'), ('drill', '练兵比武'), ('online', '网络培训')], max_length=20, verbose_name='形式')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], default='city', max_length=10, verbose_name='举办层级')),
                        ('grade', models.CharField(blank=True, choices=[('basic', '初级'), ('middle', '中级'), ('advanced', '高级')], max_length=10, verbose_name='等级')),
                        ('topic', models.CharField(blank=True, max_length=30, verbose_name='主题')),
                        ('audience', models.CharField(choices=[('staff', '本单位职工'), ('firms', '企业人员'), ('workers', '科技工作者'), ('teachers', '科技教师'), ('farmers', '农民'), ('officials', '干部和公务员'), ('societies', '学会和基层组织人员'), ('volunteers', '科技志愿者'), ('public', '公众'), ('liaison', '联络员'), ('members', '党员干部'), ('three_heads', '三长')], max_length=20, verbose_name='对象')),
                        ('people', models.PositiveIntegerField(blank=True, null=True, verbose_name='参训人次')),
                        ('items', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='工作框架与事项')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('programmes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='品牌活动')),
                    ],
                    options={
                        'verbose_name': '培训',
                        'indexes': [models.Index(fields=['-day'], name='works_training_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='works_training_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'day', 'title'), name='works_training_key'), models.CheckConstraint(condition=models.Q(('days__gte', 1)), name='works_training_days')],
                    },
                ),
            ],
        ),
    ]
