package org.postroom.safety.check;

import java.util.List;
import java.util.regex.Pattern;
import org.postroom.safety.Material;

/// The sender's own secrets: a password, an API key, a private key, a link with a password in it.
public final class Secret extends Marked {
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
              "\\bPIN(?:[ -]?[Cc]ode)?\\s?[:=]\\s*\\d{4,8}\\b",
              "(?iu)\\b(?:password|passwort|kennwort|mot de passe|contraseña|wachtwoord|hasło|parola|şifre|пароль|salasana|lösenord"
                  + "|passcode|pwd|api[ _-]?key|secret key|access token)\\b"
                  + "(?: ?\\([^()\\n]{1,20}\\)"
                  + "| (?:for|to|of|für|zum|zur|pour|de|du|para|del|per|van|voor) [^.:=\\n]{1,40}?)?"
                  + "(?: is| ist| lautet| est| es| è| ?:| ?=){1,2}[ \\t]*[\"'“]?(?!\\{\\{)"
                  + "(?=\\S{0,30}[\\d!$%&*#_+=])[^\\s\"'”<>{}]{5,64}"));

  private static final List<String> HINTS =
      List.of(
          "private key",
          "akia",
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "sk-",
          "sk_",
          "xox",
          "aiza",
          "://",
          "passwor",
          "kennwort",
          "mot de passe",
          "contraseña",
          "wachtwoord",
          "hasło",
          "parola",
          "şifre",
          "пароль",
          "salasana",
          "lösenord",
          "pin:",
          "pin :",
          "pin=",
          "pin code",
          "pin-code",
          "passcode",
          "pwd",
          "api",
          "secret key",
          "access token");

  public Secret() {
    super("content.secret", new MarkSearch(SECRET, HINTS));
  }

  /// As written: a key in a comment or a link's target is one, too.
  @Override
  String of(Material.Words text) {
    return text.source();
  }

  /// Half of it: a finding is printed and kept.
  @Override
  String shown(String mark) {
    return mark.substring(0, Math.min(mark.length(), Math.max(4, mark.length() / 2))) + "…";
  }
}
