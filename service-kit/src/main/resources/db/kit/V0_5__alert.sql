-- What is not as it should be, by the rule that says so. A rule that never fired has no row.
create table alert (
    rule          text        primary key,
    state         text        not null check (state in ('FIRING', 'RESOLVED')),
    since         timestamptz not null,
    count         bigint      not null,
    korean        text        not null,
    english       text        not null,
    -- Whether people were told of this firing, and when they were last told that the rule fires.
    told          boolean     not null,
    told_at       timestamptz,
    -- What became of the last message about the rule.
    telling       text,
    -- Every change names the version it starts from, so that of several replicas one makes it.
    version       bigint      not null
);
