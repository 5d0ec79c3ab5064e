package org.postroom.workspace;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.postroom.dispatch.LetterState;

/// A process that sends, to be killed: `LedgerChild WORKSPACE PEOPLE`. For each letter it prints
/// `dot N` where the final dot would leave, and `kept N` once the ledger has the outcome.
final class LedgerChild {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private LedgerChild() {}

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[1]);
    try (Workspace workspace = Workspace.open(Path.of(args[0]));
        MailshotLock lock = Fixture.lock(workspace)) {
      SqliteLedger ledger = Fixture.ledger(workspace, lock);
      for (int i = 0; i < people; i++) {
        if (ledger.state(Fixture.id(i)) == LetterState.PLANNED) {
          ledger.claim(Fixture.id(i), Fixture.digest(i), Instant.EPOCH);
          ledger.committing(Fixture.id(i), "<" + i + "@x>", "", Instant.EPOCH);
          say("dot " + i);
          ledger.record(Fixture.id(i), Fixture.accepted(), List.of(), Instant.EPOCH);
          say("kept " + i);
        }
      }
    }
    say("done");
  }

  /// One write for one line, so that a line arrives whole or not at all.
  private static void say(String line) throws IOException {
    OUT.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
