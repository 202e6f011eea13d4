import django.db.models.deletion
import kebridge.core.db.tables
import kebridge.core.privacy.fields
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
                    name='Appeal',
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
                        ('number', models.CharField(max_length=40, verbose_name='编号')),
                        ('day', models.DateField(verbose_name='收到日期')),
                        ('channel', models.CharField(choices=[('letter', '来信'), ('visit', '来访'), ('phone', '电话'), ('net', '网络'), ('home_window', '科技工作者之家窗口'), ('transferred', '上级转办')], max_length=20, verbose_name='怎样收到的')),
                        ('subject', models.CharField(max_length=120, verbose_name='事由')),
                        ('person_name', kebridge.core.privacy.fields.EncryptedTextField(blank=True, verbose_name='姓名')),
                        ('contact', kebridge.core.privacy.fields.EncryptedTextField(blank=True, verbose_name='联系方式')),
                        ('stage', models.CharField(choices=[('received', '已收到'), ('assigned', '已交办'), ('answered', '已答复'), ('closed', '已办结')], default='received', max_length=12, verbose_name='进展')),
                        ('assigned_to', models.CharField(blank=True, max_length=60, verbose_name='交给谁办')),
                        ('assigned_day', models.DateField(blank=True, null=True, verbose_name='交办日期')),
                        ('answered_day', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                        ('closed_day', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                        ('satisfaction', models.CharField(blank=True, choices=[('satisfied', '满意'), ('basically', '基本满意'), ('unsatisfied', '不满意')], max_length=12, verbose_name='满意度')),
                        ('due', models.DateField(editable=False, null=True, verbose_name='应办结日期')),
                        ('term_document', models.CharField(blank=True, editable=False, max_length=160, verbose_name='时限依据')),
                        ('kind', models.CharField(choices=[('exchange_appeal', '学术交流'), ('funding_appeal', '项目经费'), ('platform_appeal', '平台设备'), ('career_appeal', '职称与发展'), ('rights_appeal', '权益保护'), ('welfare_appeal', '生活与关怀'), ('policy_appeal', '政策咨询'), ('other_appeal', '其他诉求')], max_length=20, verbose_name='类别')),
                        ('home', models.CharField(blank=True, max_length=40, verbose_name='在哪里提出的')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '科技工作者诉求',
                        'abstract': False,
                        'indexes': [models.Index(fields=['-day'], name='appeals_appeal_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='appeals_appeal_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'number'), name='appeals_appeal_key'), models.CheckConstraint(condition=models.Q(('closed_day__gte', models.F('day'))), name='appeals_appeal_order')],
                    },
                ),
                migrations.CreateModel(
                    name='HandlingTerm',
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
                        ('what', models.CharField(choices=[('appeal_term', '诉求'), ('letter_term', '来信来访')], max_length=20, verbose_name='办什么')),
                        ('since', models.DateField(verbose_name='从哪天起')),
                        ('days', models.PositiveSmallIntegerField(verbose_name='办结天数')),
                        ('counted', models.CharField(choices=[('working_days', '工作日'), ('calendar_days', '自然日')], max_length=20, verbose_name='怎样算天数')),
                        ('document', models.CharField(max_length=160, verbose_name='依据文件')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '办理时限',
                        'indexes': [models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='appeals_handlingterm_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('what', 'since'), name='appeals_term_key'), models.CheckConstraint(condition=models.Q(('days__gt', 0)), name='appeals_term_days')],
                    },
                ),
                migrations.CreateModel(
                    name='Letter',
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
                        ('number', models.CharField(max_length=40, verbose_name='编号')),
                        ('day', models.DateField(verbose_name='收到日期')),
                        ('channel', models.CharField(choices=[('letter', '来信'), ('visit', '来访'), ('phone', '电话'), ('net', '网络'), ('home_window', '科技工作者之家窗口'), ('transferred', '上级转办')], max_length=20, verbose_name='怎样收到的')),
                        ('subject', models.CharField(max_length=120, verbose_name='事由')),
                        ('person_name', kebridge.core.privacy.fields.EncryptedTextField(blank=True, verbose_name='姓名')),
                        ('contact', kebridge.core.privacy.fields.EncryptedTextField(blank=True, verbose_name='联系方式')),
                        ('stage', models.CharField(choices=[('received', '已收到'), ('assigned', '已交办'), ('answered', '已答复'), ('closed', '已办结')], default='received', max_length=12, verbose_name='进展')),
                        ('assigned_to', models.CharField(blank=True, max_length=60, verbose_name='交给谁办')),
                        ('assigned_day', models.DateField(blank=True, null=True, verbose_name='交办日期')),
                        ('answered_day', models.DateField(blank=True, null=True, verbose_name='答复日期')),
                        ('closed_day', models.DateField(blank=True, null=True, verbose_name='办结日期')),
                        ('satisfaction', models.CharField(blank=True, choices=[('satisfied', '满意'), ('basically', '基本满意'), ('unsatisfied', '不满意')], max_length=12, verbose_name='满意度')),
                        ('due', models.DateField(editable=False, null=True, verbose_name='应办结日期')),
                        ('term_document', models.CharField(blank=True, editable=False, max_length=160, verbose_name='时限依据')),
                        ('kind', models.CharField(choices=[('suggestion_letter', '意见建议'), ('enquiry_letter', '咨询'), ('request_letter', '求助'), ('complaint_letter', '投诉'), ('other_letter', '其他')], max_length=20, verbose_name='类别')),
                        ('persons', models.PositiveSmallIntegerField(default=1, verbose_name='人数')),
                        ('org', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='orgs.organisation', verbose_name='填报单位')),
                    ],
                    options={
                        'verbose_name': '来信来访',
                        'abstract': False,
                        'indexes': [models.Index(fields=['-day'], name='appeals_letter_day'), models.Index(condition=models.Q(('state__in', ('draft', 'pending', 'returned'))), fields=['org', 'state'], name='appeals_letter_open')],
                        'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('void', 'practice')), _negated=True), fields=('org', 'number'), name='appeals_letter_key'), models.CheckConstraint(condition=models.Q(('closed_day__gte', models.F('day'))), name='appeals_letter_order')],
                    },
                ),
            ],
        ),
    ]
