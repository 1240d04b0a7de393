-- Messages of committed changes that wait to be sent. Usually empty.
create table outbox (
    id               bigint generated always as identity primary key,
    queue            text not null,
    message_group    text not null,
    deduplication_id text not null,
    type             text not null,
    body             text not null,
    traceparent      text,
    added_at         timestamptz not null default now(),
    -- Why SQS will never take it; such a message stays here and is not sent again.
    refusal          text
);
