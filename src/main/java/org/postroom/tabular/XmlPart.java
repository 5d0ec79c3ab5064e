package org.postroom.tabular;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One XML part, read forwards element by element (rule V8): no document type, no entities but the
/// five of XML itself, nothing fetched, depth and length capped.
final class XmlPart implements AutoCloseable {
  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader reader;
  private int depth;

  private XmlPart(InputStream in, XMLStreamReader reader) {
    this.in = in;
    this.reader = reader;
  }

  /// The platform's own parser, whatever else lies on the class path.
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
      return new XmlPart(in, FACTORY.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      throw refused(e);
    }
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
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > Caps.XML_DEPTH) {
        throw RefusedException.tooLarge("xml");
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
      return true;
    } catch (XMLStreamException e) {
      throw refused(e);
    } catch (RuntimeException e) {
      // The platform's parser throws a few of its own for malformed prologues and encodings.
      throw new RefusedException(TabularReading.Fault.DAMAGED);
    }
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
