package io.tukar.evidence;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.rows.Writes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which photos belong to which draft, case, test or parcel. Adding one locks its owner, so photos
 * that arrive together count each other; a trigger holds the same bounds.
 */
@Repository
public class Photos {

  public static final int PHOTOS_PER_DRAFT_LINE_MAX = 10;

  /** Of the customer, and once more as many of the shop: neither crowds out the other's proof. */
  public static final int PHOTOS_PER_CASE_MAX = 40;

  public static final int PHOTOS_PER_TEST_MAX = 40;
  public static final int PHOTOS_PER_PARCEL_MAX = 40;

  /** What must be legible is a picture. */
  private static final Set<PhotoSlot> PICTURES_ONLY = Set.of(PhotoSlot.LABEL, PhotoSlot.SEAL);

  private static final String COLUMNS =
      "select id, sha256, bytes, width, height, line_no, slot, source, at, actor, likeness,"
          + " clip_millis from photo ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Photos(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Adds a photo, or gives the one that is already there where the same picture was sent again for
   * the same slot. Refused once the album is full, its draft was submitted, or its test has ended.
   */
  public Answer<Photo> attach(
      Album album, Caption caption, StoredPhoto stored, Actor actor, Instant at) {
    return transactions.execute(status -> attachLocked(album, caption, stored, actor, at));
  }

  private Answer<Photo> attachLocked(
      Album album, Caption caption, StoredPhoto stored, Actor actor, Instant at) {
    if (stored.clip() != null && PICTURES_ONLY.contains(caption.slot())) {
      return Answer.refused(Refusal.of("clip-not-here", "photo"));
    }
    if (!locked(album)) {
      var ended = album instanceof Album.OfQcTest ? "qc-ended" : "photo-draft-submitted";
      return Answer.refused(Refusal.of(ended, "photo"));
    }
    var there = list(album);
    for (var photo : there) {
      if (photo.caption().equals(caption) && photo.stored().digest().equals(stored.digest())) {
        return Answer.done(photo);
      }
    }
    var full = full(album, caption, there);
    return full.isPresent()
        ? Answer.refused(full.get())
        : Answer.done(inserted(album, caption, stored, actor, at));
  }

  /**
   * False where the draft was submitted or the test has ended; any other owner that is not there is
   * the caller's bug.
   */
  private boolean locked(Album album) {
    return switch (album) {
      case Album.OfDraft(var draft) ->
          jdbc.sql("select 1 from draft where id = ? and rma_id is null for no key update")
              .param(draft)
              .query(Integer.class)
              .optional()
              .isPresent();
      case Album.OfCase(var rma) ->
          jdbc.sql("select 1 from rma where id = ? for no key update")
                  .param(rma)
                  .query(Integer.class)
                  .single()
              == 1;
      case Album.OfQcTest(var test) ->
          jdbc.sql("select 1 from qc_test where id = ? and outcome is null for no key update")
              .param(test)
              .query(Integer.class)
              .optional()
              .isPresent();
      case Album.OfParcel(var parcel) ->
          jdbc.sql(
                      """
                      select 1 from (select pg_advisory_xact_lock(
                          hashtextextended('photos of parcel ' || ?, 0))) as locked
                      """)
                  .param(parcel)
                  .query(Integer.class)
                  .single()
              == 1;
    };
  }

  private static Optional<Refusal> full(Album album, Caption caption, List<Photo> there) {
    return switch (album) {
      case Album.OfDraft _ ->
          fullCase(caption, there)
              .or(
                  () ->
                      full(
                          there.stream()
                              .filter(p -> p.caption().lineNo() == caption.lineNo())
                              .count(),
                          PHOTOS_PER_DRAFT_LINE_MAX,
                          "photo-line-full"));
      case Album.OfCase _ -> fullCase(caption, there);
      case Album.OfQcTest _ -> full(there.size(), PHOTOS_PER_TEST_MAX, "photo-test-full");
      case Album.OfParcel _ -> full(there.size(), PHOTOS_PER_PARCEL_MAX, "photo-parcel-full");
    };
  }

  private static Optional<Refusal> fullCase(Caption caption, List<Photo> there) {
    boolean ofCustomer = caption.source() == PhotoSource.CUSTOMER;
    long ofSameSide =
        there.stream()
            .filter(p -> (p.caption().source() == PhotoSource.CUSTOMER) == ofCustomer)
            .count();
    return full(ofSameSide, PHOTOS_PER_CASE_MAX, "photo-case-full");
  }

  private static Optional<Refusal> full(long count, int most, String code) {
    return count >= most ? Optional.of(Refusal.of(code, "photo", most)) : Optional.empty();
  }

