package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.check.EmptyText;
import org.postroom.safety.check.SubjectLine;

class SafetyReviewTest {
  private static final ReviewProgress ON = ReviewProgress.NONE;

  @Test
  void findingsAreToldAsTheyAreFound() {
    List<String> told = new ArrayList<>();
    ReviewProgress progress =
        new ReviewProgress() {
          @Override
          public boolean at(int letters, int of) {
            told.add(letters + "/" + of);
            return true;
          }

          @Override
          public void found(Finding finding) {
            told.add(finding.id());
          }
        };
    List<Finding> findings =
        Kit.choir(2)
            .subject("")
            .text("")
            .review(List.of(new SubjectLine(), new EmptyText()), progress)
            .review()
            .findings();
    assertThat(told).containsSubsequence("0/2", "subject.empty", "1/2", "2/2", "text.empty");
    assertThat(findings).extracting(Finding::id).containsExactly("subject.empty", "text.empty");
  }

  @Test
  void everyFinishedLetterIsReadByEveryReaderInTheOrderOfTheList() {
    Recorder recorder = new Recorder();
    Kit.choir(50).review(List.of(recorder), ON);
    assertThat(recorder.read).hasSize(50);
    assertThat(recorder.read.getFirst()).isEqualTo("0 m1@choir.example");
    assertThat(recorder.read.getLast()).isEqualTo("49 m50@choir.example");
    assertThat(recorder.read.stream().map(one -> one.replaceAll(" .*", "")))
        .containsExactlyElementsOf(
            java.util.stream.IntStream.range(0, 50).mapToObj(Integer::toString).toList());
  }

  @Test
  void findingsComeWorstFirstThenInTheOrderOfTheChecks() {
    var reviewed =
        Kit.choir(2)
            .earlier(finding("earlier.note", Severity.NOTE, 1))
            .review(
                says(finding("a.confirm", Severity.CONFIRM, 1)),
                says(finding("b.block", Severity.BLOCK, 1)),
                says(finding("c.confirm", Severity.CONFIRM, 1)),
                new Recorder());
    assertThat(reviewed.review().findings())
        .extracting(Finding::id)
        .containsExactly("b.block", "a.confirm", "c.confirm", "earlier.note");
    assertThat(reviewed.review().checked()).containsExactly("recorder.one");
    assertThat(reviewed.review().letters()).isEqualTo(2);
  }

  @Test
  void whatNothingStandsAgainstIsCleared() {
    SendWay way = SendWay.undecided();
    var reviewed = Kit.choir(3).way(way).review(new Recorder());
    ClearedPlan plan = cleared(reviewed.clear(List.of()));
    assertThat(plan.plan().size()).isEqualTo(3);
    assertThat(plan.clearance().digest()).isEqualTo(reviewed.review().digest().orElseThrow());
    assertThat(plan.clearance().way()).isEqualTo(way);
    assertThat(plan.digest(1))
        .isEqualTo(plan.composer().compose(plan.plan().id(1), plan.plan().letter(1)).digest());
    assertThat(plan.digest(1)).isNotEqualTo(plan.digest(0));
  }

  @Test
  void aBlockIsNeverAcknowledged() {
    Finding block = finding("b.block", Severity.BLOCK, 1);
    var reviewed = Kit.choir(2).review(says(block));
    List<Acknowledgement> all =
        List.of(
            new Acknowledgement("b.block", null, null, 1, null, "because"),
            new Acknowledgement("b.block", null, null, null, block.evidence(), "because"));
    assertThat(reviewed.clear(all)).isEqualTo(new Clearing.Open(List.of(block), List.of()));
    assertThat(reviewed.unused(all)).hasSize(2);
    assertThat(reviewed.acknowledged(block, all)).isEmpty();
  }

  @Test
  void aConfirmationWaitsUntilItIsAcknowledged() {
    Finding confirm = finding("a.confirm", Severity.CONFIRM, 1);
    var reviewed = Kit.choir(2).review(says(confirm));
    assertThat(reviewed.clear(List.of())).isEqualTo(new Clearing.Open(List.of(), List.of(confirm)));
    List<Acknowledgement> given = List.of(id("a.confirm"));
    assertThat(cleared(reviewed.clear(given)).clearance().acknowledgements()).isEqualTo(given);
    assertThat(reviewed.acknowledged(confirm, given)).contains(given.getFirst());
    assertThat(reviewed.unused(given)).isEmpty();
  }

