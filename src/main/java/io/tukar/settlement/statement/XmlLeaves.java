package io.tukar.settlement.statement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML file as they come, with where they stand. No file of a bank has a document
 * type, so one that has is refused before an entity of it is looked at.
 */
final class XmlLeaves implements AutoCloseable {

  private static final int DEPTH_MAX = 40;
  private static final int TEXT_CHARS_MAX = 20_000;

  private final InputStream in;
  private final XMLStreamReader xml;
  private final Deque<String> paths = new ArrayDeque<>();
  private final StringBuilder said = new StringBuilder();
  private boolean leaf;
  private boolean ended;
  private Kind kind = Kind.BEGIN;
  private String path = "";
  private String currency = "";

  private XmlLeaves(InputStream in, XMLStreamReader xml) {
    this.in = in;
    this.xml = xml;
  }

  /** What is met: an element begins, ends, or ends having had nothing but text. */
  enum Kind {
    BEGIN,
    LEAF,
    END
  }

  static XmlLeaves open(Path file) throws IOException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    var in = Files.newInputStream(file);
    try {
      return new XmlLeaves(in, factory.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      in.close();
      throw new BadStatement("the XML cannot be read: " + e.getMessage());
    }
  }

  /** Goes to the next beginning or end; false at the end of the file. */
  boolean next() throws IOException {
    try {
      return !ended && advance();
    } catch (XMLStreamException e) {
      throw BadStatement.at(
          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
          "the XML is broken or cut off here");
    }
  }

  private boolean advance() throws XMLStreamException, BadStatement {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw BadStatement.at(line(), "the XML has a document type, which no statement has");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw BadStatement.at(line(), "the XML refers to an entity of its own");
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            gather();
        case XMLStreamConstants.START_ELEMENT -> {
          begin();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          kind = leaf ? Kind.LEAF : Kind.END;
          path = paths.pop();
          leaf = false;
          return true;
        }
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
    ended = true;
    return false;
  }

  private void begin() throws BadStatement {
    if (paths.size() >= DEPTH_MAX) {
      throw BadStatement.at(line(), "the XML is nested deeper than any statement");
    }
    path = (paths.isEmpty() ? "" : paths.peek()) + "/" + xml.getLocalName();
    paths.push(path);
    kind = Kind.BEGIN;
    leaf = true;
    said.setLength(0);
    var given = xml.getAttributeValue(null, "Ccy");
    currency = given == null ? "" : given;
  }

  private void gather() throws BadStatement {
    if (leaf) {
      if (said.length() + xml.getTextLength() > TEXT_CHARS_MAX) {
        throw BadStatement.at(line(), path + " is longer than any text of a statement");
      }
      said.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  Kind kind() {
    return kind;
  }

  /** The local names from the root on, such as {@code /Document/BkToCstmrStmt}. */
  String path() {
    return path;
  }

  /** What a leaf says, without blanks around it. */
  String text() {
    return said.toString().strip();
  }

  /** The line of the file; the first is 1. */
  long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** The currency beside a leaf's amount; empty where there is none. */
  String currency() {
    return currency;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
