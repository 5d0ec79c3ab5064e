package org.postroom.ui.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.WorkProgress;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.PersonalFiles.Found;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.Edits;

/// What a column and a folder would give each person.
///
/// @param found people whose file is there
/// @param missing people whose cell is empty or whose file is not there
/// @param shared people who would share a file with somebody else
/// @param refused people whose file is empty, a list, or outside the folder
record PersonalCount(int found, int missing, int shared, int refused) {
  /// The document as it would be, not saved.
  static MailshotFile with(MailshotFile file, String column, Path folder) {
    List<AttachmentEntry> entries = new ArrayList<>();
    entries.add(
        new AttachmentEntry.PerPerson(
            column, folder.toAbsolutePath().normalize().toString().replace('\\', '/')));
    return file.with(Edits.attachments(file.document(), entries));
  }

  /// Asks for every person's file, as the planning does.
  static PersonalCount of(Draft draft, WorkProgress progress) {
    int found = 0;
    int missing = 0;
    int refused = 0;
    Map<String, Integer> users = new HashMap<>();
    for (AttachmentSlot slot : draft.mailshot().slots()) {
      if (slot instanceof AttachmentSlot.PerPerson(var column, var _, var files)) {
        List<Recipient> people = draft.list().people();
        for (int i = 0; i < people.size(); i++) {
          if (i % 64 == 0 && !progress.at(i, people.size())) {
            throw new CancellationException();
          }
          String cell = people.get(i).value(column);
          if (cell.isEmpty()) {
            missing++;
            continue;
          }
          switch (files.find(cell)) {
            case Found.File(var _, String identity) -> {
              found++;
              users.merge(identity, 1, Integer::sum);
            }
            case Found.Missing _ -> missing++;
            case Found.Empty _, Found.Outside _, Found.IsList _ -> refused++;
          }
        }
      }
    }
    int shared = users.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
    return new PersonalCount(found, missing, shared, refused);
  }
}
