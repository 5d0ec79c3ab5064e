package org.postroom.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.Composer;
import org.postroom.composition.GuardOrder;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.LetterDigest;
import org.postroom.composition.LetterReading;
import org.postroom.composition.ReceivedMessage;
import org.postroom.composition.WireGuard;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Envelope;
import org.postroom.message.Letter;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.Recipient;

/// Reads every finished letter with every check, and clears.
public final class SafetyReview {
  private final List<SafetyCheck> checks;
  private final Supplier<Function<byte[], ReceivedMessage>> parsers;
  private final Guard guard;

  /// The reading before the final dot, which the review goes through beforehand.
  interface Guard {
    GuardVerdict read(byte[] bytes, Envelope envelope, GuardOrder order);
  }

  public SafetyReview(List<SafetyCheck> checks) {
    this(checks, () -> new LetterReading()::read, WireGuard::read);
  }

  /// @param parsers for each review what reads finished bytes
  /// @param guard reads them again, as at sending
  SafetyReview(
      List<SafetyCheck> checks, Supplier<Function<byte[], ReceivedMessage>> parsers, Guard guard) {
    this.checks = List.copyOf(checks);
    this.parsers = parsers;
    this.guard = guard;
  }

  /// Composes and reads every letter once; keeps their digests for [Reviewed#clear].
  ///
  /// @throws java.util.concurrent.CancellationException where `progress` says stop
  /// @throws org.postroom.message.BlobChangedException where an attachment's file changed meanwhile
  public Reviewed review(ReviewSubject subject, Composer composer, ReviewProgress progress) {
    DispatchPlan plan = subject.plan();
    int size = plan == null ? 0 : plan.size();
    // How much there is to do is said before anything is: the files may be read in no time.
    goOn(progress, 0, size);
    Material material =
        ReadLetters.meanwhile(() -> new Material(subject), () -> goOn(progress, 0, size));
    Map<SafetyCheck, List<Finding>> found = new LinkedHashMap<>();
    Map<SafetyCheck, SafetyCheck.LetterReader> readers = new LinkedHashMap<>();
    for (SafetyCheck check : checks) {
      goOn(progress, 0, size);
      List<Finding> own = new ArrayList<>();
      found.put(check, own);
      check.inspect(material, finding -> tell(finding, own, progress));
      if (size > 0) {
        check.letters(material).ifPresent(reader -> readers.put(check, reader));
      }
    }
    List<LetterDigest> digests = new ArrayList<>(size);
    MerkleRoot root = new MerkleRoot();
    Function<byte[], ReceivedMessage> parser = parsers.get();
    if (plan != null) {
      ReadLetters.inOrder(
          size,
          ReadLetters.together(plan, composer),
          index -> read(material, plan, composer, parser, index),
          (letter, index) -> {
            digests.add(letter.composed().digest());
            root.add(plan.id(index), letter.composed().digest());
            readers.values().forEach(reader -> reader.read(letter));
            goOn(progress, index + 1, size);
          });
    }
    readers.forEach(
        (check, reader) ->
            reader.finish(finding -> tell(finding, findings(found, check), progress)));
    return new Done(
        plan,
        composer,
        digests,
        subject.way(),
        new Review(
            inOrder(subject, found, size),
            nothingFound(found, subject.earlier()),
            size,
            size == 0 ? Optional.empty() : Optional.of(root.root())));
  }

  private static void tell(Finding finding, List<Finding> findings, ReviewProgress progress) {
    findings.add(finding);
    progress.found(finding);
  }

  private static List<Finding> findings(Map<SafetyCheck, List<Finding>> found, SafetyCheck check) {
    return Objects.requireNonNull(found.get(check));
  }

  private FinishedLetter read(
      Material material,
      DispatchPlan plan,
      Composer composer,
      Function<byte[], ReceivedMessage> parser,
      int index) {
    Letter letter = plan.letter(index);
    ComposedLetter composed = composer.compose(plan.id(index), letter);
    byte[] bytes = composed.bytes(ReadLetters.DATE);
    // Both are asked for in order, later: they are made here, where there are two threads.
    composed.digest();
    composed.contentDigest();
    List<Recipient> people = plan.people(index);
    GuardVerdict verdict =
        guard.read(bytes, composed.envelope(), GuardOrder.of(plan.mailshot(), letter, people));
    return FinishedLetter.of(
        index, people, letter, composed, parser.apply(bytes), verdict, material);
  }

