"""The wall, and the three functions by which a transfer crosses it (docs/decisions/0008, 0025)."""

from django.db import migrations

from bongca.core.definer import define_function
from bongca.core.rls import protect

# Puts a person, with what hangs on the row, where `spot` is. Shared by the functions below.
_PLACE = """
        update public.people_person
           set unit_id = spot.id, unit_pos = spot.lft, commune_id = spot.commune_id,
               province_id = spot.province_id, status = {status}, version = version + 1,
               updated_at = moment
         where id = human.id;
        update public.people_identityclaim set unit_pos = spot.lft where person_id = human.id;
        update public.people_sensitiverecord set unit_pos = spot.lft where person_id = human.id;
        update public.people_circumstance set unit_pos = spot.lft where person_id = human.id;
        update public.people_familycontact set unit_pos = spot.lft where person_id = human.id;
        update public.people_personmerge set unit_pos = spot.lft where kept_id = human.id;
"""
_SAID = """
        return jsonb_build_object(
            'person', human.id, 'birth_year', human.birth_year, 'sex', human.sex,
            'commune', {commune}, 'kind', period.kind, 'joined_year', period.joined_year,
            'joined_month', period.joined_month, 'joined_day', period.joined_day);
"""

_PASS_ON = """
    declare
        own public.admissions_transfer;
        spot public.org_unit;
        human public.people_person;
    begin
        select * into own from public.admissions_transfer
         where transfer = which and side = own_side and unit_pos between scope_lft and scope_rgt;
        if not found then
            return null;
        end if;
        if own.side = 'out' and own.state = 'sent' then
            select * into human from public.people_person
             where id = own.person_id and status = 'transferring'
               and unit_pos between scope_lft and scope_rgt;
            if not found then
                return null;
            end if;
            select * into spot from public.org_unit
             where id = own.to_unit_id and is_open and tier in ('commune', 'branch');
            if not found then
                return null;
            end if;
            insert into public.admissions_transfer
            select (jsonb_populate_record(own, jsonb_build_object(
                'id', mirror, 'side', 'in', 'unit_pos', spot.lft))).*;
            return '{}'::jsonb;
        end if;
        if own.side = 'out' and own.state = 'withdrawn' then
            update public.admissions_transfer
               set state = 'withdrawn', answered_on = own.answered_on
             where transfer = which and person_id = own.person_id and side = 'in'
               and state = 'sent';
            return case when found then '{}'::jsonb end;
        end if;
        if own.side = 'in' and own.state = 'declined' then
            update public.admissions_transfer
               set state = 'declined', answered_on = own.answered_on,
                   answered_by = own.answered_by, refusal = own.refusal
             where transfer = which and person_id = own.person_id and side = 'out'
               and state = 'sent';
            if not found then
                return null;
            end if;
            update public.people_person
               set status = 'member', version = version + 1
             where id = own.person_id and status = 'transferring'
            returning * into human;
            return jsonb_build_object(
                'birth_year', human.birth_year, 'sex', human.sex, 'commune', human.commune_id);
        end if;
        return null;
    end;
"""

_TAKE_OVER = f"""
    declare
        own public.admissions_transfer;
        other public.admissions_transfer;
        spot public.org_unit;
        human public.people_person;
        period public.members_membership;
        first_day date;
        known_day date;
    begin
        select * into own from public.admissions_transfer
         where transfer = which and side = 'in' and state = 'sent'
           and unit_pos between scope_lft and scope_rgt
           for update;
        if not found then
            return jsonb_build_object('refused', 'answered');
        end if;
        select * into spot from public.org_unit
         where id = place and is_open and tier in ('commune', 'branch', 'group')
           and lft between scope_lft and scope_rgt
           and commune_id = (select commune_id from public.org_unit where id = own.to_unit_id);
        if not found then
            return jsonb_build_object('refused', 'place');
        end if;
        select * into other from public.admissions_transfer
         where transfer = which and person_id = own.person_id and side = 'out' and state = 'sent'
           for update;
        select * into human from public.people_person
         where id = own.person_id and status = 'transferring' and other.id is not null
           for update;
        select * into period from public.members_membership
         where person_id = human.id and voided_at is null and upper_inf(during);
        if human.id is null or period.id is null then
            return jsonb_build_object('refused', 'answered');
        end if;
        first_day := lower(period.during);
        known_day := make_date(period.joined_year, coalesce(period.joined_month, 1), 1);
        if first_day >= moved and period.joined_day is null and known_day < moved
           and period.began_how not in ('moved_group', 'transferred') then
            first_day := known_day;
        end if;
        if first_day >= moved then
            return jsonb_build_object('refused', 'before');
        end if;
        update public.members_membership
           set voided_at = moment, void_reason = 'moved' where id = period.id;
        insert into public.members_membership
        select (jsonb_populate_record(period, jsonb_build_object(
            'id', closed, 'during', daterange(first_day, moved), 'ended_how', 'moved_away',
            'ended_year', extract(year from moved), 'ended_month', extract(month from moved),
            'ended_day', extract(day from moved), 'recorded_at', moment,
            'recorded_by_id', by_user))).*;
        {_PLACE.format(status="'member'")}
        update public.admissions_pause
           set during = daterange(lower(during), moved)
         where person_id = human.id and voided_at is null and upper_inf(during)
           and lower(during) < moved;
        update public.admissions_transfer
           set state = 'accepted', moved_on = moved, answered_on = answered,
               answered_by = answerer, former_membership_id = period.id,
               closed_membership_id = closed
         where id = other.id;
        {_SAID.format(commune="human.commune_id")}
    end;
"""

