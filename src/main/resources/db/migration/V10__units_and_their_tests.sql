-- Units by serial with lot, bin and grade; goods counted in every place; what stands behind a move;
-- and quality control (clause P1): plans of steps, tests of units, numbered seals.

-- Units ----------------------------------------------------------------------------------------

alter table unit drop constraint unit_place_check;
alter table unit add constraint unit_place_check check (place in
  ('SUPPLIER', 'SHELF', 'CUSTOMER', 'QUARANTINE', 'OPEN_BOX', 'REPAIR', 'VENDOR', 'SCRAP', 'LOST'));
alter table unit
  add column lot    text check (length(lot) between 1 and 40),
  add column bin    text check (length(bin) between 1 and 20),
  add column grade  text not null default 'NEW'
    check (grade in ('NEW', 'OPENED', 'REFURBISHED', 'DEFECTIVE'));
create index unit_serial on unit (serial);
create index unit_lot on unit (sku, lot) where lot is not null;

-- Goods in the shop that are not ready to ship, by place: the sum of their moves, never below zero.
-- The shelf's sum stands in stock_level.
create table stock_place (
  sku       text not null,
  place     text not null
              check (place in ('QUARANTINE', 'OPEN_BOX', 'REPAIR', 'VENDOR', 'SCRAP', 'LOST')),
  quantity  int not null,
  primary key (sku, place),
  constraint no_place_holds_less_than_nothing check (quantity >= 0)
);
insert into stock_place (sku, place, quantity)
select sku, place, sum(n) from (
  select sku, to_place as place, quantity as n from stock_move
  union all
  select sku, from_place, -quantity from stock_move
) moved
where place in ('QUARANTINE', 'OPEN_BOX', 'REPAIR', 'VENDOR', 'SCRAP', 'LOST')
group by sku, place;

-- The paper behind moves that no case caused: a supplier's delivery, a count, a correction.
create table stock_document (
  id         bigint generated always as identity primary key,
  -- Made with the form: the same form sent twice is one document.
  key        uuid not null unique,
  kind       text not null check (kind in ('DELIVERY', 'COUNT', 'TRANSFER', 'IMPORT')),
  party      text check (length(party) between 1 and 100),
  reference  text check (length(reference) between 1 and 60),
  reason     text check (length(reason) between 1 and 500),
  at         timestamptz not null,
  actor      text not null,
  check (kind not in ('COUNT', 'TRANSFER') or reason is not null),
  check (kind <> 'DELIVERY' or (party is not null and reference is not null))
);
-- A supplier's delivery note is booked once.
create unique index stock_document_delivery on stock_document (lower(party), lower(reference))
  where kind = 'DELIVERY';
create trigger stock_document_appended_only before update or delete on stock_document
  for each row execute function appended_only();

alter table stock_move add column document_id bigint references stock_document;
create index stock_move_unit on stock_move (unit_id) where unit_id is not null;
create index stock_move_document on stock_move (document_id) where document_id is not null;

-- Quality control (P1) -------------------------------------------------------------------------

-- A plan is never edited: what is changed is a new version, and a test keeps the one it was done by.
create table qc_plan (
  id       bigint generated always as identity primary key,
  code     text not null check (code ~ '^[a-z0-9-]{2,40}$'),
  version  int not null check (version > 0),
  name_id  text not null check (length(name_id) between 1 and 80),
  name_en  text not null check (length(name_en) between 1 and 80),
  at       timestamptz not null,
  actor    text not null,
  unique (code, version)
);

create table qc_step (
  plan_id    bigint not null references qc_plan,
  step_no    int not null check (step_no between 1 and 40),
  -- CHECK: as expected or not. READ: a value is written down. PHOTO: the test's album has one.
  kind       text not null check (kind in ('CHECK', 'READ', 'PHOTO')),
  ask_id     text not null check (length(ask_id) between 1 and 200),
  ask_en     text not null check (length(ask_en) between 1 and 200),
  expect_id  text not null check (length(expect_id) between 1 and 200),
  expect_en  text not null check (length(expect_en) between 1 and 200),
  primary key (plan_id, step_no)
);