  private static void goOn(ReviewProgress progress, int letters, int of) {
    if (!progress.at(letters, of)) {
      throw new CancellationException();
    }
  }

  private static List<Finding> inOrder(
      ReviewSubject subject, Map<SafetyCheck, List<Finding>> found, int letters) {
    List<Finding> all = new ArrayList<>(subject.earlier());
    found.values().forEach(all::addAll);
    if (letters == 0 && all.stream().noneMatch(one -> one.severity() == Severity.BLOCK)) {
      // Without letters there is nothing that could be cleared, and that is said.
      all.add(Finding.of("list.nobody", Severity.BLOCK).at(Place.part("list"), "").build());
    }
    all.sort(Comparator.comparing(Finding::severity));
    return all;
  }

  private List<String> nothingFound(Map<SafetyCheck, List<Finding>> found, List<Finding> earlier) {
    Set<String> told = new HashSet<>();
    earlier.forEach(finding -> told.add(finding.id()));
    found.values().forEach(all -> all.forEach(finding -> told.add(finding.id())));
    return checks.stream()
        .filter(check -> findings(found, check).isEmpty())
        .map(check -> check.ids().iterator().next())
        .filter(id -> !told.contains(id))
        .distinct()
        .toList();
  }

  /// A review that was done, and the letters it read.
  public interface Reviewed {
    Review review();

    /// Clears where nothing blocks and everything to confirm is acknowledged.
    Clearing clear(List<Acknowledgement> acknowledgements);

    /// The acknowledgement that covers `finding`, which [Review#findings()] holds; empty for a
    /// block.
    Optional<Acknowledgement> acknowledged(Finding finding, List<Acknowledgement> acknowledgements);

    /// The note `acknowledge.unused` for each acknowledgement that matches no finding any more.
    List<Finding> unused(List<Acknowledgement> acknowledgements);
  }

  private record Done(
      @Nullable DispatchPlan plan,
      Composer composer,
      List<LetterDigest> digests,
      SendWay way,
      Review review)
      implements Reviewed {
    @Override
    public Clearing clear(List<Acknowledgement> given) {
      List<Finding> blocks = new ArrayList<>();
      List<Finding> unconfirmed = new ArrayList<>();
      for (Finding finding : review.findings()) {
        switch (finding.severity()) {
          case BLOCK -> blocks.add(finding);
          case CONFIRM -> {
            if (acknowledged(finding, given).isEmpty()) {
              unconfirmed.add(finding);
            }
          }
          case NOTE -> {}
        }
      }
      if (plan == null
          || review.digest().isEmpty()
          || !blocks.isEmpty()
          || !unconfirmed.isEmpty()) {
        return new Clearing.Open(blocks, unconfirmed);
      }
      Clearance clearance = new Clearance(review.digest().get(), given, way);
      return new Clearing.Cleared(ClearedPlan.of(plan, composer, digests, clearance));
    }

    @Override
    public Optional<Acknowledgement> acknowledged(Finding finding, List<Acknowledgement> given) {
      return new Acknowledgements(review.findings()).covering(given, finding);
    }

    @Override
    public List<Finding> unused(List<Acknowledgement> given) {
      return new Acknowledgements(review.findings()).unused(given);
    }
  }

  /// For resuming: composes every letter again and compares with what was cleared.
  ///
  /// @throws org.postroom.message.BlobChangedException where an attachment's file changed meanwhile
  public static Clearing again(DispatchPlan plan, Composer composer, Clearance clearance) {
    List<LetterDigest> digests = new ArrayList<>(plan.size());
    MerkleRoot root = new MerkleRoot();
    ReadLetters.inOrder(
        plan.size(),
        ReadLetters.together(plan, composer),
        index -> composer.compose(plan.id(index), plan.letter(index)).digest(),
        (digest, index) -> {
          digests.add(digest);
          root.add(plan.id(index), digest);
        });
    PlanDigest now = root.root();
    return now.equals(clearance.digest())
        ? new Clearing.Cleared(ClearedPlan.of(plan, composer, digests, clearance))
        : new Clearing.Changed(clearance.digest(), now);
  }
}