_GIVE_BACK = f"""
    declare
        own public.admissions_transfer;
        other public.admissions_transfer;
        spot public.org_unit;
        human public.people_person;
        period public.members_membership;
    begin
        select * into own from public.admissions_transfer
         where transfer = which and side = 'in' and state in ('accepted', 'declined')
           and unit_pos between scope_lft and scope_rgt
           for update;
        if not found then
            return jsonb_build_object('refused', 'answered');
        end if;
        select * into other from public.admissions_transfer
         where transfer = which and person_id = own.person_id and side = 'out'
           and state = own.state
           for update;
        select * into human from public.people_person
         where id = own.person_id and status = 'member' and other.id is not null
           and (own.state = 'declined' or unit_pos between scope_lft and scope_rgt)
           for update;
        if human.id is null or exists (
            select from public.admissions_transfer later
             where later.person_id = human.id and later.state = 'sent') then
            return jsonb_build_object('refused', 'changed');
        end if;
        if own.state = 'declined' then
            select * into period from public.members_membership
             where person_id = human.id and voided_at is null and upper_inf(during)
               and unit_pos between
                   (select lft from public.org_unit where id = human.unit_id)
                   and (select rgt from public.org_unit where id = human.unit_id);
            if not found or human.commune_id is distinct from
               (select commune_id from public.org_unit where id = other.from_unit_id) then
                return jsonb_build_object('refused', 'changed');
            end if;
            update public.people_person
               set status = 'transferring', version = version + 1 where id = human.id;
            update public.admissions_transfer
               set state = 'sent', answered_on = null, answered_by = '', refusal = ''
             where id = other.id;
            {_SAID.format(commune="human.commune_id")}
        end if;
        select * into spot from public.org_unit where id = other.from_unit_id and is_open;
        if not found then
            return jsonb_build_object('refused', 'closed');
        end if;
        update public.members_membership
           set voided_at = moment, void_reason = 'undone'
         where id = other.closed_membership_id and voided_at is null;
        if not found or exists (
            select from public.members_membership
             where person_id = human.id and voided_at is null and upper_inf(during)) then
            return jsonb_build_object('refused', 'changed');
        end if;
        select * into period from public.members_membership
         where id = other.former_membership_id and person_id = human.id;
        insert into public.members_membership
        select (jsonb_populate_record(period, jsonb_build_object(
            'id', restored, 'unit_pos', spot.lft, 'recorded_at', moment,
            'recorded_by_id', by_user, 'voided_at', null, 'void_reason', '',
            'full_name', human.full_name, 'sex', human.sex, 'birth_year', human.birth_year,
            'birth_month', human.birth_month, 'birth_day', human.birth_day))).*;
        {_PLACE.format(status="'transferring'")}
        update public.admissions_transfer
           set state = 'sent', moved_on = null, answered_on = null, answered_by = '',
               former_membership_id = null, closed_membership_id = null
         where id = other.id;
        {_SAID.format(commune="spot.commune_id")}
    end;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("admissions", "0001_initial"),
        ("members", "0003_present_states"),
        ("people", "0004_circumstances"),
    ]

    operations = [
        protect("admissions_application"),
        protect("admissions_transfer"),
        protect("admissions_pause"),
        define_function(
            "admissions_pass_on",
            "which uuid, own_side varchar, mirror uuid",
            "uuid, varchar, uuid",
            "jsonb",
            _PASS_ON,
            writes=True,
        ),
        define_function(
            "admissions_take_over",
            "which uuid, place bigint, moved date, closed uuid, moment timestamptz,"
            " by_user bigint, answered date, answerer varchar",
            "uuid, bigint, date, uuid, timestamptz, bigint, date, varchar",
            "jsonb",
            _TAKE_OVER,
            writes=True,
        ),
        define_function(
            "admissions_give_back",
            "which uuid, restored uuid, moment timestamptz, by_user bigint",
            "uuid, uuid, timestamptz, bigint",
            "jsonb",
            _GIVE_BACK,
            writes=True,
        ),
    ]
