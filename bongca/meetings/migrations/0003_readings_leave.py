from django.db import migrations


class Migration(migrations.Migration):
    """Readings and proposals go to `readings`, which takes their tables over as they are."""

    dependencies = [
        ('meetings', '0002_papers_and_rules'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel(name='Proposal'),
                migrations.DeleteModel(name='Reading'),
            ],
        ),
    ]
