package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Kit;
import org.postroom.safety.Material;

/// Where the lines of rule E3 run: how far apart, how often, in what order.
class RowsTest {
  private static final String ANN = "Ann Miller";
  private static final String PHONE = "01234 567001";

  @Test
  void twoCellsOfARowStandWithinThreeHundredSigns() {
    assertThat(in(choir(), ANN + gap(300) + PHONE)).containsExactly(1);
    assertThat(in(choir(), ANN + gap(301) + PHONE)).isEmpty();
    assertThat(in(choir(), PHONE + gap(300) + ANN)).containsExactly(1);
    assertThat(in(choir(), PHONE + gap(301) + ANN)).isEmpty();
  }

  @Test
  void whatSaysLittleStandsNearer() {
    assertThat(in(choir(), ANN + gap(120) + "hard of hearing")).containsExactly(1);
    assertThat(in(choir(), ANN + gap(121) + "hard of hearing")).isEmpty();
    assertThat(in(choir(), "hard of hearing" + gap(120) + ANN)).containsExactly(1);
    assertThat(in(choir(), "hard of hearing" + gap(121) + ANN)).isEmpty();
    assertThat(in(choir(), "hard of hearing, £11.50")).isEmpty();
  }

  @Test
  void anAmountBelongsToTheOneBeforeIt() {
    assertThat(in(choir(), ANN + ": £11.50")).containsExactly(1);
    assertThat(in(choir(), "£11.50: " + ANN)).isEmpty();
    assertThat(in(choir(), ANN + ", Bea Okafor: £11.50")).isEmpty();
    assertThat(in(choir(), "Bea Okafor, " + ANN + ": £11.50")).containsExactly(1);
    assertThat(in(choir(), ANN + ", Bea Okafor, hard of hearing")).isEmpty();
  }

  @Test
  void twoTextsAreNotOne() {
    Rows rows = rows(choir());
    assertThat(rows.in(List.of(ANN, PHONE))).isEmpty();
    assertThat(rows.in(List.of("nothing", ANN + " " + PHONE))).hasSize(1);
    assertThat(rows.in(List.of())).isEmpty();
    assertThat(rows.in(List.of(ANN + gap(400), PHONE))).as("nor is one beside the other").isEmpty();
  }

  @Test
  void anAddressIsToldElsewhereAndNoCellOfItsRow() {
    RecipientList list =
        Kit.list("First name", "Surname", "Email", "Phone")
            .row("Ann", "Miller", "p2001@x.example", PHONE)
            .row("Bea", "Okafor", "p2002@x.example", "01234 567002")
            .reviewSubject()
            .list();
    assertThat(RowsShown.in(list, List.of(ANN + " p2001@x.example"))).isEmpty();
    assertThat(RowsShown.in(list, List.of(ANN + " p2001@x.example " + PHONE))).hasSize(1);
  }

  @Test
  void aPieceEndsAtALineWhereItCan() {
    assertThat(Rows.chunkEnd("ab\ncd", 0, 5)).as("all that is left").isEqualTo(5);
    assertThat(Rows.chunkEnd("ab\ncd\nef", 0, 5)).isEqualTo(5);
    assertThat(Rows.chunkEnd("ab\ncd ef", 0, 5)).isEqualTo(2);
    assertThat(Rows.chunkEnd("ab\ncd ef gh", 2, 5)).as("at least one sign").isEqualTo(7);
    assertThat(Rows.chunkEnd("abcdefgh", 0, 5)).isEqualTo(5);
  }

  @Test
  void aNameOfFourSignsSinglesOutOneOfThreeDoesNot() {
    Kit kit =
        Kit.list("First name", "Surname", "Email", "Phone")
            .row("Jo", "Wren", "p1@x.example", "01234 567001")
            .row("Al", "Tan", "p2@x.example", "01234 567002");
    assertThat(in(kit, "Wren 01234 567001")).containsExactly(1);
    assertThat(in(kit, "Tan 01234 567002")).isEmpty();
    assertThat(in(kit, "Al Tan 01234 567002")).containsExactly(2);
  }

  @Test
  void peopleComeInTheOrderOfTheList() {
    assertThat(in(choir(), "Cem Marsh 01234 567003\nBea Okafor 01234 567002\n" + ANN + PHONE))
        .containsExactly(2, 3);
    assertThat(in(choir(), "Cem Marsh 01234 567003\nBea Okafor 01234 567002\n" + ANN + " " + PHONE))
        .containsExactly(1, 2, 3);
  }

