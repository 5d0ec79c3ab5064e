package org.postroom.safety.check;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Piece;

/// The sender's own secrets: a password, an API key, a private key, a link with a password in it.
public final class Secret implements SafetyCheck {
  private static final String ID = "content.secret";
  private static final Pattern SECRET =
      Pattern.compile(
          String.join(
              "|",
              "-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
              "\\bAKIA[0-9A-Z]{16}\\b",
              "\\bgh[pousr]_[A-Za-z0-9]{30,}",
              "\\bgithub_pat_\\w{20,}",
              "\\bsk[-_](?:live|proj|test)?[-_]?[A-Za-z0-9]{20,}",
              "\\bxox[abpr]-[A-Za-z0-9-]{10,}",
              "\\bAIza[A-Za-z0-9_-]{35}",
              "\\b[a-z][a-z0-9+]{1,9}://[^\\s/:@<>\"']{1,60}:(?!\\{\\{)"
                  + "[^\\s/:@<>\"']{3,60}@[\\w.-]+",
              "(?iu)\\b(?:password|passwort|kennwort|mot de passe|contraseña|wachtwoord"
                  + "|passcode|pwd|api[ _-]?key|secret key|access token)\\b"
                  + "(?: is| ist| lautet|:|=){1,2}[ \\t]*[\"'“]?(?!\\{\\{)"
                  + "(?=\\S{0,30}[\\d!$%&*#_+=])[^\\s\"'”<>{}]{5,64}"));

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (Material.Words text : material.texts()) {
      if (look(text.part(), text.source(), findings)) {
        break;
      }
    }
    for (ReadFile file : material.files()) {
      for (Piece piece : file.pieces()) {
        if (look(file.part(), FileWords.of(piece), findings)) {
          break;
        }
      }
    }
  }

  private static boolean look(String part, String words, Consumer<Finding> findings) {
    Matcher secret = SECRET.matcher(words);
    if (!secret.find()) {
      return false;
    }
    String all = secret.group();
    String shown = all.substring(0, Math.min(all.length(), Math.max(4, all.length() / 2))) + "…";
    findings.accept(
        Finding.of(ID, Severity.CONFIRM).at(Place.part(part), all).quote(shown).build());
    return true;
  }
}
