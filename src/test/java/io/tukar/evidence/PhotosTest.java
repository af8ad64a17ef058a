package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tukar.CaseRows;
import io.tukar.FreshDatabase;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.rows.WritesForTests;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FreshDatabase
class PhotosTest {

  private static final Instant AT = Instant.parse("2026-03-11T03:00:00Z");
  private static final Actor CUSTOMER = new Actor.Customer(1);

  private static final Caption QC_BOX = new Caption(1, PhotoSlot.BOX, PhotoSource.QC);
  private static final Caption ARRIVAL = new Caption(1, PhotoSlot.PACKAGING, PhotoSource.INSPECTOR);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JdbcTemplate batch;
  private final CaseRows rows;
  private final Photos photos;
  private long customer;
  private long order;
  private UUID draft = new UUID(0, 0);
  private long parcel;

  PhotosTest(DataSource database, JdbcClient jdbc, TransactionTemplate transactions) {
    this.batch = new JdbcTemplate(database);
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.rows = new CaseRows(jdbc);
    this.photos = new Photos(jdbc, transactions);
  }

  @BeforeEach
  void startDraft() {
    customer = rows.customer("+6281200000001", null);
    order = rows.order(customer);
    draft = rows.draft(order);
    parcel = parcel(1_000_000 + order);
  }

  /** A parcel with this number, where there is none yet. */
  private long parcel(long id) {
    jdbc.sql(
            """
            insert into parcel (id, key, at, actor, boxes, packaging, state) overriding system value
            values (?, gen_random_uuid(), now(), 'staff:1', 1, 'AS_PACKED', 'QUARANTINE')
            on conflict (id) do nothing
            """)
        .param(id)
        .update();
    jdbc.sql("select setval(pg_get_serial_sequence('parcel', 'id'), max(id)) from parcel")
        .query(Long.class)
        .single();
    return id;
  }

  @Test
  void aPhotoIsListedAndFoundInItsDraftOnly() {
    var photo = attached(new Album.OfDraft(draft), label(1), 1);

    assertThat(photos.list(new Album.OfDraft(draft))).containsExactly(photo);
    assertThat(photos.find(new Album.OfDraft(draft), photo.id())).contains(photo);
    assertThat(photos.find(new Album.OfDraft(rows.draft(order)), photo.id())).isEmpty();
  }

  @Test
  void theEleventhPhotoOfALineIsRefusedAndOtherLinesGoOn() {
    for (int i = 0; i < 10; i++) {
      attached(new Album.OfDraft(draft), label(1), i);
    }
    assertThat(refused(new Album.OfDraft(draft), label(1), 10)).isEqualTo("photo-line-full");
    attached(new Album.OfDraft(draft), label(2), 10);
    assertThat(photos.list(new Album.OfDraft(draft))).hasSize(11);
  }

  @Test
  void ofThirtyPhotosThatArriveTogetherTenAreTaken() throws Exception {
    var answers = together(30, i -> attach(new Album.OfDraft(draft), label(1), i));
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(10);
    assertThat(photos.list(new Album.OfDraft(draft))).hasSize(10);
  }

