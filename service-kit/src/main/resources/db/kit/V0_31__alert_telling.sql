-- What became of the last message about an alert: told, nobody, refused or unclear; and why.
update alert set telling = null where telling <> 'told';
alter table alert
  add column telling_reason text,
  add check (telling in ('told', 'nobody', 'refused', 'unclear'));
