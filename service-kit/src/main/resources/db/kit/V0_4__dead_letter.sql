-- Why a message became a dead letter, noted by the process that could not handle it.
create table message_failure (
    queue      text        not null,
    message_id text        not null,
    cause      text        not null,
    failed_at  timestamptz not null default now(),
    primary key (queue, message_id)
);

create table dead_letter (
    id            uuid        primary key default gen_random_uuid(),
    queue         text        not null,
    -- SQS's id: a letter is recorded once, however often SQS hands it out.
    message_id    text        not null,
    message_group text,
    type          text        not null,
    body          text        not null,
    -- Null where nobody could say, because the consumer itself went away.
    cause         text,
    sent_at       timestamptz not null,
    recorded_at   timestamptz not null default now(),
    due_at        timestamptz not null,
    state         text        not null
        check (state in ('WAITING', 'SYNCING', 'SYNCED', 'FAILED', 'PARKED', 'DISCARDED')),
    state_since   timestamptz not null default now(),
    -- What the last synchronisation came to, or why there was none.
    outcome       text,
    -- Synchronisations begun: one, and one more each time a person asks.
    attempts      integer     not null default 0,
    -- Who asked for the last one, or discarded the letter.
    decided_by    text,
    claim         uuid,
    unique (queue, message_id),
    check (state <> 'SYNCING' or claim is not null),
    check (state not in ('SYNCED', 'FAILED', 'PARKED') or outcome is not null),
    check (state <> 'DISCARDED' or decided_by is not null)
);
create index dead_letter_waiting on dead_letter (due_at) where state = 'WAITING';
create index dead_letter_newest on dead_letter (sent_at desc, id);
create index dead_letter_settled on dead_letter (state_since) where state in ('SYNCED', 'DISCARDED');
