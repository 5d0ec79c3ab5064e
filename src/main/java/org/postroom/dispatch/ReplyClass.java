package org.postroom.dispatch;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a reply means for the letter and for the mailshot (rule S6), by the stage that it answers,
/// its code and its enhanced code (RFC 3463).
public enum ReplyClass {
  /// No reply at all: the connection was lost, silent or spoke no SMTP. The letter is not to blame.
  NO_REPLY,
  /// The account cannot send: stop at once.
  SIGN_IN,
  /// The account has sent enough for now: stop, and go on later.
  LIMIT,
  /// Too many connections at once: go on with one.
  ONE_CONNECTION,
  /// Not now: back off, then try again.
  BACK_OFF,
  /// There is no such mailbox, and there will be none: never write to it again.
  NO_SUCH_MAILBOX,
  /// The letter is too big for this server.
  TOO_BIG,
  /// A permanent no of another kind.
  REFUSED,
  /// No refusal.
  FINE;

  private record Rule(ReplyClass means, Predicate<Reply> when) {}

  private static final Pattern DAILY =
      Pattern.compile(
          "(?i)daily .{0,12}(sending|message|mail) .{0,12}(limit|quota)"
              + "|(sending|submission)quotaexceeded|(hourly|daily) (limit|quota)"
              + "|mail send limit exceeded|unusual sending activity");

  /// The first that fits decides.
  private static final List<Rule> RULES =
      List.of(
          new Rule(NO_REPLY, reply -> reply.code() == 0),
          new Rule(FINE, reply -> reply.code() < 400),
          new Rule(SIGN_IN, code(530).or(code(534)).or(code(535))),
          new Rule(SIGN_IN, code(550).and(enhanced("5.7.30"))),
          new Rule(LIMIT, enhanced("5.4.5").or(reply -> DAILY.matcher(reply.text()).find())),
          new Rule(ONE_CONNECTION, code(432).and(enhanced("4.3.2"))),
          new Rule(BACK_OFF, reply -> reply.code() < 500),
          new Rule(
              NO_SUCH_MAILBOX,
              at(Phase.RCPT)
                  .and(
                      enhanced("5.1.1")
                          .or(enhanced("5.1.2"))
                          .or(enhanced("5.1.3"))
                          .or(enhanced("5.1.6"))
                          .or(enhanced("5.1.10")))),
          new Rule(TOO_BIG, enhanced("5.3.4")),
          new Rule(REFUSED, _ -> true));

  public static ReplyClass of(Reply reply) {
    return RULES.stream()
        .filter(rule -> rule.when().test(reply))
        .findFirst()
        .map(Rule::means)
        .orElse(REFUSED);
  }

  /// True where the run ends at once, whoever the letter was for.
  public boolean stopsAtOnce() {
    return this == SIGN_IN || this == LIMIT;
  }

  private static Predicate<Reply> code(int code) {
    return reply -> reply.code() == code;
  }

  private static Predicate<Reply> enhanced(String status) {
    return reply -> reply.enhanced().equals(status);
  }

  private static Predicate<Reply> at(Phase phase) {
    return reply -> reply.phase() == phase;
  }
}
