package org.postroom.ui.common;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Through;
import org.postroom.ui.common.StripState.About;
import org.postroom.ui.common.StripState.Segment;
import org.postroom.ui.common.StripState.Tone;

/// The wordings of the strip. Pure: what is known goes in, the sentence comes out.
public final class Strips {
  private final Texts texts;

  public Strips(Texts texts) {
    this.texts = texts;
  }

  /// What is known about a mailshot.
  ///
  /// @param listed people in its list, or null where it has no list
  /// @param counting true while the letters are being read
  /// @param sight who sees whom, or null where no letters could be made
  /// @param shown what findings add
  /// @param through the way out, or null where none was chosen
  /// @param as the sender's address, for the way out; may be empty
  public record Known(
      @Nullable Integer listed,
      boolean counting,
      @Nullable Sight sight,
      Sight.Shown shown,
      @Nullable Through through,
      String as) {}

  /// The strip where no mailshot is selected.
  public StripState none(boolean hasAccount) {
    return new StripState(
        List.of(
            new Segment(About.PEOPLE, Icons.PEOPLE, texts.get("strip.no-mailshot"), Tone.NORMAL),
            new Segment(About.MESSAGES, Icons.MESSAGE, texts.get("strip.always"), Tone.NORMAL),
            nobody()),
        hasAccount
            ? way(Icons.PRACTICE, texts.get("strip.way.ready"))
            : way(Icons.ADDRESS, texts.get("strip.way.no-account")),
        false);
  }

  /// The strip of a mailshot.
  public StripState of(Known known) {
    Sight counted = known.sight();
    if (known.listed() == null && (counted == null || people(counted) == 0)) {
      return new StripState(
          List.of(
              new Segment(About.PEOPLE, Icons.PEOPLE, texts.get("strip.no-people"), Tone.NORMAL),
              oneEach(),
              nobody()),
          wayOut(known),
          false);
    }
    if (known.counting()) {
      return new StripState(
          List.of(
              new Segment(About.PEOPLE, Icons.PEOPLE, texts.get("strip.counting"), Tone.NORMAL)),
          wayOut(known),
          false);
    }
    Sight sight = known.sight();
    if (sight == null) {
      int listed = known.listed() == null ? 0 : known.listed();
      return new StripState(
          List.of(
              new Segment(About.PEOPLE, Icons.PEOPLE, texts.people(listed), Tone.NORMAL),
              new Segment(About.SIGHT, Icons.QUESTION, texts.get("strip.unknown"), Tone.WARNING)),
          locked(),
          false);
    }
    return said(known, sight);
  }

  private StripState said(Known known, Sight sight) {
    List<Segment> segments = new ArrayList<>();
    segments.add(new Segment(About.PEOPLE, Icons.PEOPLE, texts.people(people(sight)), Tone.NORMAL));
    segments.add(
        switch (sight) {
          case Sight.OneEach _ -> oneEach();
          case Sight.BlindCopy(int _, int letters) ->
              messages(texts.get("strip.blind-copy", letters));
          case Sight.Otherwise(int _, int letters) -> messages(texts.get("strip.shared", letters));
        });
    Sight.Shown shown = known.shown();
    boolean otherwise = sight instanceof Sight.Otherwise;
    if (shown.file() || otherwise) {
      String key = otherwise ? "strip.otherwise" : "strip.file-shows-all";
      segments.add(new Segment(About.SIGHT, Icons.BLOCKED, texts.get(key), Tone.DANGER));
      return new StripState(segments, locked(), true);
    }
    if (shown.addresses() > 0) {
      segments.add(
          new Segment(
              About.SIGHT,
              Icons.WARNING,
              texts.get("strip.address-in-text", shown.addresses()),
              Tone.WARNING));
    } else if (sight instanceof Sight.BlindCopy) {
      segments.add(
          new Segment(About.SIGHT, Icons.UNSEEN, texts.get("strip.sees-sender"), Tone.NORMAL));
    } else {
      segments.add(nobody());
    }
    return new StripState(segments, wayOut(known), false);
  }

  private static int people(Sight sight) {
    return switch (sight) {
      case Sight.OneEach(int people) -> people;
      case Sight.BlindCopy(int people, int _) -> people;
      case Sight.Otherwise(int people, int _) -> people;
    };
  }

  private Segment oneEach() {
    return messages(texts.get("strip.one-each"));
  }

  private static Segment messages(String text) {
    return new Segment(About.MESSAGES, Icons.MESSAGE, text, Tone.NORMAL);
  }

  private Segment nobody() {
    return new Segment(About.SIGHT, Icons.UNSEEN, texts.get("strip.nobody"), Tone.NORMAL);
  }

  private Segment locked() {
    return way(Icons.LOCK, texts.get("strip.way.locked"));
  }

  private Segment wayOut(Known known) {
    Through through = known.through();
    if (through == null) {
      return way(Icons.ADDRESS, texts.get("strip.way.no-account"));
    }
    return switch (through) {
      case Through.Practice _ -> way(Icons.PRACTICE, texts.get("strip.way.practice"));
      case Through.Server server ->
          way(
              Icons.REAL_MAIL,
              known.as().isEmpty()
                  ? texts.get("strip.way.real", server.host())
                  : texts.get("strip.way.real-as", server.host(), known.as()));
    };
  }

  private static Segment way(String icon, String text) {
    return new Segment(About.WAY, icon, text, Tone.NORMAL);
  }
}
