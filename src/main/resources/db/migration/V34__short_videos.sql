-- A photo may be a short video: then how long it runs, in thousandths of a second. Width and height
-- are the video's; what it looks like is not compared.
alter table photo add column clip_millis int
  check (clip_millis between 1 and 180000);
alter table photo add constraint a_video_is_not_compared
  check (clip_millis is null or likeness is null);
-- What must be legible is a picture.
alter table photo add constraint labels_and_seals_are_pictures
  check (clip_millis is null or slot not in ('LABEL', 'SEAL'));
