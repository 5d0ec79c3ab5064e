package org.postroom.tabular;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Reads an address book (vCard 2.1, 3.0 and 4.0): one row a card, on the line of its BEGIN.
final class VcfReader {
  private static final List<String> COLUMNS =
      List.of("Name", "First name", "Last name", "Email", "Organisation", "Phone");
  private static final int CARDS_BETWEEN_REPORTS = 256;

  private final TabularFile file;
  private final TabularOptions options;
  private final TabularProgress progress;
  private final List<SourceRow> rows = new ArrayList<>();
  private final List<SourceRemark> remarks = new ArrayList<>();

  VcfReader(TabularFile file, TabularOptions options, TabularProgress progress) {
    this.file = file;
    this.options = options;
    this.progress = progress;
  }

  TabularReading read() throws RefusedException {
    WholeText whole = WholeText.read(file, options.charset());
    if (whole.text().isBlank()) {
      throw new RefusedException(TabularReading.Fault.EMPTY);
    }
    VcfCards cards = new VcfCards(whole.text());
    boolean cut = false;
    for (VcfCards.Card card = cards.next(); card != null; card = cards.next()) {
      if (rows.size() >= Caps.VCARDS) {
        throw RefusedException.tooLarge("rows");
      }
      cut = !card.whole();
      // What is not whole is too narrow, and is left out with its line.
      rows.add(
          card.whole()
              ? row(card)
              : new SourceRow(
                  card.line(), List.of(card.text().lines().limit(1).toList().getFirst())));
      if (rows.size() % CARDS_BETWEEN_REPORTS == 0
          && !progress.at(
              rows.size(),
              (long) ((double) rows.size() * whole.text().length() / cards.position()))) {
        throw new CancellationException();
      }
    }
    ListOrigin origin =
        new ListOrigin(file.name(), file.sha256(), "vcf", whole.charset().name(), "", null);
    return new TabularReading.Read(
        new SourceTable(origin, new SourceRow(1, COLUMNS), rows, cut, remarks));
  }

  private SourceRow row(VcfCards.Card card) throws RefusedException {
    VCard vcard;
    try (VCardReader reader = new VCardReader(card.text())) {
      vcard = reader.readNext();
    } catch (IOException | RuntimeException e) {
      throw new RefusedException(TabularReading.Fault.DAMAGED, card.line(), "");
    }
    if (vcard == null) {
      throw new RefusedException(TabularReading.Fault.DAMAGED, card.line(), "");
    }
    StructuredName name = vcard.getStructuredName();
    FormattedName formatted = vcard.getFormattedName();
    String first = name == null ? "" : words(name.getGiven());
    String last = name == null ? "" : words(name.getFamily());
    String shown = formatted == null ? "" : words(formatted.getValue());
    List<String> cells =
        List.of(
            shown.isEmpty() ? (first + " " + last).strip() : shown,
            first,
            last,
            email(vcard),
            organisation(vcard.getOrganization()),
            phone(vcard));
    return new SourceRow(card.line(), cells);
  }

  private String email(VCard vcard) {
    List<Email> all = new ArrayList<>(vcard.getEmails());
    all.removeIf(email -> words(email.getValue()).isEmpty());
    Email used = preferred(all, email -> email.getTypes().contains(EmailType.PREF));
    if (used == null) {
      return "";
    }
    String address = words(used.getValue());
    List<String> others =
        all.stream()
            .map(email -> words(email.getValue()))
            .filter(other -> !other.equalsIgnoreCase(address))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      remarks.add(new SourceRemark.OtherAddresses(rows.size() + 1, address, others));
    }
    return address;
  }

  /// The one with the lowest number, else the one that is marked, else the first.
  private static <P extends VCardProperty> @Nullable P preferred(List<P> all, Predicate<P> marked) {
    return all.stream()
        .min(
            Comparator.comparingInt(
                one -> rank(one).orElse(marked.test(one) ? 1 : Integer.MAX_VALUE)))
        .orElse(null);
  }

  /// `PREF` as a number (RFC 6350 section 5.3); what is none says nothing.
  private static OptionalInt rank(VCardProperty property) {
    String pref = property.getParameter("PREF");
    return pref != null && pref.matches("[0-9]{1,3}")
        ? OptionalInt.of(Integer.parseInt(pref))
        : OptionalInt.empty();
  }

  private static String organisation(@Nullable Organization organisation) {
    if (organisation == null) {
      return "";
    }
    return String.join(
        ", ",
        organisation.getValues().stream()
            .map(VcfReader::words)
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private static String phone(VCard vcard) {
    Telephone phone =
        preferred(vcard.getTelephoneNumbers(), one -> one.getTypes().contains(TelephoneType.PREF));
    if (phone == null) {
      return "";
    }
    return phone.getUri() == null ? words(phone.getText()) : words(phone.getUri().getNumber());
  }

  private static String words(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
