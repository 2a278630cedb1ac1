from django.db import migrations, models


# A paper stands in a book of its own unit: the pair is held to the book itself, as its kind is.
OF_ITS_UNIT = (
    ("documents_incomingdocument", "incoming_in_a_book_of_its_unit"),
    ("documents_outgoingdocument", "outgoing_in_a_book_of_its_unit"),
)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_initial'),
        ('org', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='incomingdocument',
            name='text_state',
            field=models.CharField(blank=True, choices=[('', 'Không có chữ để đọc'), ('waiting', 'Máy đang đọc chữ trong tệp'), ('read', 'Tìm được theo chữ trong tệp'), ('title_only', 'Chỉ tìm được theo trích yếu')], max_length=10),
        ),
        migrations.AddField(
            model_name='recipient',
            name='line',
            field=models.CharField(blank=True, max_length=200, verbose_name='Dòng ghi trên văn bản'),
        ),
        migrations.AlterField(
            model_name='recipient',
            name='ordinal',
            field=models.PositiveIntegerField(),
        ),
        migrations.AddConstraint(
            model_name='numberbook',
            constraint=models.UniqueConstraint(fields=('id', 'unit'), name='number_book_of_its_unit'),
        ),
        *(
            migrations.RunSQL(
                f"alter table {table} add constraint {name} foreign key (book_id, unit_id)"
                " references documents_numberbook (id, unit_id)",
                f"alter table {table} drop constraint {name}",
            )
            for table, name in OF_ITS_UNIT
        ),
    ]
