-- The oldest version of the service that works on this schema. A migration that an older one cannot
-- live with inserts its own version; all others leave the table alone, so that going back works.
create table schema_floor (
    version text        primary key,
    reason  text        not null,
    set_at  timestamptz not null default now()
);
