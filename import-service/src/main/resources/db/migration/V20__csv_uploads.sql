-- A file that was shared in a channel: one row, one upload, one job start, one message.
create table csv_upload (
    id                 uuid primary key default gen_random_uuid(),
    file_id            text not null,
    channel_id         text not null,
    user_id            text,
    state              text not null default 'RECEIVED'
                       check (state in ('RECEIVED', 'CLAIMED', 'STORING', 'STORED', 'STARTING',
                                        'UNCLEAR', 'PASSED', 'REJECTED', 'FAILED')),
    state_since        timestamptz not null default now(),
    received_at        timestamptz not null default now(),
    -- When a queue last got a message about it.
    queued_at          timestamptz not null default now(),
    ended_at           timestamptz,

    -- Who has it in hand, and until when that counts.
    worker             text,
    lease_until        timestamptz,

    file_name          text,
    file_bytes         bigint,
    -- Slack's timestamp of the message that carries the file.
    thread_ts          text,
    table_name         text,
    target             text,
    job                text,
    job_run_id         text,

    rows_read          bigint not null default 0,
    rows_written       bigint not null default 0,
    rows_dropped       bigint not null default 0,
    rows_split         bigint not null default 0,
    bad_row_count      bigint not null default 0,
    bad_rows           jsonb not null default '[]',
    error_code         text,
    error_english      text,
    error_korean       text,

    -- The one message about the outcome; SENDING is committed before Slack is called.
    notice_state       text not null default 'NONE'
                       check (notice_state in ('NONE', 'WAITING', 'SENDING', 'SENT', 'UNCLEAR', 'REFUSED')),
    notice_lease_until timestamptz,
    notice_ts          text,
    notice_failure     text,

    unique (file_id, channel_id)
);

-- One upload at a time writes a target and starts its job; the next one waits.
create unique index csv_upload_target on csv_upload (target)
    where state in ('STORING', 'STORED', 'STARTING');
create index csv_upload_newest on csv_upload (received_at desc, id);
create index csv_upload_live on csv_upload (lease_until)
    where state in ('RECEIVED', 'CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR');
create index csv_upload_notice on csv_upload (notice_lease_until)
    where notice_state in ('WAITING', 'SENDING');
create index csv_upload_table on csv_upload (table_name);

-- Slack's deliveries; a repeated one finds itself here.
create table slack_event (
    event_id    text primary key,
    received_at timestamptz not null default now()
);
create index slack_event_age on slack_event (received_at);