  private Photo inserted(
      Album album, Caption caption, StoredPhoto stored, Actor actor, Instant at) {
    long id =
        jdbc.sql(
                """
                insert into photo
                  (sha256, bytes, width, height, draft_id, rma_id, qc_test_id, parcel_id, line_no,
                   slot, source, at, actor, likeness, clip_millis)
                values
                  (:sha256, :bytes, :width, :height, :draft, :rma, :test, :parcel, :line,
                   :slot, :source, :at, :actor, :likeness, :clip)
                returning id
                """)
            .param("sha256", stored.digest().toBytes())
            .param("bytes", stored.bytes())
            .param("width", stored.width())
            .param("height", stored.height())
            .param("draft", album instanceof Album.OfDraft(var draft) ? draft : null)
            .param("rma", album instanceof Album.OfCase(var rma) ? rma : null)
            .param("test", album instanceof Album.OfQcTest(var test) ? test : null)
            .param("parcel", album instanceof Album.OfParcel(var parcel) ? parcel : null)
            .param("line", caption.lineNo())
            .param("slot", caption.slot().name())
            .param("source", caption.source().name())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("actor", actor.reference())
            .param("likeness", stored.likeness() == null ? null : stored.likeness().bits())
            .param("clip", stored.clip() == null ? null : Math.toIntExact(stored.clip().toMillis()))
            .query(Long.class)
            .single();
    return new Photo(id, caption, stored, at, actor.reference());
  }

  /** Whether what is shown there may be a short video. */
  public static boolean takesClips(PhotoSlot slot) {
    return !PICTURES_ONLY.contains(slot);
  }

  /** The photos of an album, by line, oldest first. A submitted draft has none: its case has. */
  public List<Photo> list(Album album) {
    return jdbc.sql(COLUMNS + belongsTo(album) + " order by line_no, id")
        .param(key(album))
        .query(Photos::photo)
        .list();
  }

  /** The photos of each of these tests, by the test's id; a test without photos is left out. */
  public Map<Long, List<Photo>> ofTests(List<Long> tests) {
    var found = new HashMap<Long, List<Photo>>();
    if (!tests.isEmpty()) {
      jdbc.sql(
              """
              select id, sha256, bytes, width, height, line_no, slot, source, at, actor, likeness,
                clip_millis, qc_test_id
              from photo where qc_test_id in (:tests) order by line_no, id
              """)
          .param("tests", tests)
          .query(
              row -> {
                found
                    .computeIfAbsent(row.getLong("qc_test_id"), test -> new ArrayList<>())
                    .add(photo(row, 0));
              });
    }
    return found;
  }

  /** The photo, if it belongs to the album; its bytes are in the {@link EvidenceStore}. */
  public Optional<Photo> find(Album album, long photoId) {
    return jdbc.sql(COLUMNS + belongsTo(album) + " and id = ?")
        .param(key(album))
        .param(photoId)
        .query(Photos::photo)
        .optional();
  }

  /** Takes a photo out of a draft; false where it is not in it. */
  public boolean remove(UUID draftId, long photoId) {
    return jdbc.sql("delete from photo where draft_id = ? and rma_id is null and id = ?")
            .param(draftId)
            .param(photoId)
            .update()
        == 1;
  }

  /**
   * Gives a submitted draft's photos to its case. Within the submission's transaction, after the
   * draft row was marked as submitted: that row's lock keeps others out.
   */
  public static void moveToCase(UUID draftId, long rmaId, Writes writes) {
    writes.any("update photo set rma_id = ? where draft_id = ? and rma_id is null", rmaId, draftId);
  }

  private static String belongsTo(Album album) {
    return switch (album) {
      case Album.OfDraft _ -> "where draft_id = ? and rma_id is null";
      case Album.OfCase _ -> "where rma_id = ?";
      case Album.OfQcTest _ -> "where qc_test_id = ?";
      case Album.OfParcel _ -> "where parcel_id = ?";
    };
  }

  private static Object key(Album album) {
    return switch (album) {
      case Album.OfDraft(var draft) -> draft;
      case Album.OfCase(var rma) -> rma;
      case Album.OfQcTest(var test) -> test;
      case Album.OfParcel(var parcel) -> parcel;
    };
  }

  private static Photo photo(ResultSet row, int number) throws SQLException {
    return new Photo(
        row.getLong("id"),
        new Caption(
            row.getInt("line_no"),
            PhotoSlot.valueOf(row.getString("slot")),
            PhotoSource.valueOf(row.getString("source"))),
        new StoredPhoto(
            Sha256.fromBytes(row.getBytes("sha256")),
            row.getInt("bytes"),
            row.getInt("width"),
            row.getInt("height"),
            likeness(row),
            clip(row)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"));
  }

  private static @Nullable Duration clip(ResultSet row) throws SQLException {
    var millis = row.getObject("clip_millis", Integer.class);
    return millis == null ? null : Duration.ofMillis(millis);
  }

  private static @Nullable Likeness likeness(ResultSet row) throws SQLException {
    var bits = row.getObject("likeness", Long.class);
    return bits == null ? null : new Likeness(bits);
  }
}
