package org.postroom.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part, read forwards element by element (rule V8): no document type, no entities but the
/// five of XML itself, nothing fetched, depth and length capped.
final class XmlPart implements AutoCloseable {
  private static final int NAMES_AT_HAND = 256;

  private final ZipParts parts;
  private final InputStream in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private final @Nullable String[] namesAtHand = new String[NAMES_AT_HAND];
  private boolean content;
  private int depth;

  private XmlPart(ZipParts parts, InputStream in, XMLStreamReader reader) {
    this.parts = parts;
    this.in = in;
    this.reader = reader;
  }

  /// The platform's own parser, whatever else lies on the class path. One for each part: a factory
  /// keeps its last reader, and with it all names of a part that was made to fill the memory.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  static XmlPart open(ZipParts parts, String name) throws RefusedException {
    InputStream in = parts.open(name);
    try {
      return new XmlPart(parts, in, factory().createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  /// Says whether what follows is content, a row or a shared text; of other elements a document has
  /// few.
  void content(boolean follows) {
    content = follows;
  }

  /// Goes to the next beginning or end of an element; false at the end of the part.
  boolean next() throws RefusedException {
    while (advance()) {
      if (starts() || ends()) {
        return true;
      }
    }
    return false;
  }

  /// Goes to the next begin of an element of that name; false where there is none.
  boolean goTo(String name) throws RefusedException {
    while (next()) {
      if (starts(name)) {
        return true;
      }
    }
    return false;
  }

  boolean starts() {
    return reader.isStartElement();
  }

  boolean ends() {
    return reader.isEndElement();
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  String name() {
    return reader.getLocalName();
  }

  /// How many elements are open, this one counted.
  int depth() {
    return depth;
  }

  /// An attribute by its local name, whatever its prefix.
  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /// An attribute as a whole number, or `otherwise` where it is none.
  int number(String name, int otherwise) {
    String value = attribute(name);
    if (value == null || value.length() > 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return otherwise;
    }
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }

  /// All text inside the element that has just begun; afterwards the reader stands at its end.
  String text() throws RefusedException {
    StringBuilder text = new StringBuilder();
    int inside = depth;
    while (advance() && !(ends() && depth < inside)) {
      append(text);
    }
    return text.toString();
  }

  /// Appends the text at which the reader stands, if it is text.
  private void append(StringBuilder text) throws RefusedException {
    int event = reader.getEventType();
    if (event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE) {
      if (text.length() + reader.getTextLength() > Caps.CELL_CHARS) {
        throw RefusedException.tooLarge("cell");
      }
      text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  /// As [#next()], and text on the way is appended.
  boolean next(StringBuilder text) throws RefusedException {
    while (advance()) {
      if (starts() || ends()) {
        return true;
      }
      append(text);
    }
    return false;
  }

  private boolean advance() throws RefusedException {
    try {
      if (!reader.hasNext()) {
        return false;
      }
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new RefusedException(TabularReading.Fault.DAMAGED);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        begun();
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      return true;
    } catch (XMLStreamException e) {
      throw refused(e);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      // The platform's parser throws a few of its own for malformed prologues and encodings.
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
  }

  private void begun() throws RefusedException {
    if (++depth > Caps.XML_DEPTH) {
      throw RefusedException.tooLarge("xml");
    }
    parts.element(!content);
    named(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      named(reader.getAttributeLocalName(i));
    }
  }

  /// The parser keeps each name that it meets. It hands out one object for each, so most are known
  /// by it.
  private void named(String name) throws RefusedException {
    int place = System.identityHashCode(name) & (NAMES_AT_HAND - 1);
    if (isAtHand(name, place)) {
      return;
    }
    namesAtHand[place] = name;
    if (names.add(name) && names.size() > Caps.XML_NAMES) {
      throw RefusedException.tooLarge("elements");
    }
  }

  @SuppressWarnings("ReferenceEquality") // Only a short cut: other objects are compared by value.
  private boolean isAtHand(String name, int place) {
    return namesAtHand[place] == name;
  }

  private static RefusedException refused(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ZipParts.CapException cap) {
        return RefusedException.tooLarge(String.valueOf(cap.getMessage()));
      }
    }
    Throwable nested = e.getNestedException();
    return nested instanceof ZipParts.CapException cap
        ? RefusedException.tooLarge(String.valueOf(cap.getMessage()))
        : new RefusedException(TabularReading.Fault.DAMAGED);
  }

  @Override
  public void close() {
    try {
      reader.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      // Everything that was wanted has been read from memory.
      throw new IllegalStateException("closing bytes in memory", e);
    }
  }
}