  @Test
  void theDatabaseItselfHoldsTheBound() {
    for (int i = 0; i < 10; i++) {
      attached(new Album.OfDraft(draft), label(1), i);
    }
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into photo (sha256, bytes, width, height, draft_id, line_no, slot,
                                           source, at, actor)
                        values ('', 1, 1, 1, ?, 1, 'LABEL', 'CUSTOMER', now(), 'x')
                        """)
                    .param(draft)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("10 photos");
  }

  @Test
  void theSamePhotoSentAgainIsThereOnce() {
    var first = attached(new Album.OfDraft(draft), label(1), 1);
    var again = attached(new Album.OfDraft(draft), label(1), 1);
    assertThat(again).isEqualTo(first);
    assertThat(photos.list(new Album.OfDraft(draft))).hasSize(1);
  }

  @Test
  void aSubmittedDraftGivesItsPhotosToItsCaseAndTakesNoMore() {
    var photo = attached(new Album.OfDraft(draft), label(1), 1);
    long rma = submit();

    assertThat(photos.list(new Album.OfDraft(draft))).isEmpty();
    assertThat(photos.list(new Album.OfCase(rma))).containsExactly(photo);
    assertThat(refused(new Album.OfDraft(draft), label(1), 2)).isEqualTo("photo-draft-submitted");
    assertThat(photos.remove(draft, photo.id())).isFalse();
  }

  @Test
  void aPhotoThatRacesASubmissionIsInTheCaseOrRefused() throws Exception {
    for (int round = 0; round < 10; round++) {
      draft = rows.draft(order);
      var submitted = new ArrayList<Long>();
      var answers =
          together(
              4,
              i -> {
                if (i == 2) {
                  submitted.add(submit());
                }
                return attach(new Album.OfDraft(draft), label(1), i);
              });
      long taken = answers.stream().filter(Answer.Done.class::isInstance).count();
      assertThat(photos.list(new Album.OfDraft(draft))).isEmpty();
      assertThat(photos.list(new Album.OfCase(submitted.getFirst()))).hasSize((int) taken);
    }
  }

  @Test
  void aFullCustomerSideLeavesTheInspectorRoom() {
    long rma = rows.rma(order, customer);
    var album = new Album.OfCase(rma);
    for (int i = 0; i < 40; i++) {
      attached(album, label(1 + i % 4), i);
    }
    assertThat(refused(album, label(1), 40)).isEqualTo("photo-case-full");
    attached(album, new Caption(1, PhotoSlot.PACKAGING, PhotoSource.INSPECTOR), 41);
  }

  @Test
  void aPhotoTakenOutOfADraftMakesRoom() {
    var photo = attached(new Album.OfDraft(draft), label(1), 1);
    assertThat(photos.remove(rows.draft(order), photo.id())).isFalse();
    assertThat(photos.remove(draft, photo.id())).isTrue();
    assertThat(photos.list(new Album.OfDraft(draft))).isEmpty();
  }

  @Test
  void theFortyFirstPhotoOfATestIsRefusedAndAnotherTestGoesOn() {
    var album = new Album.OfQcTest(qcTest());
    for (int i = 0; i < 40; i++) {
      attached(album, QC_BOX, i);
    }
    assertThat(refused(album, QC_BOX, 40)).isEqualTo("photo-test-full");
    attached(new Album.OfQcTest(qcTest()), QC_BOX, 40);
    assertThat(photos.list(album)).hasSize(40);
  }

  @Test
  void ofFiftyPhotosOfAParcelThatArriveTogetherFortyAreTaken() throws Exception {
    var album = new Album.OfParcel(parcel);
    var answers = together(50, i -> attach(album, ARRIVAL, i));
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(40);
    assertThat(refused(album, ARRIVAL, 50)).isEqualTo("photo-parcel-full");
    assertThat(photos.list(album)).hasSize(40);
  }

  @Test
  void aPhotoIsNotFoundInAnAlbumOfAnotherKindWithTheSameNumber() {
    long test = parcel(qcTest());
    var ofTest = attached(new Album.OfQcTest(test), QC_BOX, 1);
    var ofParcel = attached(new Album.OfParcel(test), ARRIVAL, 1);

    assertThat(photos.list(new Album.OfQcTest(test))).containsExactly(ofTest);
    assertThat(photos.list(new Album.OfParcel(test))).containsExactly(ofParcel);
    assertThat(photos.find(new Album.OfParcel(test), ofTest.id())).isEmpty();
    assertThat(photos.find(new Album.OfCase(test), ofTest.id())).isEmpty();
  }

  @Test
  void theDatabaseItselfHoldsTheBoundOfAParcel() {
    var album = new Album.OfParcel(parcel);
    for (int i = 0; i < 40; i++) {
      attached(album, ARRIVAL, i);
    }
    assertThatThrownBy(() -> insert(null, null, parcel, "INSPECTOR"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("40 photos");
  }

  @Test
  void aTestThatHasEndedTakesNoMorePhotos() {
    long test = qcTest();
    var album = new Album.OfQcTest(test);
    var seal = new Caption(1, PhotoSlot.SEAL, PhotoSource.QC);
    attached(album, seal, 1);
    jdbc.sql(
            "update qc_test set outcome = 'ABANDONED', ended_at = now(), signed_by = 'x'"
                + " where id = ?")
        .param(test)
        .update();

    assertThat(refused(album, seal, 2)).isEqualTo("qc-ended");
    assertThatThrownBy(() -> insert(null, test, null, "QC"))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("has ended");
    assertThat(photos.list(album)).hasSize(1);
  }

  @Test
  void theDatabaseHoldsAPhotoToOneOwner() {
    long test = qcTest();
    assertThatThrownBy(() -> insert(draft, test, null, "QC"))
        .hasMessageContaining("photo_has_one_owner");
    assertThatThrownBy(() -> insert(null, test, parcel, "QC"))
        .hasMessageContaining("photo_has_one_owner");
    assertThatThrownBy(() -> insert(null, null, null, "QC"))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aCustomersPhotoIsNeitherOfATestNorOfAParcel() {
    long test = qcTest();
    assertThatThrownBy(() -> insert(null, test, null, "CUSTOMER"))
        .hasMessageContaining("photo_of_a_test_is_of_qc");
    assertThatThrownBy(() -> insert(null, null, parcel, "CUSTOMER"))
        .hasMessageContaining("photo_of_a_parcel_is_of_the_warehouse");
  }

  private void insert(
      @Nullable UUID ofDraft, @Nullable Long ofTest, @Nullable Long ofParcel, String source) {
    jdbc.sql(
            """
            insert into photo (sha256, bytes, width, height, draft_id, qc_test_id, parcel_id,
                               line_no, slot, source, at, actor)
            values ('', 1, 1, 1, ?, ?, ?, 1, 'BOX', ?, now(), 'x')
            """)
        .param(1, ofDraft, Types.OTHER)
        .param(2, ofTest, Types.BIGINT)
        .param(3, ofParcel, Types.BIGINT)
        .param(4, source)
        .update();
  }

  private long qcTest() {
    return jdbc.sql(
            """
            with u as (insert into unit (sku, serial, place) values ('SKU-1', ?, 'SHELF')
                       returning id)
            insert into qc_test (unit_id, plan_id, started_at, started_by)
            select u.id, (select max(id) from qc_plan), now(), 'staff:1' from u
            returning id
            """)
        .param(UUID.randomUUID().toString())
        .query(Long.class)
        .single();
  }

  @Test
  void aPhotoThatDiffersInThreeBitsIsFoundInTheOtherCaseAndOneThatDiffersInFourIsNot() {
    long bits = 0x1234_5678_9ABC_DEF0L ^ order;
    var mine = alike(1, bits);
    long first = submit();
    draft = rows.draft(order);
    var other = alike(2, bits ^ 0x8001_0000_0000_0002L);
    alike(3, bits ^ 0x8001_0001_0001_0000L);
    long second = submit();

    assertThat(new Lookalikes(jdbc).of(first))
        .containsExactly(new Lookalikes.Pair(mine.id(), other.id(), second));
    assertThat(new Lookalikes(jdbc).of(second))
        .containsExactly(new Lookalikes.Pair(other.id(), mine.id(), first));
  }

  @Test
  void photosOfOneCaseAreNotHeldAgainstEachOtherAndThoseThatDoNotTellAgainstNone() {
    attached(new Album.OfDraft(draft), label(1), 41);
    alike(42, 0x0F0F_1111_0000_0000L ^ order);
    alike(43, 0x0F0F_1111_0000_0000L ^ order);
    long first = submit();
    draft = rows.draft(order);
    attached(new Album.OfDraft(draft), label(1), 41);
    submit();

    assertThat(new Lookalikes(jdbc).of(first)).isEmpty();
  }

  private Photo alike(int content, long bits) {
    var digest = Sha256.of(String.valueOf(content).getBytes(StandardCharsets.UTF_8));
    var stored = new StoredPhoto(digest, 100, 20, 10, new Likeness(bits), null);
    return switch (photos.attach(new Album.OfDraft(draft), label(1), stored, CUSTOMER, AT)) {
      case Answer.Done<Photo>(var photo) -> photo;
      case Answer.Refused<Photo>(var reasons) -> throw new AssertionError(reasons);
    };
  }

  private long submit() {
    return transactions.execute(
        status -> {
          long rma = rows.rma(order, customer);
          jdbc.sql("update draft set rma_id = ? where id = ?").param(rma).param(draft).update();
          WritesForTests.send(batch, writes -> Photos.moveToCase(draft, rma, writes));
          return rma;
        });
  }

  private interface Attempt {
    Answer<Photo> make(int number);
  }

  private static List<Answer<Photo>> together(int count, Attempt attempt) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, count)
              .<Callable<Answer<Photo>>>mapToObj(i -> () -> attempt.make(i))
              .toList();
      return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }
  }

  private Answer<Photo> attach(Album album, Caption caption, int content) {
    var digest = Sha256.of(String.valueOf(content).getBytes(StandardCharsets.UTF_8));
    return photos.attach(
        album, caption, new StoredPhoto(digest, 100, 20, 10, null, null), CUSTOMER, AT);
  }

  private Photo attached(Album album, Caption caption, int content) {
    return switch (attach(album, caption, content)) {
      case Answer.Done<Photo>(var photo) -> photo;
      case Answer.Refused<Photo>(var reasons) -> throw new AssertionError(reasons);
    };
  }

  private String refused(Album album, Caption caption, int content) {
    return switch (attach(album, caption, content)) {
      case Answer.Done<Photo>(var photo) -> throw new AssertionError(photo);
      case Answer.Refused<Photo>(var reasons) -> reasons.getFirst().code();
    };
  }

  private static Caption label(int lineNo) {
    return new Caption(lineNo, PhotoSlot.LABEL, PhotoSource.CUSTOMER);
  }
}
