package org.postroom.smtp;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressMask;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.Reply;

/// What is said on one connection, for whoever looks: without the secret, also where the server
/// repeats it, without addresses, and of a letter its size only.
final class Talk {
  private static final int MOST = 400;

  private final Dialogue told;
  private final int connection;
  private final Lines lines;

  /// As PLAIN wraps it (RFC 4616), then as it is.
  private final List<String> secrets;

  /// These, and who signs in.
  private final List<String> untold;

  private boolean over;

  /// The connections of one courier: each has the lowest number that is free.
  static final class Lines {
    private final BitSet open = new BitSet();

    private synchronized int next() {
      int free = open.nextClearBit(1);
      open.set(free);
      return free;
    }

    private synchronized void free(int connection) {
      open.clear(connection);
    }
  }

  /// @param user who signs in, or null
  /// @param secret the password or token, or null
  Talk(Dialogue told, Lines lines, @Nullable String user, @Nullable String secret) {
    this.told = told;
    this.lines = lines;
    this.connection = lines.next();
    this.secrets = secret == null ? List.of() : List.of("\0" + user + "\0" + secret, secret);
    this.untold =
        Stream.concat(secrets.stream(), Stream.ofNullable(secret == null ? null : user)).toList();
  }

  void said(String command) {
    if (told.wanted()) {
      told.said(connection, masked(withoutAuth(command)));
    }
  }

  void said(List<String> commands) {
    commands.forEach(this::said);
  }

  /// A letter was said, down to its last line.
  void letter(int bytes) {
    if (told.wanted()) {
      told.said(connection, SmtpTexts.of("talk.letter", bytes));
    }
  }

  void heard(Heard heard) {
    if (told.wanted()) {
      told.heard(
          connection,
          switch (heard) {
            case Heard.Answer(var reply) -> masked(reply.shown());
            case Heard.Garbled _ -> SmtpTexts.of("talk.garbled");
            case Heard.Lost(boolean timedOut) ->
                SmtpTexts.of(timedOut ? "talk.silent" : "talk.lost");
          });
    }
  }

  /// A reply as it came, its lines parted as they were.
  void heard(String words) {
    if (told.wanted() && !words.isBlank()) {
      told.heard(connection, masked(String.join(" ", words.lines().toList())));
    }
  }

  /// What is kept of a reply, in the ledger and in reports: without the secret. Who signs in is
  /// none.
  Heard kept(Heard heard) {
    if (!(heard instanceof Heard.Answer(Reply reply))) {
      return heard;
    }
    String text = reply.text();
    for (String secret : secrets) {
      text = Secrets.without(text, secret);
    }
    return new Heard.Answer(new Reply(reply.phase(), reply.code(), reply.enhanced(), text));
  }

  void over() {
    if (!over) {
      over = true;
      lines.free(connection);
      told.ended(connection);
    }
  }

  /// What follows the mechanism is the secret.
  private static String withoutAuth(String command) {
    if (!command.toUpperCase(Locale.ROOT).startsWith("AUTH ")) {
      return command;
    }
    String[] words = command.split(" ", 3);
    return String.join(" ", Arrays.copyOf(words, 2)) + (words.length > 2 ? " …" : "");
  }

  private String masked(String line) {
    String text = line.length() <= MOST ? line : cut(line);
    for (String secret : untold) {
      text = Secrets.masked(text, secret);
    }
    return AddressMask.whole(text)
        .codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Not in the middle of a word, which might be half of an address or of a secret.
  private static String cut(String line) {
    int space = line.lastIndexOf(' ', MOST);
    return space <= 0 ? "…" : line.substring(0, space) + " …";
  }
}
