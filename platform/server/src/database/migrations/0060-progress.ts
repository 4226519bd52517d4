/**
 * What keeps lists flat while a trial grows. `read_assignment.to_do` says whether the read is still to be signed: the
 * database keeps it beside the read's state, whoever writes that, so that a person's open reads are found without
 * passing everything they ever signed. The other indexes find what needs somebody among what is settled, and what the
 * audit chain tells of one read or timepoint.
 */
export const progress = `
alter table read_assignment add column to_do boolean;
update read_assignment set to_do = read.state not in ('signed', 'superseded', 'void')
  from read where read.id = read_assignment.read_id;
alter table read_assignment alter column to_do set not null;
create function read_assignment_to_do() returns trigger language plpgsql as $$
  begin new.to_do := (select state not in ('signed', 'superseded', 'void') from read where id = new.read_id); return new; end $$;
create trigger read_assignment_to_do before insert on read_assignment
  for each row execute function read_assignment_to_do();
create function read_to_do() returns trigger language plpgsql as $$
  begin update read_assignment set to_do = new.state not in ('signed', 'superseded', 'void') where read_id = new.id; return null; end $$;
create trigger read_to_do after update of state on read for each row
  when ((old.state in ('signed', 'superseded', 'void')) is distinct from (new.state in ('signed', 'superseded', 'void')))
  execute function read_to_do();
create index read_assignment_to_do on read_assignment (account_id) where ended_at is null and to_do;
create index read_assignment_of_person on read_assignment (account_id) where ended_at is null;
create index read_assignment_current on read_assignment (read_id, account_id) where ended_at is null;
create index signature_of_person on signature (account_id, signed_at desc, read_id desc);
create index read_due on read (due_date, course_id)
  where due_date is not null and state not in ('signed', 'superseded', 'void', 'impactPending');
create index read_to_do on read (state, course_id) where state not in ('signed', 'superseded', 'void');
create index course_differing on course (track_id, subject_id) where state in ('discordant', 'inAdjudication');
create index timepoint_baseline on timepoint (subject_id, date) where kind = 'baseline';
create index timepoint_awaited on timepoint (subject_id, code) where state in ('expected', 'incomplete');
create index problem_undecided on problem (subject_id) where state <> 'resumed';
create index subject_site_of_site on subject_site (site_id, subject_id);
create index audit_entry_of_read on audit_entry ((entry -> 'details' ->> 'read'), chain, sequence)
  where entry -> 'details' ->> 'read' is not null;
create index audit_entry_of_timepoint on audit_entry ((entry -> 'details' ->> 'timepoint'), chain, sequence)
  where entry -> 'details' ->> 'timepoint' is not null;
`;
