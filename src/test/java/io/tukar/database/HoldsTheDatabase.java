package io.tukar.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A program that serves a data folder until its input ends; the tests kill it. */
final class HoldsTheDatabase {

  private HoldsTheDatabase() {}

  public static void main(String[] args) throws IOException {
    DataFolder folder = DataFolder.open(Path.of(args[0]));
    FolderLock server = FolderLock.ofServer(folder);
    Database database = Database.open(folder, Map.of());
    System.out.println("ready");
    int end = System.in.read();
    database.close();
    server.close();
    System.exit(end < 0 ? 0 : 1);
  }
}
