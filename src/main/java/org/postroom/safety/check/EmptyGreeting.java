package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;

/// "Dear ," with nobody in it: an empty fallback or section.
public final class EmptyGreeting extends Wording {
  private static final Pattern GREETING =
      Pattern.compile(
          "(?imu)^[ \\t]*(?:dear|hello|hi|good (?:morning|evening)|lieber?|liebe[rs]?|hallo"
              + "|sehr geehrte[r]?|guten tag|cher|chère|chers|bonjour|estimad[oa]s?|querid[oa]s?"
              + "|hola|car[oaie]|gentile|egregio|ciao|beste|geachte|drog[ia]|szanown[ya]|sayın|sevgili|değerli|уважаем(?:ый|ая)|дорог(?:ой|ая)|kære|kjære|bästa)[ \\t\\u00a0]+"
              + "(?:mrs?\\.?|ms\\.?|dr\\.?|herr|frau|monsieur|madame|señora?|signora?)?"
              + "[ \\t\\u00a0]*[,!:][ \\t]*$");
  private static final Pattern ALONE =
      Pattern.compile(
          "(?imu)^[ \\t]*(?:dear|liebe[r]?|sehr"
              + " geehrte[r]?|cher|chère|estimad[oa]|querid[oa]|geachte|gentile|drog[ia]|szanown[ya]|sayın)[,!:]?[ \\t]*$");

  public EmptyGreeting() {
    super("text.empty-greeting");
  }

  @Override
  List<Hit> look(Material.Words text, Material material) {
    List<Hit> hits = new ArrayList<>();
    if (!text.part().equals("subject")) {
      add(hits, GREETING.matcher(text.words()));
      add(hits, ALONE.matcher(text.words()));
    }
    return hits;
  }

  private static void add(List<Hit> hits, Matcher matcher) {
    while (matcher.find()) {
      hits.add(new Hit(Severity.CONFIRM, matcher.group().strip()));
    }
  }
}
