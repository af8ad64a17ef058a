-- Messages that somebody put back in the queue: a deliberate act, with what was known before it.
create table outbox_resend (
  id         bigint generated always as identity primary key,
  message_id bigint not null references outbox,
  at         timestamptz not null,
  actor      text not null,
  state      text not null check (state in ('REFUSED', 'UNKNOWN', 'PARKED')),
  outcome    text,
  attempts   int not null
);
create index outbox_resend_message on outbox_resend (message_id);
create trigger outbox_resend_appended_only before update or delete on outbox_resend
  for each row execute function appended_only();

-- Those that wait for a person are few among all that were sent.
create index outbox_unsaid on outbox (id) where state in ('REFUSED', 'UNKNOWN', 'PARKED');
