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
                    name='Designation',
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
                        ('kind', models.CharField(choices=[('community', '科普示范社区'), ('benefit_community', '科普惠民社区'), ('base', '科普教育基地'), ('industry_base', '特色产业科普基地'), ('spirit_base', '科学家精神教育基地'), ('study_base', '科普研学（实践）基地'), ('rural_museum', '农村中学科技馆'), ('e_station', '科普e站'), ('feature_school', '科技活动特色校'), ('science_school', '科普教育学校'), ('partner_school', '馆校合作示范校'), ('farmtech', '示范农技协'), ('yard', '科技小院'), ('station', '学会服务站'), ('academician_station', '院士工作站'), ('expert_station', '专家工作站'), ('joint_station', '院士专家工作站'), ('doctoral_station', '博士创新站'), ('overseas_station', '海智工作站（基地）'), ('corps_station', '专家服务团工作站'), ('digital_base', '数字素养与网络文明实践基地'), ('pilot_city', '试点城市（县区）'), ('demo_city', '示范市（县区）'), ('reform_pilot', '改革试点'), ('other', '其他阵地')], max_length=24, verbose_name='类别')),
                        ('title', models.CharField(max_length=120, verbose_name='命名名称')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='命名层级')),
                        ('grade', models.CharField(choices=[('named', '命名（认定）'), ('excellent', '评为优秀'), ('upgraded', '入选提升项目')], default='named', max_length=20, verbose_name='命名方式')),
                        ('tier', models.CharField(blank=True, max_length=40, verbose_name='类别等次')),
                        ('batch', models.CharField(blank=True, max_length=40, verbose_name='批次')),
                        ('batch_size', models.PositiveIntegerField(blank=True, null=True, verbose_name='同批共几个')),
                        ('place', models.CharField(blank=True, max_length=40, verbose_name='所在县区')),
                        ('started', models.DateField(blank=True, null=True, verbose_name='启动创建（申报）日期')),
                        ('day', models.DateField(blank=True, null=True, verbose_name='命名日期')),
                        ('completed', models.DateField(blank=True, null=True, verbose_name='验收（完成）日期')),
                        ('until', models.DateField(blank=True, null=True, verbose_name='有效期截止日期')),
                        ('withdrawn', models.DateField(blank=True, null=True, verbose_name='撤销（停止创建）日期')),
                        ('document', models.CharField(blank=True, max_length=160, verbose_name='文件（证书）')),
                        ('pool', models.PositiveIntegerField(blank=True, null=True, verbose_name='可联系的专家数')),
                        ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='阵地（单位）')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('schemes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='属于哪个计划')),
                    ],
                    options={
                        'verbose_name': '阵地与试点命名',
                        'indexes': [models.Index(fields=['kind', '-day'], name='designations_kind_day'), models.Index(fields=['until'], name='designations_until'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='designat_designation_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'title', 'holder', 'grade', 'batch'), name='designations_designation_key'), models.CheckConstraint(condition=models.Q(('day__gte', models.F('started'))), name='designations_day_order'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('day'))), name='designations_until_order'), models.CheckConstraint(condition=models.Q(('withdrawn__gte', models.F('day'))), name='designations_withdrawn_order')],
                    },
                ),
                migrations.CreateModel(
                    name='DesignationReview',
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
                        ('title', models.CharField(max_length=120, verbose_name='命名名称')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='评估年度')),
                        ('kind', models.CharField(choices=[('community', '科普示范社区'), ('benefit_community', '科普惠民社区'), ('base', '科普教育基地'), ('industry_base', '特色产业科普基地'), ('spirit_base', '科学家精神教育基地'), ('study_base', '科普研学（实践）基地'), ('rural_museum', '农村中学科技馆'), ('e_station', '科普e站'), ('feature_school', '科技活动特色校'), ('science_school', '科普教育学校'), ('partner_school', '馆校合作示范校'), ('farmtech', '示范农技协'), ('yard', '科技小院'), ('station', '学会服务站'), ('academician_station', '院士工作站'), ('expert_station', '专家工作站'), ('joint_station', '院士专家工作站'), ('doctoral_station', '博士创新站'), ('overseas_station', '海智工作站（基地）'), ('corps_station', '专家服务团工作站'), ('digital_base', '数字素养与网络文明实践基地'), ('pilot_city', '试点城市（县区）'), ('demo_city', '示范市（县区）'), ('reform_pilot', '改革试点'), ('other', '其他阵地')], max_length=24, verbose_name='类别')),
                        ('level', models.CharField(choices=[('township', '乡镇级'), ('county', '县级'), ('city', '市级'), ('province', '省级'), ('nation', '国家级')], max_length=10, verbose_name='命名层级')),
                        ('handed_in', models.DateField(blank=True, null=True, verbose_name='年度报告交来日期')),
                        ('day', models.DateField(blank=True, null=True, verbose_name='结果日期')),
                        ('result', models.CharField(blank=True, choices=[('excellent', '优秀'), ('good', '优良'), ('passed', '合格'), ('to_rectify', '限期整改'), ('failed', '不合格'), ('absent', '未参加')], max_length=20, verbose_name='结果')),
                        ('rectify_until', models.DateField(blank=True, null=True, verbose_name='整改期限')),
                        ('rectified', models.DateField(blank=True, null=True, verbose_name='整改完成日期')),
                        ('document', models.CharField(blank=True, max_length=160, verbose_name='通报文件')),
                        ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='records.body', verbose_name='阵地（单位）')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                        ('schemes', models.ManyToManyField(blank=True, related_name='+', to='ledger.tag', verbose_name='属于哪个计划')),
                    ],
                    options={
                        'verbose_name': '阵地年度评估',
                        'indexes': [models.Index(fields=['-day'], name='designations_review_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='designat_designationrevie_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'holder', 'title', 'year'), name='designations_review_key'), models.CheckConstraint(condition=models.Q(('rectify_until__gte', models.F('day'))), name='designations_review_until'), models.CheckConstraint(condition=models.Q(('rectified__gte', models.F('day'))), name='designations_review_done')],
                    },
                ),
            ],
        ),
    ]
