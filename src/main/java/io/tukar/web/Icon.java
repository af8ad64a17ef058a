package io.tukar.web;

/** The pictures beside words: strokes on a 24 by 24 grid, drawn inline. */
public enum Icon {
  BACK("M15 5l-7 7 7 7"),
  BOX("M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9"),
  CALENDAR("M4 6h16v14H4zM4 10h16M8 3v5M16 3v5"),
  CAMERA("M3 7h4l2-3h6l2 3h4v13H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z"),
  CHECK("M4 12.5 9.5 18 20 6.5"),
  CLOCK("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 3"),
  COPY("M8 8h12v12H8zM4 16V4h12"),
  CROSS("M6 6l12 12M18 6 6 18"),
  INFO("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01"),
  MONEY("M3 6h18v12H3zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"),
  NEXT("M9 5l7 7-7 7"),
  PERSON("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-6 8-6s7 2 8 6"),
  QUESTION("M9 9.5a3 3 0 1 1 4.6 2.5c-1 .6-1.6 1.2-1.6 2.5M12 18v.01"),
  SCAN("M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 9v6M12 9v6M16 9v6"),
  SEARCH("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5"),
  SHOP("M4 10v10h16V10M3 10l2-6h14l2 6zM9 20v-6h6v6"),
  SWAP("M4 8h15l-4-4M20 16H5l4 4"),
  TRUCK(
      "M2 6h12v10H2zM14 10h4l4 3v3h-8M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"),
  WARNING("M12 3 2 20h20zM12 10v4M12 17v.01");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** The SVG path. */
  public String path() {
    return path;
  }
}