-- Which plan tests which family (the product's category); the plan "general" tests all others.
create table qc_family (
  category   text primary key,
  plan_code  text not null
);

create table qc_test (
  id          bigint generated always as identity primary key,
  unit_id     bigint not null references unit,
  plan_id     bigint not null references qc_plan,
  started_at  timestamptz not null,
  started_by  text not null,
  outcome     text check (outcome in ('PASSED', 'FAILED', 'ABANDONED')),
  ended_at    timestamptz,
  -- Who signs: the outcome is theirs.
  signed_by   text,
  -- The shop's own numbered seal that closes the box again (clause P4 compares it later).
  seal        text check (seal ~ '^[A-Z0-9-]{3,20}$'),
  remark      text check (length(remark) between 1 and 500),
  check ((outcome is null) = (ended_at is null)),
  check ((outcome is null) = (signed_by is null)),
  check (outcome <> 'PASSED' or seal is not null),
  check (outcome <> 'FAILED' or remark is not null)
);
create index qc_test_unit on qc_test (unit_id);
create unique index one_open_test_per_unit on qc_test (unit_id) where outcome is null;
-- A seal closes one box, once.
create unique index qc_test_seal on qc_test (seal) where seal is not null;
create index qc_test_ended on qc_test (ended_at);

create table qc_result (
  test_id  bigint not null references qc_test,
  step_no  int not null,
  passed   boolean not null,
  seen     text check (length(seen) between 1 and 200),
  at       timestamptz not null,
  actor    text not null,
  primary key (test_id, step_no)
);

create function qc_ends_once() returns trigger language plpgsql as $$
begin
  if old.outcome is not null then
    raise exception 'test % has ended: %', old.id, old.outcome using errcode = '23514';
  end if;
  return new;
end $$;
create trigger qc_ends_once before update on qc_test for each row execute function qc_ends_once();

create function qc_result_of_open_test() returns trigger language plpgsql as $$
begin
  perform 1 from qc_test where id = new.test_id and outcome is null for no key update;
  if not found then
    raise exception 'test % has ended', new.test_id
      using errcode = '23514', constraint = 'qc_result_only_in_an_open_test';
  end if;
  return new;
end $$;
create trigger qc_result_of_open_test before insert or update on qc_result
  for each row execute function qc_result_of_open_test();

-- The test a unit may be shipped on; none once it has come back.
alter table unit add column qc_test_id bigint references qc_test;

-- P1: no unit leaves the shelf for a customer without a pass.
create function no_unit_leaves_untested() returns trigger language plpgsql as $$
begin
  if new.place = 'CUSTOMER' and old.place = 'SHELF' and old.qc_passed_at is null then
    raise exception 'unit % has no passed test', old.id
      using errcode = '23514', constraint = 'no_unit_leaves_untested';
  end if;
  return new;
end $$;
create trigger no_unit_leaves_untested before update of place on unit
  for each row execute function no_unit_leaves_untested();

-- The plans a shop of IT and telephone goods begins with --------------------------------------

insert into qc_plan (code, version, name_id, name_en, at, actor) values
  ('general', 1, 'Umum', 'General', now(), 'operator'),
  ('ip-phone', 1, 'Telepon IP', 'IP phone', now(), 'operator'),
  ('ip-pbx', 1, 'IP-PBX dan gateway', 'IP-PBX and gateway', now(), 'operator'),
  ('headset', 1, 'Headset', 'Headset', now(), 'operator'),
  ('network', 1, 'Switch dan router', 'Switch and router', now(), 'operator');

insert into qc_step (plan_id, step_no, kind, ask_id, ask_en, expect_id, expect_en)
select p.id, s.step_no, s.kind, s.ask_id, s.ask_en, s.expect_id, s.expect_en
from (values
  ('general', 1, 'CHECK', 'Label dan nomor seri', 'Label and serial', 'Sama di unit dan dus', 'The same on unit and box'),
  ('general', 2, 'CHECK', 'Daya', 'Power', 'Menyala dengan adaptor bawaan', 'Comes on with its own adaptor'),
  ('general', 3, 'CHECK', 'Fungsi utama', 'Main function', 'Bekerja seperti di buku petunjuk', 'Works as the manual says'),
  ('general', 4, 'CHECK', 'Kelengkapan', 'Accessories', 'Sesuai daftar isi dus', 'As the list of contents says'),
  ('general', 5, 'PHOTO', 'Foto unit dan dus', 'Photos of unit and box', 'Label terbaca', 'The label can be read'),
  ('ip-phone', 1, 'CHECK', 'Label, nomor seri, dan MAC', 'Label, serial and MAC', 'Sama di unit dan dus', 'The same on unit and box'),
  ('ip-phone', 2, 'CHECK', 'Daya dari adaptor', 'Power from the adaptor', 'Menyala dalam 60 detik', 'On within 60 seconds'),
  ('ip-phone', 3, 'CHECK', 'Daya dari PoE', 'Power over Ethernet', 'Menyala tanpa adaptor', 'Comes on without the adaptor'),
  ('ip-phone', 4, 'READ', 'Versi firmware', 'Firmware version', 'Tercatat', 'Written down'),
  ('ip-phone', 5, 'CHECK', 'Registrasi SIP', 'SIP registration', 'Terdaftar di PBX uji', 'Registered at the test PBX'),
  ('ip-phone', 6, 'CHECK', 'Suara dua arah', 'Two-way audio', 'Jelas di gagang dan speaker', 'Clear on handset and speaker'),
  ('ip-phone', 7, 'CHECK', 'Layar, tombol, lampu', 'Display, keys, lamps', 'Semua menyala dan menekan', 'All light up and press'),
  ('ip-phone', 8, 'CHECK', 'Port LAN dan PC', 'LAN and PC ports', 'Keduanya tersambung', 'Both link up'),
  ('ip-phone', 9, 'CHECK', 'Kelengkapan', 'Accessories', 'Sesuai daftar isi dus', 'As the list of contents says'),
  ('ip-phone', 10, 'PHOTO', 'Foto unit dan dus', 'Photos of unit and box', 'Label terbaca', 'The label can be read'),
  ('ip-pbx', 1, 'CHECK', 'Label, nomor seri, dan MAC', 'Label, serial and MAC', 'Sama di unit dan dus', 'The same on unit and box'),
  ('ip-pbx', 2, 'CHECK', 'Daya', 'Power', 'Menyala dengan adaptor bawaan', 'Comes on with its own adaptor'),
  ('ip-pbx', 3, 'READ', 'Versi firmware', 'Firmware version', 'Tercatat', 'Written down'),
  ('ip-pbx', 4, 'CHECK', 'Halaman pengaturan', 'Settings page', 'Terbuka lewat LAN', 'Opens over the LAN'),
  ('ip-pbx', 5, 'CHECK', 'Port FXS dan FXO', 'FXS and FXO ports', 'Setiap port memberi nada', 'Every port gives a tone'),
  ('ip-pbx', 6, 'CHECK', 'Dua telepon saling memanggil', 'Two phones call each other', 'Suara dua arah jelas', 'Clear audio both ways'),
  ('ip-pbx', 7, 'CHECK', 'Lampu dan port jaringan', 'Lamps and network ports', 'Semua menyala', 'All light up'),
  ('ip-pbx', 8, 'CHECK', 'Kelengkapan', 'Accessories', 'Sesuai daftar isi dus', 'As the list of contents says'),
  ('ip-pbx', 9, 'PHOTO', 'Foto unit dan dus', 'Photos of unit and box', 'Label terbaca', 'The label can be read'),
  ('headset', 1, 'CHECK', 'Label dan nomor seri', 'Label and serial', 'Sama di unit dan dus', 'The same on unit and box'),
  ('headset', 2, 'CHECK', 'Suara kiri dan kanan', 'Sound left and right', 'Jelas dan seimbang', 'Clear and balanced'),
  ('headset', 3, 'CHECK', 'Mikrofon', 'Microphone', 'Rekaman terdengar jelas', 'The recording is clear'),
  ('headset', 4, 'CHECK', 'Tombol dan kabel', 'Keys and cable', 'Semua berfungsi', 'All work'),
  ('headset', 5, 'PHOTO', 'Foto unit dan dus', 'Photos of unit and box', 'Label terbaca', 'The label can be read'),
  ('network', 1, 'CHECK', 'Label, nomor seri, dan MAC', 'Label, serial and MAC', 'Sama di unit dan dus', 'The same on unit and box'),
  ('network', 2, 'CHECK', 'Daya', 'Power', 'Menyala dengan adaptor bawaan', 'Comes on with its own adaptor'),
  ('network', 3, 'READ', 'Versi firmware', 'Firmware version', 'Tercatat', 'Written down'),
  ('network', 4, 'CHECK', 'Setiap port jaringan', 'Every network port', 'Tersambung pada kecepatan penuh', 'Links up at full speed'),
  ('network', 5, 'CHECK', 'Keluaran PoE', 'PoE output', 'Memberi daya, atau memang tidak ada', 'Gives power, or has none by design'),
  ('network', 6, 'CHECK', 'Kelengkapan', 'Accessories', 'Sesuai daftar isi dus', 'As the list of contents says'),
  ('network', 7, 'PHOTO', 'Foto unit dan dus', 'Photos of unit and box', 'Label terbaca', 'The label can be read')
) as s (code, step_no, kind, ask_id, ask_en, expect_id, expect_en)
join qc_plan p on p.code = s.code;

insert into qc_family (category, plan_code) values
  ('ip-phone', 'ip-phone'), ('ip-pbx', 'ip-pbx'), ('gateway', 'ip-pbx'), ('headset', 'headset'),
  ('switch', 'network');
