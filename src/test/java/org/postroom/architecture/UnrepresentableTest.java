package org.postroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What nobody can write, whatever the guard and the review do: each forbidden line does not
/// compile, for the reason that is meant, while its twin, which differs in that one thing, does.
class UnrepresentableTest {
  private static final String PRIVATE = "compiler.err.report.access";
  private static final String NOT_PUBLIC = "compiler.err.not.def.public.cant.access";
  private static final String ARGUMENTS = "compiler.err.cant.apply.symbol";
  private static final String ARGUMENTS_OF_ALL = "compiler.err.cant.apply.symbols";
  private static final String NO_SUCH_THING = "compiler.err.cant.resolve.location.args";
  private static final String SEALED = "compiler.err.cant.inherit.from.sealed";
  private static final String FINAL = "compiler.err.cant.inherit.from.final";
  private static final String MISSING_CASE = "compiler.err.not.exhaustive";
  private static final String WRONG_TYPE = "compiler.err.prob.found.req";

  /// @param what why the line is forbidden
  /// @param forbidden a member of a class outside Postroom
  /// @param reason the compiler's code
  /// @param about what its message names
  /// @param allowed the same as it is meant to be written
  private record Case(String what, String forbidden, String reason, String about, String allowed) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "two addressees",
              "Object x = new VisibleTo.Addressee(ann, bob);",
              ARGUMENTS,
              "Addressee",
              "Object x = new VisibleTo.Addressee(ann);"),
          new Case(
              "a list as the addressee",
              "Object x = new VisibleTo.Addressee(List.of(ann, bob));",
              ARGUMENTS,
              "Addressee",
              "Object x = new VisibleTo.Addressee(List.of(ann, bob).getFirst());"),
          new Case(
              "a further way of showing people",
              "record Everybody(List<Mailbox> all) implements VisibleTo {}",
              SEALED,
              "VisibleTo",
              "record Everybody(VisibleTo one) {}"),
          new Case(
              "asking a letter for several visible mailboxes",
              "List<Mailbox> x = letter.visibleTo().mailbox();",
              WRONG_TYPE,
              "Mailbox",
              "Mailbox x = letter.visibleTo().mailbox();"),
          new Case(
              "a letter of one's own kind",
              "abstract class Mine implements Letter {}",
              SEALED,
              "Letter",
              "abstract class Mine implements Composer {}"),
          new Case(
              "a personal letter to two people",
              "Object x = new Letter.Personal(from, null, people, merged, none, none2, none3);",
              ARGUMENTS,
              "Personal",
              "Object x = new Letter.Personal(from, null, people.getFirst(), merged, none, none2,"
                  + " none3);"),
          new Case(
              "another To than the envelope's recipient",
              "Object x = new Letter.Personal(from, ann, bob, person, merged, none, none2, none3);",
              ARGUMENTS,
              "Personal",
              "Object x = new Letter.Personal(from, ann, person, merged, none, none2, none3);"),
          new Case(
              "merged text in a blind copy",
              "Object x = new Letter.BlindCopy(from, null, hidden, merged, none, none2, none3);",
              ARGUMENTS,
              "BlindCopy",
              "Object x = new Letter.BlindCopy(from, null, hidden, fixed, none, none2, none3);"),
          new Case(
              "a merged subject in a blind copy's words",
              "Body<FixedText> x = new Body<>(merged.subject(), fixed.text(), null);",
              WRONG_TYPE,
              "MergedText",
              "Body<FixedText> x = new Body<>(fixed.subject(), fixed.text(), null);"),
          new Case(
              "text that was merged with nobody",
              "Object x =\n"
                  + "  new MergedText(List.of(), Markup.PLAIN, List.of(), List.of(),"
                  + " List.of(),\n"
                  + "  List.of(), List.of(), \"\");",
              NOT_PUBLIC,
              "MergedText",
              "Object x = template.merge(person);"),
          new Case(
              "fixed text made of any words",
              "Object x = new FixedText(\"Dear Bob\", Markup.PLAIN);",
              NOT_PUBLIC,
              "FixedText",
              "Object x = template.fixed();"),
          new Case(
              "merging two people at once",
              "Object x = template.merge(person, person);",
              ARGUMENTS,
              "merge",
              "Object x = template.merge(person);"),
          new Case(
              "merging with the whole list in scope",
              "Object x = template.merge(people);",
              ARGUMENTS,
              "merge",
              "Object x = template.merge(people.getFirst());"),
          new Case(
              "a test to somebody else",
              "Object x = new Letter.ToMyself(letter, \"[Test]\", ann);",
              ARGUMENTS,
              "ToMyself",
              "Object x = new Letter.ToMyself(letter, \"[Test]\");"),
          new Case(
              "a letter in place of a test to oneself",
              "Object x = new SelfTest.Test(0, null, letter);",
              ARGUMENTS,
              "ToMyself",
              "Object x = new SelfTest.Test(0, null, new Letter.ToMyself(letter, \"[Test]\"));"),
          new Case(
              "an envelope of one's own",
              "Object x = new Envelope(ann.address(), addresses, null);",
              NOT_PUBLIC,
              "Envelope",
              "Envelope x = letter.envelope();"),
          new Case(
              "an address that nobody has read",
              "Object x = new AddrSpec(\"ann@people.example, bob\", \"people.example\");",
              NOT_PUBLIC,
              "AddrSpec",
              "Object x = AddrSpec.of(\"ann@people.example\");"),
          new Case(
              "a mailbox of text",
              "Object x = new Mailbox(\"Ann\", \"ann@people.example, bob@people.example\");",
              ARGUMENTS,
              "Mailbox",
              "Object x = new Mailbox(\"Ann\", ann.address());"),
          new Case(
              "an attachment that was not admitted",
              "Object x = new Attachment(file);",
              PRIVATE,
              "Attachment",
              "Object x = Attachment.admit(file, KnownLists.NONE);"),
          new Case(
              "a file in a letter that was not admitted",
              "List<Attachment> x = List.of(file);",
              WRONG_TYPE,
              "Attachment",
              "List<Attachment> x = List.of(attachment);"),
          new Case(
              "an image that was not admitted",
              "Object x = new InlineImage(\"logo.png\", file);",
              ARGUMENTS,
              "InlineImage",
              "Object x = new InlineImage(\"logo.png\", attachment);"),
          new Case(
              "a clearance that was not given",
              "Object x = ClearedPlan.of(plan, composer, List.of(), null);",
              NOT_PUBLIC,
              "ClearedPlan",
              "Object x = SafetyReview.again(plan, composer, cleared.clearance());"),
          new Case(
              "a cleared plan made by hand",
              "Object x = new ClearedPlan(plan, composer, List.of(), null);",
              PRIVATE,
              "ClearedPlan",
              "Object x = cleared.plan();"),
          new Case(
              "a cleared plan that says something else",
              "abstract class Mine extends ClearedPlan {}",
              FINAL,
              "ClearedPlan",
              "abstract class Mine implements DispatchPlan {}"),
          new Case(
              "sending what was not cleared",
              "Object x = dispatcher.send(plan, options, stop, listener);",
              ARGUMENTS,
              "send",
              "Object x = dispatcher.send(cleared, options, stop, listener);"),
          new Case(
              "sending a letter past the dispatcher's review",
              "Object x = dispatcher.send(letter, options, stop, listener);",
              ARGUMENTS,
              "send",
              "Object x = dispatcher.send(cleared, options, stop, listener);"),
          new Case(
              "an outcome that is overlooked",
              """
              int x(DeliveryOutcome outcome) {
                return switch (outcome) {
                  case DeliveryOutcome.Accepted _ -> 1;
                  case DeliveryOutcome.Deferred _ -> 2;
                  case DeliveryOutcome.Refused _ -> 3;
                };
              }
              """,
              MISSING_CASE,
              "switch",
              """
              int x(DeliveryOutcome outcome) {
                return switch (outcome) {
                  case DeliveryOutcome.Accepted _ -> 1;
                  case DeliveryOutcome.Deferred _ -> 2;
                  case DeliveryOutcome.Refused _ -> 3;
                  case DeliveryOutcome.InDoubt _ -> 4;
                };
              }
              """),
          new Case(
              "a fifth outcome",
              "record Perhaps(String what) implements DeliveryOutcome {}",
              SEALED,
              "DeliveryOutcome",
              "record Perhaps(DeliveryOutcome what) {}"),
          new Case(
              "a third way of delivering that a switch overlooks",
              """
              int x(Letter letter) {
                return switch (letter) {
                  case Letter.Personal _ -> 1;
                };
              }
              """,
              MISSING_CASE,
              "switch",
              """
              int x(Letter letter) {
                return switch (letter) {
                  case Letter.Personal _ -> 1;
                  case Letter.BlindCopy _ -> 2;
                  case Letter.ToMyself _ -> 3;
                };
              }
              """),
          new Case(
              "a guard that can be talked to",
              "Object x = new WireGuard(null, null, null);",
              PRIVATE,
              "WireGuard",
              "Object x = WireGuard.read(new byte[0], letter.envelope(), order);"),
          new Case(
              "a verdict of one's own",
              "record Perhaps() implements GuardVerdict {}",
              SEALED,
              "GuardVerdict",
              "record Perhaps(GuardVerdict verdict) {}"),
          new Case(
              "practice through a server somewhere",
              "Object x = new PracticeCourier(\"smtp.example.org\", 25);",
              ARGUMENTS_OF_ALL,
              "PracticeCourier",
              "Object x = new PracticeCourier(server);"),
          new Case(
              "a practice server that this process did not start",
              "class Mine extends PracticeServer {}",
              FINAL,
              "PracticeServer",
              "Object x = server.certificate();"),
          new Case(
              "real mail that is turned aside",
              "Object x = new SmtpCourier(config).redirectTo(ann);",
              NO_SUCH_THING,
              "redirectTo",
              "Object x = new SmtpCourier(config).open();"));

  private static final String IMPORTS =
      Stream.of(
              "java.util",
              "org.postroom.address",
              "org.postroom.composition",
              "org.postroom.dispatch",
              "org.postroom.message",
              "org.postroom.plan",
              "org.postroom.practice",
              "org.postroom.recipients",
              "org.postroom.safety",
              "org.postroom.smtp",
              "org.postroom.template")
          .map(name -> "import " + name + ".*;")
          .collect(Collectors.joining("\n"));

  private static final String SOURCE =
      """
      package outside;
      %s
      abstract class %s {
        Mailbox ann, bob;
        From from;
        Recipient person;
        List<Recipient> people;
        SequencedSet<Mailbox> hidden;
        SequencedSet<AddrSpec> addresses;
        Body<MergedText> merged;
        Body<FixedText> fixed;
        MergeTemplate template;
        FileCandidate file;
        Attachment attachment;
        List<InlineImage> none;
        List<Attachment> none2;
        List<HeaderField> none3;
        Letter letter;
        DispatchPlan plan;
        Composer composer;
        ClearedPlan cleared;
        Dispatcher dispatcher;
        DispatchOptions options;
        StopSignal stop;
        DispatchListener listener;
        GuardOrder order;
        PracticeServer server;
        SmtpConfig config;
        %s
      }
      """;

  @TestFactory
  List<DynamicTest> doesNotCompile() {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < CASES.size(); i++) {
      sources.put(
          "Forbidden" + i, SOURCE.formatted(IMPORTS, "Forbidden" + i, CASES.get(i).forbidden()));
      sources.put("Allowed" + i, SOURCE.formatted(IMPORTS, "Allowed" + i, CASES.get(i).allowed()));
    }
    Map<String, List<Compilation.Complaint>> complaints = Compilation.of(sources);
    return java.util.stream.IntStream.range(0, CASES.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    CASES.get(i).what(),
                    () ->
                        check(
                            CASES.get(i),
                            complaints.getOrDefault("Forbidden" + i, List.of()),
                            complaints.getOrDefault("Allowed" + i, List.of()))))
        .toList();
  }

  private static void check(
      Case forbidden, List<Compilation.Complaint> complaints, List<Compilation.Complaint> control) {
    assertThat(control).as("the allowed twin compiles").isEmpty();
    assertThat(complaints).isNotEmpty();
    // What follows the first is its consequence.
    assertThat(complaints.getFirst().code()).isEqualTo(forbidden.reason());
    assertThat(complaints.getFirst().words()).contains(forbidden.about());
  }
}
