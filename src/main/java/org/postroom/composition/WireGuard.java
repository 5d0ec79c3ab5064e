package org.postroom.composition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postroom.address.AddrSpec;
import org.postroom.message.Envelope;
import org.postroom.message.WireBytes;

/// The last reading before the final dot, by a reader that shares no code with the composer and
/// none with the mail library. It fails closed: what it cannot read is not sent.
///
/// Rules: exactly one each of Date, From, To, Subject, Message-ID, MIME-Version, Content-Type; To
/// is the one cleared recipient (in a blind copy: the sender alone); every address in any header,
/// of a part of the body, too, is the cleared recipient, From, Reply-To or List-Unsubscribe (in a
/// file's name it is the review's to judge); no Cc, Bcc, Resent-*, Sender, Return-Path,
/// Apparently-To or similar, and no header that letters do not have; no bare CR or LF, no NUL, no
/// line over 998 octets, no raw 8-bit header except an address that needs SMTPUTF8; Message-ID as
/// this program makes it; the envelope's recipients are exactly the cleared ones, and MAIL FROM is
/// From's address.
public final class WireGuard {
  private static final Pattern DATE =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] "
              + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} "
              + "[0-2][0-9]:[0-5][0-9]:[0-6][0-9] [+-][0-9]{4}");
  private static final Pattern MESSAGE_ID = Pattern.compile("<[a-z2-7]{52}@([^@<>\\s]+)>");

  private final WireBytes letter;
  private final Envelope envelope;
  private final GuardOrder order;
  private final GuardAddresses addresses;

  private WireGuard(WireBytes letter, Envelope envelope, GuardOrder order) {
    this.letter = letter;
    this.envelope = envelope;
    this.order = order;
    this.addresses = new GuardAddresses(order);
  }

  /// @param letter the finished letter, before dot-stuffing
  /// @param envelope what the courier is about to tell the server: MAIL FROM, then RCPTs
  /// @param order what was cleared
  public static GuardVerdict read(WireBytes letter, Envelope envelope, GuardOrder order) {
    try {
      new WireGuard(letter, envelope, order).check();
      return new GuardVerdict.Pass();
    } catch (GuardRefusal refusal) {
      return refusal.rule().stop();
    } catch (RuntimeException e) {
      // Whatever went wrong while reading: a letter that was not read is not sent.
      return GuardRule.UNREADABLE.stop();
    }
  }

  /// The same where all stands in one array, which nobody may write to any more.
  public static GuardVerdict read(byte[] bytes, Envelope envelope, GuardOrder order) {
    return read(WireBytes.of(bytes), envelope, order);
  }

  private void check() throws GuardRefusal {
    require(envelope.mailFrom().equals(order.from()), GuardRule.MAIL_FROM);
    require(envelope.rcptTo().equals(order.cleared()), GuardRule.RECIPIENTS);
    GuardLines lines = GuardLines.read(letter);
    GuardOctets octets = new GuardOctets(letter);
    GuardHeaders headers = GuardHeaders.read(octets, 0, octets.size());
    for (GuardHeaders.Field field : headers.fields()) {
      name(field, headers);
    }
    for (String name : GuardNames.ONCE) {
      require(headers.values(name).size() == 1, GuardRule.COUNT);
    }
    require(DATE.matcher(headers.values("date").getFirst()).matches(), GuardRule.DATE);
    mailbox(headers.values("from"), order.from(), GuardRule.FROM);
    AddrSpec visible = order.blindCopy() ? order.from() : order.cleared().getFirst();
    mailbox(headers.values("to"), visible, GuardRule.TO);
    replyTo(headers.values("reply-to"));
    messageId(headers.values("message-id").getFirst());
    for (GuardHeaders.Field field : headers.fields()) {
      switch (field.name()) {
        case "message-id" -> {}
        // The address itself has been compared; the name beside it is a text like others.
        case "from", "to", "reply-to" -> addresses.check(GuardAddresses.nameIn(field.value()));
        default -> addresses.check(field.value());
      }
    }
    new GuardParts(octets, lines, addresses).check(headers, octets.size(), 0);
  }

  private void name(GuardHeaders.Field field, GuardHeaders headers) throws GuardRefusal {
    String name = field.name();
    boolean shown = name.equals("from") || name.equals("to") || name.equals("reply-to");
    require(shown || !GuardNames.isOfPeople(name), GuardRule.NAMES_PEOPLE);
    require(GuardNames.isKnown(name), GuardRule.UNKNOWN_HEADER);
    require(headers.values(name).size() == 1, GuardRule.COUNT);
    require(field.isAscii() || (shown && envelope.needsSmtpUtf8()), GuardRule.RAW_OCTETS);
  }

  private static void mailbox(List<String> values, AddrSpec expected, GuardRule rule)
      throws GuardRefusal {
    require(GuardAddresses.only(values.getFirst(), rule).equals(expected.wire()), rule);
  }

  private void replyTo(List<String> values) throws GuardRefusal {
    if (values.isEmpty()) {
      return;
    }
    String address = GuardAddresses.only(values.getFirst(), GuardRule.REPLY_TO);
    boolean chosen =
        address.equals(order.from().wire())
            || order.alsoVisible().stream().anyMatch(one -> one.wire().equals(address));
    require(chosen, GuardRule.REPLY_TO);
  }

  private void messageId(String value) throws GuardRefusal {
    var id = MESSAGE_ID.matcher(value);
    String domain = order.from().domain().toLowerCase(Locale.ROOT);
    require(id.matches() && id.group(1).equals(domain), GuardRule.MESSAGE_ID);
  }

  private static void require(boolean holds, GuardRule rule) throws GuardRefusal {
    if (!holds) {
      throw new GuardRefusal(rule);
    }
  }
}
