-- The oldest messages of each queue are looked for queue by queue, so that none stands before another.
create index outbox_waiting on outbox (queue, id) where refusal is null;
