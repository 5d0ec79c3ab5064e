package org.postroom.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF: its pages, title and keywords, links, notes, form fields, and the files
/// embedded in it.
final class PdfWords {
  static {
    FontMappers.set(new BundledFont());
  }

  private PdfWords() {}

  /// @param embedded takes name and bytes of each file inside
  static void read(
      String inside, byte[] content, Found found, BiConsumer<String, byte[]> embedded) {
    try (PDDocument document = Loader.loadPDF(content)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            public void processPage(PDPage page) throws IOException {
              Budget.goOn();
              super.processPage(page);
            }
          };
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      if (text.isBlank() && document.getNumberOfPages() > 0) {
        found.unreadable("no-text");
      }
      found.text(inside, text);
      found.text(inside, String.join("\n", beside(document)));
      files(document, embedded);
    } catch (InvalidPasswordException e) {
      found.unreadable("encrypted");
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // A damaged file: the library says so in several ways.
      found.unreadable("broken");
    }
  }

  private static List<String> beside(PDDocument document) throws IOException {
    List<String> texts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      for (PDAnnotation note : page.getAnnotations()) {
        String contents = note.getContents();
        if (contents != null) {
          texts.add(contents);
        }
        if (note instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
          texts.add(uri.getURI());
        }
      }
    }
    PDDocumentInformation about = document.getDocumentInformation();
    Stream.of(about.getTitle(), about.getSubject(), about.getKeywords(), about.getAuthor())
        .filter(Objects::nonNull)
        .forEach(texts::add);
    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
    if (form != null) {
      for (PDField field : form.getFieldTree()) {
        texts.add(field.getValueAsString());
      }
    }
    return texts;
  }

  private static void files(PDDocument document, BiConsumer<String, byte[]> embedded)
      throws IOException {
    PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
    if (names != null && names.getEmbeddedFiles() != null) {
      files(names.getEmbeddedFiles(), embedded, 0);
    }
  }

  private static void files(
      PDNameTreeNode<PDComplexFileSpecification> node,
      BiConsumer<String, byte[]> embedded,
      int depth)
      throws IOException {
    Map<String, PDComplexFileSpecification> here = node.getNames();
    if (here != null) {
      for (PDComplexFileSpecification file : here.values()) {
        PDEmbeddedFile bytes = file.getEmbeddedFile();
        if (bytes != null) {
          String name = file.getFilename();
          embedded.accept(name == null ? "" : name, bytes.toByteArray());
        }
      }
    }
    if (node.getKids() != null && depth < 8) {
      for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
        files(kid, embedded, depth + 1);
      }
    }
  }
}
