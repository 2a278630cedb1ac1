import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Take the two tables over from `meetings`, row for row, and give them the name of this app."""

    initial = True

    dependencies = [
        ('core', '0003_job_run'),
        ('meetings', '0003_readings_leave'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='Reading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', models.TextField(verbose_name='Văn bản')),
                        ('said_on', models.DateField(null=True, verbose_name='Ngày của văn bản')),
                        ('rules_version', models.CharField(max_length=20)),
                        ('read_at', models.DateTimeField()),
                        ('read_by_label', models.CharField(max_length=200)),
                        ('attachment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.attachment')),
                        ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='meetings.meeting')),
                    ],
                    options={
                        'db_table': 'meetings_reading',
                        'ordering': ['-pk'],
                    },
                ),
                migrations.CreateModel(
                    name='Proposal',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('conclusion', 'Kết luận'), ('person', 'Người'), ('unit', 'Đơn vị'), ('deadline', 'Thời hạn'), ('paper', 'Văn bản')], max_length=12)),
                        ('start', models.PositiveIntegerField()),
                        ('end', models.PositiveIntegerField()),
                        ('words', models.TextField()),
                        ('meaning', models.JSONField(default=dict)),
                        ('state', models.CharField(choices=[('open', 'Chờ xem'), ('accepted', 'Đã nhận'), ('mended', 'Đã sửa và nhận'), ('dropped', 'Đã bỏ')], default='open', max_length=10)),
                        ('mended', models.TextField(blank=True)),
                        ('conclusion', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='meetings.conclusion')),
                        ('reading', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='readings.reading')),
                    ],
                    options={
                        'db_table': 'meetings_proposal',
                        'ordering': ['start', '-end', 'pk'],
                        'indexes': [models.Index(fields=['reading', 'kind'], name='proposal_by_kind')],
                        'constraints': [models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='proposal_span')],
                    },
                ),
            ],
        ),
        migrations.AlterModelTable(name='reading', table=None),
        migrations.AlterModelTable(name='proposal', table=None),
    ]