  @Test
  void aVeryLongTextIsReadInPiecesOfLines() {
    String filler = "some words of no meaning at all\n".repeat(40_000);
    String person = ANN + " " + PHONE + "\n";
    assertThat(in(choir(), filler + person + filler)).containsExactly(1);
    String line = "x".repeat((1 << 20) - 5);
    assertThat(in(choir(), line + "\n" + person)).containsExactly(1);
    assertThat(in(choir(), "y\n" + line + " " + person)).containsExactly(1);
    assertThat(in(choir(), ANN + "\n" + filler + PHONE)).isEmpty();
  }

  @Test
  void whatThreeRowsShareSinglesNobodyOutInAShortList() {
    Kit two = phones(10, 2);
    assertThat(in(two, "Person Nr1x 01234 567890")).containsExactly(1);
    assertThat(in(phones(10, 3), "Person Nr1x 01234 567890")).isEmpty();
    assertThat(in(phones(3000, 3), "Person Nr1x 01234 567890")).containsExactly(1);
    assertThat(in(phones(3000, 4), "Person Nr1x 01234 567890")).isEmpty();
  }

  @Test
  void aColumnRepeatsWhereValuesStandInTwoRowsOnAverage() {
    Kit half = Kit.list("Name", "Email", "Notes");
    Kit more = Kit.list("Name", "Email", "Notes");
    String[] notes = {"sings in the bath", "sings in the bath", "walks the dog", "walks the dog"};
    for (int i = 0; i < 4; i++) {
      half.row("Person Nr" + i + "x", "p" + i + "@x.example", notes[i]);
      more.row("Person Nr" + i + "x", "p" + i + "@x.example", i == 3 ? "cooks soup" : notes[i]);
    }
    assertThat(in(half, "Person Nr0x: sings in the bath")).isEmpty();
    assertThat(in(more, "Person Nr0x: sings in the bath")).containsExactly(1);
  }

  @Test
  void aListOfOneHasNobodyElse() {
    Kit one = Kit.list("Name", "Email", "Phone").row(ANN, "p1@x.example", PHONE);
    assertThat(in(one, ANN + " " + PHONE)).isEmpty();
  }

  @Test
  void somebodyElseIsTheFirstOtherAndNamedByTheirWords() {
    Material material = new Material(choir().reviewSubject());
    List<Recipient> people = material.subject().list().people();
    Rows rows = Rows.of(material);
    String both = "Cem Marsh 01234 567003, Bea Okafor 01234 567002";
    assertThat(rows.of(List.of(both), people.get(0)))
        .contains(new Mentions.Other(1, "okafor, …234567002"));
    assertThat(rows.of(List.of(both), people.get(1)))
        .contains(new Mentions.Other(2, "marsh, …234567003"));
    assertThat(rows.of(List.of("Cem Marsh 01234 567003"), people.get(2))).isEmpty();
    assertThat(rows.of(List.of("Cem Marsh £13.50"), people.get(0))).isEmpty();
  }

  @Test
  void partsOfOneCellAreNotTwo() {
    Kit kit = Kit.list("Email", "Address", "Postcode");
    for (int i = 1; i <= 3; i++) {
      kit.row("p" + i + "@x.example", i + " Mill Lane RV1 " + i + "AB", "RV1 " + i + "AB");
    }
    assertThat(in(kit, "1 Mill Lane RV1 1AB, and again RV1 1AB")).isEmpty();
  }

  @Test
  void wordsEndWhereTheyEnd() {
    assertThat(in(choir(), "Ann Millers 01234 567001")).isEmpty();
    assertThat(in(choir(), "Joann Miller 01234 567001")).as("her surname is hers").hasSize(1);
    assertThat(in(choir(), "Ann Mill 01234 567001")).isEmpty();
    assertThat(in(choir(), PHONE + " " + ANN)).containsExactly(1);
  }

  private static Kit choir() {
    return Kit.list("First name", "Surname", "Email", "Phone", "Owes", "Notes")
        .row("Ann", "Miller", "p1@x.example", "01234 567001", "£11.50", "hard of hearing")
        .row("Bea", "Okafor", "p2@x.example", "01234 567002", "£12.50", "new to the choir")
        .row("Cem", "Marsh", "p3@x.example", "01234 567003", "£13.50", "");
  }

  private static Kit phones(int people, int sharing) {
    Kit kit = Kit.list("Name", "Email", "Phone");
    for (int i = 1; i <= people; i++) {
      kit.row(
          "Person Nr" + i + "x",
          "p" + i + "@x.example",
          i <= sharing ? "01234 567890" : "09" + (10_000_000 + i));
    }
    return kit;
  }

  private static List<Integer> in(Kit kit, String text) {
    return rows(kit).in(List.of(text)).stream().map(person -> person.at().row()).toList();
  }

  private static Rows rows(Kit kit) {
    return Rows.of(new Material(kit.reviewSubject()));
  }

  /// So many signs with a word that is nobody's.
  private static String gap(int length) {
    return " " + "a".repeat(length - 2) + " ";
  }
}
