package io.tukar.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HEIC photos, as iPhones take them: read by a program of the machine, where it has one. */
class HeicTest {

  private static final int WIDTH_AT = 0x155;

  @TempDir Path folder;
  private FolderStore store;
  private byte[] heic;

  @BeforeEach
  void open() throws IOException {
    store = new FolderStore(folder.resolve("store"));
    heic = TestPhotos.resource("phone.heic");
  }

  @Test
  void aRealProgramTurnsItIntoAPhotoOfTheSameSize() throws IOException {
    var real = HeicProgram.in(System.getenv("PATH"));
    assumeTrue(real.isPresent(), "no program that reads HEIC is installed");
    assertThat(take(real.get(), heic))
        .isInstanceOfSatisfying(
            Intake.Accepted.class,
            taken -> {
              assertThat(taken.photo().width()).isEqualTo(400);
              assertThat(taken.photo().height()).isEqualTo(300);
            });
    assertNothingIsLeft();
  }

  @Test
  void theFirstOfSeveralPicturesIsTaken() throws IOException {
    var photo = folder.resolve("photo.jpg");
    Files.write(photo, TestPhotos.jpeg(80, 60));
    var several = program("cp " + photo + " \"${4%.jpg}-1.jpg\"; cp $3 \"${4%.jpg}-2.jpg\"");
    assertThat(take(several, heic)).isInstanceOf(Intake.Accepted.class);
    assertNothingIsLeft();
  }

  @Test
  void withoutAProgramItIsRefusedAndSaysWhatToDo() throws IOException {
    assertThat(code(take(null, heic))).isEqualTo("photo-heic");
    assertThat(HeicProgram.in(folder.toString())).isEmpty();
  }

  @Test
  void aProgramThatFailsOrWritesSomethingElseTakesNothingIn() throws IOException {
    for (var script : List.of("exit 1", "exit 0", "echo '#!/bin/sh' > $4", "cp $3 $4")) {
      assertThat(code(take(program(script), heic))).as(script).isEqualTo("photo-unreadable");
    }
    assertNothingIsLeft();
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    assertThat(code(take(program("exec /bin/sleep 60", Duration.ofMillis(200)), heic)))
        .isEqualTo("photo-unreadable");
    assertNothingIsLeft();
  }

  @Test
  void aBombOrACutOffFileNeverReachesTheProgram() throws IOException {
    var never = program("touch " + folder.resolve("ran"));
    var bomb = ByteBuffer.wrap(heic.clone()).putInt(WIDTH_AT, 20_000).putInt(WIDTH_AT + 4, 20_000);
    assertThat(code(take(never, bomb.array()))).isEqualTo("photo-too-many-pixels");
    assertThat(code(take(never, TestPhotos.slice(heic, 0, heic.length - 1))))
        .isEqualTo("photo-truncated");
    bomb.putInt(WIDTH_AT, -1);
    assertThat(code(take(never, bomb.array()))).isEqualTo("photo-truncated");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  private HeicProgram program(String script) throws IOException {
    return program(script, Duration.ofSeconds(10));
  }

  private HeicProgram program(String script, Duration patience) throws IOException {
    var file = Files.createTempDirectory(folder, "bin").resolve("heif-convert");
    Files.writeString(file, "#!/bin/sh\nPATH=/bin:/usr/bin\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new HeicProgram(file, patience);
  }

  private Intake take(@Nullable HeicProgram program, byte[] file) throws IOException {
    return new PhotoIntake(store, program).take(new ByteArrayInputStream(file));
  }

  private static String code(Intake intake) {
    return switch (intake) {
      case Intake.Rejected(var refusal) -> refusal.code();
      case Intake.Accepted(var photo) -> "taken";
    };
  }

  private void assertNothingIsLeft() throws IOException {
    try (var left = Files.list(folder.resolve("store/incoming"))) {
      assertThat(left).isEmpty();
    }
  }
}
