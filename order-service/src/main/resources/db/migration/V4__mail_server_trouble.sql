-- A mail server that refuses everybody holds the whole queue.
create table mail_server (
  id         int         primary key default 1 check (id = 1),
  refusals   int         not null default 0,
  refused_at timestamptz,
  held_until timestamptz,
  reply      text
);
insert into mail_server default values;
comment on table mail_server is 'how the mail server treats this product; one row';
comment on column mail_server.refusals is 'pauses in a row; any mail that is taken ends them';

alter table review_mail
  add column refusals         int not null default 0,
  add column first_refused_at timestamptz;
comment on column review_mail.refusals is 'how often the mail server would not take this mail for now';
