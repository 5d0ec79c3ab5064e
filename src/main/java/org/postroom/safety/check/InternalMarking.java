package org.postroom.safety.check;

import java.util.List;
import java.util.regex.Pattern;
import org.postroom.safety.Material;

/// Marked for inside only: the internal version may have been picked.
public final class InternalMarking extends Marked {
  private static final Pattern MARKED =
      Pattern.compile(
          "(?ium)\\b(?:(?:for )?internal use only|for internal"
              + " (?:use|circulation|distribution)|internal only|not for"
              + " (?:distribution|circulation|publication|onward (?:transmission|distribution))|do"
              + " not (?:(?:distribute|circulate)(?=\\s*(?:$|[.!;,)*–-]|outside|beyond|further"
              + "|externally|without))|forward or copy)|vertrouwelijk|strettamente riservato"
              + "|strictement confidentiel|do użytku wewnętrznego|ściśle poufne|для служебного"
              + " пользования|company confidential|commercial in"
              + " confidence|strictly confidential|committee (?:members )?only|nur für den"
              + " (?:internen|dienstgebrauch)[ \\w]{0,12}|nur zum internen gebrauch|streng"
              + " vertraulich|vertraulich, nicht weitergeben|usage interne|confidentiel|uso"
              + " interno|uitsluitend voor intern"
              + " gebruik)\\b|(?m)^\\s*\\[?(?:CONFIDENTIAL|INTERNAL|VERTRAULICH)\\]?\\s*(?::|$)");

  private static final List<String> HINTS =
      List.of(
          "internal",
          "not for ",
          "do not ",
          "confiden",
          "committee",
          "intern",
          "vertraulich",
          "vertrouwelijk",
          "riservato",
          "wewnętrznego",
          "poufne",
          "служебного");

  public InternalMarking() {
    super("content.internal-marking", new MarkSearch(MARKED, HINTS));
  }

  @Override
  String of(Material.Words text) {
    return text.words();
  }

  @Override
  String shown(String mark) {
    return mark;
  }
}
