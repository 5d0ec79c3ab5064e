package org.postroom.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;

/// The Riverside Community Choir of the pictures: `members.csv`, 321 rows = 312 people + 9 left
/// out. Nobody in it exists.
public final class Choir {
  public static final Columns COLUMNS =
      Columns.of("Email", "Name", "First name", "Voice", "Subs owed");
  private static final String[][] KNOWN = {
    {"margaret.okafor@postbox.example", "Margaret Okafor", "Margaret", "Alto", ""},
    {"tom.ashworth@brightmail.example", "Tom Ashworth", "Tom", "Bass", ""},
    {"sian.pugh@llanmail.example", "Siân Pugh", "Siân", "Soprano", ""},
    {"amina.y@postbox.example", "Amina Yusuf", "Amina", "Alto", "£24.00"},
    {"colin.braithwaite@oldmill.example", "Colin Braithwaite", "Colin", "Tenor", ""},
    {"zoe@fairbairn.example", "Zoë Fairbairn", "Zoë", "Soprano", ""},
    {"g.ellery@brightmail.example", "Gordon Ellery", "Gordon", "Bass", "£24.00"},
    {"jose.almeida@postbox.example", "José Almeida", "José", "Tenor", ""},
    {"f.macleod@harbour.example", "Fiona MacLeod", "", "Alto", ""},
    {"lina.chen@brightmail.example", "Li Na Chen", "Li Na", "Soprano", "£12.00"},
  };
  private static final String[] FIRST = {
    "Ada", "Bela", "Carys", "Dilip", "Edith", "Farah", "Gwen", "Hana", "Ivo", "Joan", "Kofi", "Lena"
  };
  private static final String[] LAST = {
    "Marsh", "Noor", "Owen", "Price", "Quill", "Rees", "Stone", "Tully", "Umar", "Vale", "Wren"
  };
  private static final String[] VOICES = {"Soprano", "Alto", "Tenor", "Bass"};
  private static final List<LeftOut> LEFT_OUT =
      List.of(
          out(14, LeftOutReason.BLANK_ADDRESS, "", "Geoffrey Platt", 0),
          out(
              37,
              LeftOutReason.SEVERAL_ADDRESSES,
              "priya.nair@postbox.example; nairs@oldmill.example",
              "Priya Nair",
              0),
          out(58, LeftOutReason.DUPLICATE, "owen.hughes@llanmail.example", "Owen Hughes", 21),
          out(96, LeftOutReason.SUPPRESSED, "r.keane@harbour.example", "Rosalind Keane", 0),
          out(
              121,
              LeftOutReason.INVALID_ADDRESS,
              "j.thornton@brightmail,example",
              "Jack Thornton",
              0),
          new LeftOut(
              new RowRef(163, 164),
              LeftOutReason.WRONG_WIDTH,
              "Bernard;Whitlock;bernard@oldmill.example",
              List.of("Bernard", "Whitlock", "bernard@oldmill.example", "Bass"),
              0),
          out(
              207,
              LeftOutReason.CONFLICTING_DUPLICATE,
              "brennans@postbox.example",
              "Aoife Brennan",
              208),
          out(
              208,
              LeftOutReason.CONFLICTING_DUPLICATE,
              "brennans@postbox.example",
              "Liam Brennan",
              207),
          out(290, LeftOutReason.CONTROL_CHARACTER, "fern@castle.example\n", "Fern Castle", 0));

  private Choir() {}

  /// 312 people and 9 left out.
  public static RecipientList list() {
    return list(321, LEFT_OUT);
  }

  /// As many people as wanted, none left out.
  public static RecipientList of(int people) {
    return list(people, List.of());
  }

  private static RecipientList list(int rows, List<LeftOut> leftOut) {
    List<Recipient> people = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      int here = row;
      if (leftOut.stream().noneMatch(out -> out.at().row() == here)) {
        String[] cells = row <= KNOWN.length ? KNOWN[row - 1].clone() : made(row);
        String address = Objects.requireNonNull(cells[0]);
        people.add(
            new Recipient(
                new RowRef(row, row + 1L),
                new Mailbox(cells[1], AddrSpec.of(address)),
                COLUMNS,
                cells));
      }
    }
    return new RecipientList(
        new ListOrigin("members.csv", "0".repeat(64), "csv", "windows-1252", ";", null),
        COLUMNS,
        FieldName.of("Email"),
        FieldName.of("Name"),
        people,
        leftOut);
  }

  private static String[] made(int row) {
    String first = FIRST[row % FIRST.length];
    String last = LAST[row % LAST.length];
    String address = (first + "." + last + row).toLowerCase(Locale.ROOT) + "@postbox.example";
    return new String[] {
      address, first + " " + last, first, VOICES[row % 4], row % 8 == 0 ? "£12.00" : ""
    };
  }

  private static LeftOut out(
      int row, LeftOutReason reason, String value, String name, int related) {
    String first = name.substring(0, name.indexOf(' '));
    return new LeftOut(
        new RowRef(row, row + 1L), reason, value, List.of(value, name, first, "Alto", ""), related);
  }
}
