-- What is known of each run that writes into a spreadsheet.
create table tab_write (
    run_id           uuid primary key,
    spreadsheet_id   text        not null,
    state            text        not null
        check (state in ('STAGING', 'PUBLISHED', 'FINISHED', 'FAILED', 'ABANDONED')),
    -- Null where the run was ended before its first command arrived.
    layout           text,
    replace_from     date,
    -- Null while there is no staging tab, and again when it is gone.
    staging_sheet_id integer,
    staging_rows     integer     not null default 0,
    kept_rows        integer     not null default 0,
    rows_staged      bigint      not null default 0,
    next_seq         bigint      not null default 0,
    -- The command that is being carried out, by whom, and until when that is believed.
    in_hand_seq      bigint,
    holder           uuid,
    lease_until      timestamptz,
    failure_code     text,
    failure_reason   text,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    check ((in_hand_seq is null) = (holder is null)),
    check ((in_hand_seq is null) = (lease_until is null)),
    check ((state = 'FAILED') = (failure_code is not null))
);

create index tab_write_in_hand on tab_write (lease_until) where in_hand_seq is not null;
create index tab_write_leftover on tab_write (spreadsheet_id) where staging_sheet_id is not null;

-- Which tab of a spreadsheet is the copy of which tab of a template.
create table template_tab (
    spreadsheet_id          text        not null,
    template_spreadsheet_id text        not null,
    template_sheet_id       integer     not null,
    sheet_id                integer     not null,
    -- Google titles a copy itself; false until it was given the title of the template's tab.
    named                   boolean     not null default false,
    copied_at               timestamptz not null default now(),
    primary key (spreadsheet_id, template_spreadsheet_id, template_sheet_id)
);