  @Test
  void aFindingAboutManyRowsNeedsItsCount() {
    var reviewed = Kit.choir(2).review(says(finding("a.confirm", Severity.CONFIRM, 7)));
    assertThat(reviewed.clear(List.of(id("a.confirm")))).isInstanceOf(Clearing.Open.class);
    assertThat(reviewed.clear(List.of(counted("a.confirm", 6)))).isInstanceOf(Clearing.Open.class);
    cleared(reviewed.clear(List.of(counted("a.confirm", 7))));
  }

  @Test
  void theIdAloneDoesNotCoverTwoPlaces() {
    Finding one = at("a.confirm", new Place("text", null, "a@x.example"));
    Finding two = at("a.confirm", new Place("text", null, "b@x.example"));
    var reviewed = Kit.choir(2).review(says(one), says(two));
    assertThat(reviewed.clear(List.of(id("a.confirm"))))
        .isEqualTo(new Clearing.Open(List.of(), List.of(one, two)));
    cleared(reviewed.clear(List.of(counted("a.confirm", 2))));
    cleared(
        reviewed.clear(
            List.of(address("a.confirm", "A@x.example"), address("a.confirm", "b@x.example"))));
    assertThat(reviewed.clear(List.of(address("a.confirm", "a@x.example"))))
        .isEqualTo(new Clearing.Open(List.of(), List.of(two)));
  }

  @Test
  void evidenceBindsToTheVeryPlacesAndValues() {
    Finding then = at("a.confirm", new Place("text", null, "a@x.example"));
    Finding now = at("a.confirm", new Place("html", null, "a@x.example"));
    var reviewed = Kit.choir(2).review(says(now));
    assertThat(
            reviewed.clear(
                List.of(new Acknowledgement("a.confirm", null, null, null, then.evidence(), "r"))))
        .isInstanceOf(Clearing.Open.class);
    cleared(
        reviewed.clear(
            List.of(new Acknowledgement("a.confirm", null, null, null, now.evidence(), "r"))));
  }

  @Test
  void anAcknowledgementThatMatchesNothingIsANote() {
    var reviewed = Kit.choir(2).review(new Recorder());
    List<Finding> unused =
        reviewed.unused(List.of(address("reply-to.other-domain", "x@y.example")));
    assertThat(unused).singleElement().extracting(Finding::id).isEqualTo("acknowledge.unused");
    assertThat(unused.getFirst().severity()).isEqualTo(Severity.NOTE);
    assertThat(unused.getFirst().where().address()).isEqualTo("x@y.example");
    cleared(reviewed.clear(List.of(id("reply-to.other-domain"))));
  }

  @Test
  void whereNoLettersCouldBePlannedNothingIsEverCleared() {
    var reviewed = Kit.choir(2).unplanned().review(new Recorder());
    assertThat(reviewed.review().digest()).isEmpty();
    assertThat(reviewed.review().findings()).extracting(Finding::id).containsExactly("list.nobody");
    assertThat(reviewed.clear(List.of())).isInstanceOf(Clearing.Open.class);
    assertThat(
            Kit.choir(2)
                .unplanned()
                .earlier(finding("list.old", Severity.CONFIRM, 1))
                .review(new Recorder())
                .review()
                .findings())
        .extracting(Finding::id)
        .containsExactly("list.nobody", "list.old");
    var blocked =
        Kit.choir(2)
            .unplanned()
            .earlier(finding("merge.unknown-field", Severity.BLOCK, 1))
            .review(new Recorder());
    assertThat(blocked.review().findings())
        .extracting(Finding::id)
        .containsExactly("merge.unknown-field");
  }

