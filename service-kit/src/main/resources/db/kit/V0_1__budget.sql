-- Rates that several processes share. One row a budget; its lock is what makes them take turns.
create table budget (
    name            text primary key,
    -- When the next slot falls due if no burst is left: the theoretical arrival time of GCRA.
    next_at         timestamptz not null,
    -- What the last asker asked for; shown, never decided by.
    interval_micros bigint not null,
    burst           integer not null,
    -- After a refusal the interval is this many times as long, until then.
    widening        double precision not null default 1,
    widened_until   timestamptz,
    granted         bigint not null default 0,
    forfeited       bigint not null default 0,
    refused         bigint not null default 0
) with (fillfactor = 50); -- room to update in place: a row changes with every call

create table budget_minute (
    name      text not null references budget on delete cascade,
    minute    timestamptz not null,
    granted   integer not null default 0,
    forfeited integer not null default 0,
    refused   integer not null default 0,
    primary key (name, minute)
) with (fillfactor = 50);
