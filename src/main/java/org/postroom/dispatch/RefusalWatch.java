package org.postroom.dispatch;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Notices when refusals are no longer about single people: after at least 20 letters at least
/// three and at least 5 % were refused, three different domains in a row gave the same refusal, or
/// one of the first letters of a staged mailshot was refused.
final class RefusalWatch {
  private static final int ENOUGH_LETTERS = 20;
  private static final int ENOUGH_REFUSALS = 3;
  private static final int ONE_IN = 20;
  private static final int DOMAINS = 3;
  private static final Pattern PERSONAL = Pattern.compile("<[^>]*>|\\S*@\\S*|[0-9]+");

  private final Stages stages;
  private final Set<String> domains = new HashSet<>();
  private String same = "";
  private int letters;
  private int refused;
  private Reply last = Reply.local("");
  private Optional<DispatchResult.Paused> pause = Optional.empty();

  RefusalWatch(Stages stages) {
    this.stages = stages;
  }

  /// The pause that is due before the next letter leaves.
  Optional<DispatchResult.Paused> pause() {
    return pause;
  }

  /// @param domain the letter's (first) recipient's
  /// @param again true where the letter was counted before, when it was deferred
  void settled(DeliveryOutcome outcome, String domain, boolean again) {
    boolean early = stages.isFirst();
    if (!again) {
      letters++;
      stages.next();
    }
    switch (outcome) {
      case DeliveryOutcome.Accepted _ -> {
        domains.clear();
        same = "";
      }
      case DeliveryOutcome.Refused(Reply reply) -> {
        refused++;
        last = reply;
        row(reply, domain);
        if (early) {
          pause(DispatchResult.Cause.TOO_MANY_REFUSALS);
        }
      }
      case DeliveryOutcome.Deferred _, DeliveryOutcome.InDoubt _ -> {}
    }
    boolean enough = letters >= ENOUGH_LETTERS || stages.endsHere();
    if (domains.size() >= DOMAINS) {
      pause(DispatchResult.Cause.SAME_REFUSAL);
    } else if (enough && refused >= ENOUGH_REFUSALS && refused * ONE_IN >= letters) {
      pause(DispatchResult.Cause.TOO_MANY_REFUSALS);
    }
  }

  private void pause(DispatchResult.Cause cause) {
    pause = Optional.of(new DispatchResult.Paused(cause, last));
  }

  /// What we refuse ourselves says nothing about the server.
  private void row(Reply reply, String domain) {
    if (reply.phase() == Phase.LOCAL) {
      return;
    }
    String key = key(reply);
    if (!key.equals(same)) {
      domains.clear();
      same = key;
    }
    domains.add(domain);
  }

  /// What is the same about two refusals: their codes, or where there is no enhanced code their
  /// words without addresses and numbers.
  private static String key(Reply reply) {
    return reply.code()
        + " "
        + (reply.enhanced().isEmpty()
            ? PERSONAL.matcher(reply.text()).replaceAll("")
            : reply.enhanced());
  }
}