  @Test
  void progressIsToldAndCanEndIt() {
    List<String> told = new ArrayList<>();
    Kit.choir(3).review(List.of(), (at, of) -> told.add(at + "/" + of));
    assertThat(told).contains("0/3", "1/3", "2/3", "3/3");
    assertThatThrownBy(() -> Kit.choir(30).review(List.of(), (at, _) -> at < 10))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> Kit.choir(30).review(List.of(), (_, _) -> false))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aStopIsHeardBetweenTwoChecksAndWhileAFileIsRead() {
    List<String> looked = new ArrayList<>();
    List<SafetyCheck> checks =
        List.of(
            noting("one", looked),
            noting("two", looked),
            noting("three", looked),
            noting("4", looked));
    assertThatThrownBy(() -> Kit.choir(3).review(checks, (_, _) -> looked.size() < 2))
        .isInstanceOf(CancellationException.class);
    assertThat(looked).containsExactly("one", "two");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Kit kit =
        Kit.choir(3)
            .attach("a.txt", "words")
            .extractor(
                (_, _, _) -> {
                  begun.countDown();
                  try {
                    never.await(20, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new CancellationException();
                  }
                  throw new IllegalStateException("nobody stopped it");
                });
    assertThatThrownBy(() -> kit.review(List.of(), (_, _) -> begun.getCount() > 0))
        .isInstanceOf(CancellationException.class);
  }

  private static SafetyCheck noting(String name, List<String> looked) {
    return new SafetyCheck() {
      @Override
      public Set<String> ids() {
        return Set.of(name);
      }

      @Override
      public void inspect(Material material, Consumer<Finding> findings) {
        looked.add(name);
      }
    };
  }

  @Test
  void whatGoesWrongInAThreadComesOutOfTheReview() {
    assertThatThrownBy(
            () ->
                Kit.choir(9)
                    .tamper(
                        _ -> {
                          throw new IllegalStateException("broken part");
                        })
                    .review())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken part");
  }

  @Test
  void onResumingTheSameLettersAreClearedAndOthersAreNot() {
    Kit kit = Kit.choir(5);
    var composer = new Kit.FakeComposer(message -> message);
    Clearance clearance = cleared(kit.review().clear(List.of())).clearance();
    ClearedPlan again = cleared(SafetyReview.again(kit.plan(), composer, clearance));
    assertThat(again.clearance()).isEqualTo(clearance);
    assertThat(SafetyReview.again(kit.subject("Other").plan(), composer, clearance))
        .isInstanceOfSatisfying(
            Clearing.Changed.class,
            changed -> {
              assertThat(changed.cleared()).isEqualTo(clearance.digest());
              assertThat(changed.now()).isNotEqualTo(clearance.digest());
            });
  }

  static ClearedPlan cleared(Clearing clearing) {
    assertThat(clearing).isInstanceOf(Clearing.Cleared.class);
    return ((Clearing.Cleared) clearing).plan();
  }

  private static Finding finding(String id, Severity severity, int count) {
    Finding.Builder finding = Finding.of(id, severity);
    for (int row = 1; row <= count; row++) {
      finding.at(Place.row(row, null), "value " + row);
    }
    return finding.build();
  }

  private static Finding at(String id, Place place) {
    return Finding.of(id, Severity.CONFIRM).at(place, "value").build();
  }

  private static Acknowledgement id(String finding) {
    return new Acknowledgement(finding, null, null, null, null, "a good reason");
  }

  private static Acknowledgement counted(String finding, int count) {
    return new Acknowledgement(finding, null, null, count, null, "a good reason");
  }

  private static Acknowledgement address(String finding, String address) {
    return new Acknowledgement(finding, address, null, null, null, "a good reason");
  }

  private static SafetyCheck says(Finding finding) {
    return new SafetyCheck() {
      @Override
      public Set<String> ids() {
        return Set.of(finding.id());
      }

      @Override
      public void inspect(Material material, Consumer<Finding> findings) {
        findings.accept(finding);
      }
    };
  }

  private static final class Recorder implements SafetyCheck {
    private final List<String> read = new ArrayList<>();

    @Override
    public Set<String> ids() {
      return Set.of("recorder.one");
    }

    @Override
    public Optional<LetterReader> letters(Material material) {
      return Optional.of(
          new LetterReader() {
            @Override
            public void read(FinishedLetter letter) {
              read.add(letter.index() + " " + letter.people().getFirst().mailbox().shown());
            }

            @Override
            public void finish(Consumer<Finding> findings) {}
          });
    }
  }
}
