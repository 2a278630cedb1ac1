import bongca.core.ids
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# A paper and an entry carry the kind of their book; the pair is held to the book itself, so that
# no paper with a scan or a text can ever stand in a book for papers marked Mật.
OF_ITS_BOOK = (
    ("documents_incomingdocument", "incoming_of_its_book"),
    ("documents_outgoingdocument", "outgoing_of_its_book"),
    ("documents_secretentry", "secret_entry_of_its_book"),
)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0003_job_run'),
        ('org', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NumberBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Năm')),
                ('direction', models.CharField(choices=[('in', 'Văn bản đến'), ('out', 'Văn bản đi')], max_length=3, verbose_name='Chiều')),
                ('kind', models.CharField(choices=[('general', 'Văn bản chung'), ('invitation', 'Giấy mời'), ('commendation', 'Quyết định khen thưởng'), ('secret', 'Văn bản mật')], max_length=14, verbose_name='Loại sổ')),
                ('last_number', models.PositiveIntegerField(default=0, verbose_name='Số cuối')),
                ('paper_number', models.PositiveIntegerField(default=0, help_text='numbers up to this one stand in a paper book', verbose_name='Số cuối trên sổ giấy')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='number_books', to='org.unit')),
            ],
        ),
        migrations.CreateModel(
            name='IncomingDocument',
            fields=[
                ('id', models.UUIDField(default=bongca.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('book_kind', models.CharField(max_length=14)),
                ('number', models.PositiveIntegerField(verbose_name='Số đến')),
                ('suffix', models.CharField(blank=True, max_length=2)),
                ('arrived_on', models.DateField(verbose_name='Ngày đến')),
                ('arrived_at', models.TimeField(null=True, verbose_name='Giờ đến')),
                ('issuer', models.CharField(max_length=200, verbose_name='Nơi gửi')),
                ('symbol', models.CharField(blank=True, max_length=80, verbose_name='Số, ký hiệu')),
                ('symbol_key', models.CharField(blank=True, db_collation='C', max_length=80)),
                ('written_on', models.DateField(null=True, verbose_name='Ngày văn bản')),
                ('type_sign', models.CharField(blank=True, max_length=8, verbose_name='Loại')),
                ('abstract', models.CharField(max_length=500, verbose_name='Trích yếu')),
                ('urgency', models.CharField(choices=[('normal', 'Thường'), ('urgent', 'Khẩn'), ('very_urgent', 'Thượng khẩn'), ('immediate', 'Hỏa tốc')], default='normal', max_length=12, verbose_name='Mức độ khẩn')),
                ('state', models.CharField(choices=[('registered', 'Đã vào sổ'), ('presented', 'Chờ bút phê'), ('assigned', 'Đang xử lý'), ('done', 'Đã xử lý xong')], default='registered', max_length=12)),
                ('instruction', models.CharField(blank=True, max_length=1000, verbose_name='Bút phê')),
                ('instructed_by_label', models.CharField(blank=True, max_length=200)),
                ('instructed_at', models.DateTimeField(null=True)),
                ('handler_name', models.CharField(blank=True, max_length=160, verbose_name='Người xử lý')),
                ('due_on', models.DateField(null=True, verbose_name='Hạn xử lý')),
                ('done_note', models.CharField(blank=True, max_length=500, verbose_name='Kết quả')),
                ('done_on', models.DateField(null=True)),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Ghi chú')),
                ('search_words', models.TextField(blank=True, db_collation='C')),
                ('text_words', models.TextField(blank=True, db_collation='C')),
                ('version', models.PositiveIntegerField(default=1)),
                ('handler', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.partner')),
                ('presented_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('scan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.attachment')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incoming_documents', to='org.unit')),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='incoming_documents', to='documents.numberbook')),
            ],
        ),
        migrations.CreateModel(
            name='NumberGap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='Số')),
                ('reason', models.CharField(max_length=300, verbose_name='Lý do')),
                ('at', models.DateTimeField()),
                ('by_label', models.CharField(max_length=200)),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gaps', to='documents.numberbook')),
            ],
        ),
        migrations.CreateModel(
            name='OutgoingDocument',
            fields=[
                ('id', models.UUIDField(default=bongca.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('type_sign', models.CharField(blank=True, max_length=8, verbose_name='Loại')),
                ('abstract', models.CharField(max_length=500, verbose_name='Trích yếu')),
                ('urgency', models.CharField(choices=[('normal', 'Thường'), ('urgent', 'Khẩn'), ('very_urgent', 'Thượng khẩn'), ('immediate', 'Hỏa tốc')], default='normal', max_length=12, verbose_name='Mức độ khẩn')),
                ('addressees', models.TextField(blank=True, verbose_name='Kính gửi')),
                ('bases', models.TextField(blank=True, verbose_name='Căn cứ')),
                ('body', models.TextField(blank=True, verbose_name='Nội dung')),
                ('blocks', models.JSONField(default=list)),
                ('signers', models.JSONField(default=list)),
                ('joint_name', models.CharField(blank=True, max_length=200, verbose_name='Cơ quan cùng ban hành')),
                ('joint_sign', models.CharField(blank=True, max_length=24, verbose_name='Ký hiệu cơ quan cùng ban hành')),
                ('copy_count', models.PositiveSmallIntegerField(default=1, verbose_name='Số bản')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Ghi chú')),
                ('state', models.CharField(choices=[('draft', 'Dự thảo'), ('commenting', 'Đang lấy ý kiến'), ('initialled', 'Đã ký nháy'), ('signed', 'Đã ký'), ('numbered', 'Đã cho số'), ('sent', 'Đã gửi'), ('received', 'Các nơi đã nhận'), ('recalled', 'Đã thu hồi'), ('replaced', 'Đã được thay thế')], default='draft', max_length=12)),
                ('drafter_label', models.CharField(max_length=200)),
                ('drafted_on', models.DateField()),
                ('signed_on', models.DateField(null=True)),
                ('book_kind', models.CharField(blank=True, choices=[('general', 'Văn bản chung'), ('invitation', 'Giấy mời'), ('commendation', 'Quyết định khen thưởng'), ('secret', 'Văn bản mật')], max_length=14)),
                ('number', models.PositiveIntegerField(null=True, verbose_name='Số')),
                ('suffix', models.CharField(blank=True, max_length=2)),
                ('issued_on', models.DateField(null=True, verbose_name='Ngày văn bản')),
                ('symbol', models.CharField(blank=True, max_length=80, verbose_name='Số, ký hiệu')),
                ('symbol_key', models.CharField(blank=True, db_collation='C', max_length=80)),
                ('sent_on', models.DateField(null=True)),
                ('ended_reason', models.CharField(blank=True, max_length=300, verbose_name='Lý do')),
                ('search_words', models.TextField(blank=True, db_collation='C')),
                ('text_words', models.TextField(blank=True, db_collation='C')),
                ('version', models.PositiveIntegerField(default=1)),
                ('answers', models.ManyToManyField(related_name='answered_by', to='documents.incomingdocument')),
                ('book', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outgoing_documents', to='documents.numberbook')),
                ('drafted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaced_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='documents.outgoingdocument')),
                ('signed_scan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.attachment')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outgoing_documents', to='org.unit')),
            ],
        ),
        migrations.CreateModel(
            name='DocumentStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('registered', 'Vào sổ'), ('corrected', 'Sửa chỗ ghi sai'), ('attached', 'Thêm bản chụp'), ('presented', 'Trình xin ý kiến'), ('instructed', 'Bút phê'), ('done', 'Xử lý xong'), ('drafted', 'Soạn dự thảo'), ('edited', 'Sửa dự thảo'), ('asked', 'Đưa ra lấy ý kiến'), ('commented', 'Góp ý'), ('initialled', 'Ký nháy'), ('signed', 'Ký'), ('numbered', 'Cho số'), ('sent', 'Gửi'), ('received', 'Nhận'), ('recalled', 'Thu hồi'), ('replaced', 'Thay thế')], max_length=12)),
                ('at', models.DateTimeField()),
                ('by_id', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('note', models.CharField(blank=True, max_length=1000)),
                ('incoming', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='documents.incomingdocument')),
                ('outgoing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='documents.outgoingdocument')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='Nơi nhận')),
                ('sent_at', models.DateTimeField(null=True)),
                ('received_at', models.DateTimeField(null=True)),
                ('received_by_label', models.CharField(blank=True, max_length=200)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='documents.outgoingdocument')),
                ('incoming', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delivery', to='documents.incomingdocument')),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.partner')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='org.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Regulation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300, verbose_name='Tên')),
                ('citation', models.CharField(blank=True, max_length=300, verbose_name='Ban hành kèm theo')),
                ('since', models.DateField(verbose_name='Có hiệu lực từ')),
                ('until', models.DateField(null=True, verbose_name='Hết hiệu lực từ')),
                ('review_due_on', models.DateField(null=True, verbose_name='Rà soát trước ngày')),
                ('reviewed_on', models.DateField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('amends', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amended_by', to='documents.regulation')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='regulations', to='documents.outgoingdocument')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='documents.regulation')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regulations', to='org.unit')),
            ],
        ),
        migrations.CreateModel(
            name='RegulationReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_label', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('regulation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='documents.regulation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='SecretEntry',
            fields=[
                ('id', models.UUIDField(default=bongca.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('book_kind', models.CharField(default='secret', max_length=14)),
                ('number', models.PositiveIntegerField(verbose_name='Số')),
                ('suffix', models.CharField(blank=True, max_length=2)),
                ('on', models.DateField(verbose_name='Ngày vào sổ')),
                ('secrecy', models.CharField(choices=[('confidential', 'Mật'), ('secret', 'Tối mật'), ('top_secret', 'Tuyệt mật')], max_length=12, verbose_name='Độ mật')),
                ('type_sign', models.CharField(blank=True, max_length=8, verbose_name='Loại')),
                ('symbol', models.CharField(blank=True, max_length=40, verbose_name='Số, ký hiệu')),
                ('written_on', models.DateField(null=True, verbose_name='Ngày văn bản')),
                ('place', models.CharField(max_length=120, verbose_name='Nơi gửi hoặc nơi nhận')),
                ('kept_by', models.CharField(max_length=80, verbose_name='Người giữ')),
                ('at', models.DateTimeField()),
                ('by_label', models.CharField(max_length=200)),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='secret_entries', to='documents.numberbook')),
            ],
        ),
        migrations.CreateModel(
            name='SigningRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('type_sign', models.CharField(blank=True, max_length=8, verbose_name='Loại văn bản')),
                ('authority', models.CharField(blank=True, max_length=4, verbose_name='Quyền hạn')),
                ('lines', models.TextField(verbose_name='Chức vụ ghi trên văn bản')),
                ('signer_name', models.CharField(blank=True, max_length=120, verbose_name='Họ và tên')),
                ('citation', models.CharField(blank=True, max_length=200, verbose_name='Theo văn bản')),
                ('during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signing_rules', to='org.unit')),
            ],
        ),
        migrations.CreateModel(
            name='IssuerSign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sign', models.CharField(max_length=24, verbose_name='Ký hiệu')),
                ('during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='issuer_signs', to='org.unit')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('unit', '='), ('during', '&&')], name='issuer_sign_one_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='numberbook',
            constraint=models.UniqueConstraint(fields=('unit', 'year', 'direction', 'kind'), name='number_book_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='numberbook',
            constraint=models.UniqueConstraint(fields=('id', 'kind'), name='number_book_of_its_kind'),
        ),
        migrations.AddConstraint(
            model_name='numberbook',
            constraint=models.CheckConstraint(condition=models.Q(('last_number__gte', models.F('paper_number'))), name='number_book_goes_on'),
        ),
        migrations.AddIndex(
            model_name='incomingdocument',
            index=models.Index(fields=['unit', '-arrived_on'], name='incoming_by_unit'),
        ),
        migrations.AddIndex(
            model_name='incomingdocument',
            index=models.Index(fields=['unit', 'symbol_key'], name='incoming_by_symbol'),
        ),
        migrations.AddIndex(
            model_name='incomingdocument',
            index=models.Index(fields=['unit', 'state', 'due_on'], name='incoming_open'),
        ),
        migrations.AddConstraint(
            model_name='incomingdocument',
            constraint=models.UniqueConstraint(fields=('book', 'number', 'suffix'), name='incoming_number_given_once'),
        ),
        migrations.AddConstraint(
            model_name='incomingdocument',
            constraint=models.CheckConstraint(condition=models.Q(('book_kind', 'secret'), _negated=True), name='incoming_paper_is_not_secret'),
        ),
        migrations.AddConstraint(
            model_name='incomingdocument',
            constraint=models.CheckConstraint(condition=models.Q(('instruction', ''), ('instructed_at__isnull', False), _connector='OR'), name='instruction_says_when'),
        ),
        migrations.AddConstraint(
            model_name='incomingdocument',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), ('done_on__isnull', False), _connector='OR'), name='incoming_done_says_when'),
        ),
        migrations.AddConstraint(
            model_name='numbergap',
            constraint=models.UniqueConstraint(fields=('book', 'number'), name='number_gap_once'),
        ),
        migrations.AddConstraint(
            model_name='numbergap',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='number_gap_says_why'),
        ),
        migrations.AddIndex(
            model_name='outgoingdocument',
            index=models.Index(fields=['unit', '-drafted_on'], name='outgoing_by_unit'),
        ),
        migrations.AddIndex(
            model_name='outgoingdocument',
            index=models.Index(fields=['unit', 'symbol_key'], name='outgoing_by_symbol'),
        ),
        migrations.AddIndex(
            model_name='outgoingdocument',
            index=models.Index(fields=['unit', 'state'], name='outgoing_by_state'),
        ),
        migrations.AddConstraint(
            model_name='outgoingdocument',
            constraint=models.UniqueConstraint(fields=('book', 'number', 'suffix'), name='outgoing_number_given_once'),
        ),
        migrations.AddConstraint(
            model_name='outgoingdocument',
            constraint=models.CheckConstraint(condition=models.Q(('book_kind', 'secret'), _negated=True), name='outgoing_paper_is_not_secret'),
        ),
        migrations.AddConstraint(
            model_name='outgoingdocument',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('book__isnull', True), ('number__isnull', True), ('symbol', '')), models.Q(('book__isnull', False), ('issued_on__isnull', False), ('number__isnull', False), ('signed_scan__isnull', False)), _connector='OR'), name='outgoing_number_from_a_book'),
        ),
        migrations.AddConstraint(
            model_name='outgoingdocument',
            constraint=models.CheckConstraint(condition=models.Q(('signed_on__isnull', True), ('signed_scan__isnull', False), _connector='OR'), name='outgoing_signed_has_its_scan'),
        ),
        migrations.AddConstraint(
            model_name='outgoingdocument',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('recalled', 'replaced')), _negated=True), models.Q(('ended_reason', ''), _negated=True), _connector='OR'), name='outgoing_ended_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='documentstep',
            constraint=models.CheckConstraint(condition=models.Q(('incoming__isnull', True), ('outgoing__isnull', True), _connector='XOR'), name='step_of_one_paper'),
        ),
        migrations.AddIndex(
            model_name='recipient',
            index=models.Index(fields=['unit', 'received_at'], name='recipient_to_take_in'),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.UniqueConstraint(fields=('document', 'ordinal'), name='recipient_in_order'),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.UniqueConstraint(fields=('document', 'unit'), name='recipient_unit_once'),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.CheckConstraint(condition=models.Q(('unit__isnull', True), ('partner__isnull', True), _connector='OR'), name='recipient_is_one'),
        ),
        migrations.AddIndex(
            model_name='regulation',
            index=models.Index(fields=['unit', 'until'], name='regulation_by_unit'),
        ),
        migrations.AddConstraint(
            model_name='regulation',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='regulation_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='regulationreading',
            constraint=models.UniqueConstraint(fields=('regulation', 'user'), name='regulation_read_once'),
        ),
        migrations.AddConstraint(
            model_name='secretentry',
            constraint=models.UniqueConstraint(fields=('book', 'number', 'suffix'), name='secret_number_given_once'),
        ),
        migrations.AddConstraint(
            model_name='secretentry',
            constraint=models.CheckConstraint(condition=models.Q(('book_kind', 'secret')), name='secret_entry_in_its_own_book'),
        ),
        migrations.AddConstraint(
            model_name='secretentry',
            constraint=models.CheckConstraint(condition=models.Q(('secrecy__in', ['confidential', 'secret', 'top_secret'])), name='secret_entry_has_a_mark'),
        ),
        migrations.AddIndex(
            model_name='signingrule',
            index=models.Index(fields=['unit', 'type_sign'], name='signing_rule_by_type'),
        ),
        migrations.AddConstraint(
            model_name='signingrule',
            constraint=models.CheckConstraint(condition=models.Q(('authority__in', ('', 'TM.', 'Q.', 'KT.', 'TL.', 'TUQ.'))), name='signing_authority_is_known'),
        ),
        *(
            migrations.RunSQL(
                f"alter table {table} add constraint {name} foreign key (book_id, book_kind)"
                " references documents_numberbook (id, kind)",
                f"alter table {table} drop constraint {name}",
            )
            for table, name in OF_ITS_BOOK
        ),
    ]
