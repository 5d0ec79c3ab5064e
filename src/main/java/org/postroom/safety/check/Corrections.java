package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.postroom.safety.Material;
import org.postroom.safety.text.Hints;
import org.postroom.safety.text.Sentences;

/// The words of a letter that takes back or mends an earlier one: its subject, or a sentence that
/// speaks of a mistake and of a message that went out. By themselves they are what a good
/// correction says.
final class Corrections {
  private static final Hints MISTAKE =
      hints(
          "mistake, error, wrong, incorrect, correction, corrected, by accident, accidental,"
              + " never have, not have been,"
              + " fehler, falsch, versehen, irrtüm, korrig, korrekt, berichtig,"
              + " erreur, faux, fausse, erroné, corrig, mauvais, malencontreu,"
              + " equivoc, incorrect, correg, corrección, por error,"
              + " sbagli, errat, rettific, corregg, errore,"
              + " fout, verkeerd, vergissing, onjuist,"
              + " engano, errad, fejl, forkert, feil, felaktig, misstag, virhe, väär,"
              + " chyb, omyl, błąd, błęd, pomył, ошиб, 間違, 誤, 错误");

  private static final Hints SORRY =
      hints(
          "sorry, apolog, regret, entschuld, excus, désolé, disculp, scus, spijt, desculp,"
              + " beklager, undskyld, ursäkt, pahoitt, omlouv, przepr, извин, お詫び, 抱歉");

  private static final Hints MESSAGE =
      hints(
          "mail, message, letter, attach, file, version, address, list,"
              + " nachricht, brief, schreiben, anhang, anlage, adress, liste, datei,"
              + " courriel, lettre, pièce jointe, fichier, correo, mensaje, carta, adjunt,"
              + " direccion, messaggio, lettera, allegat, indirizz, bericht, bijlage, bestand,"
              + " mensagem, anexo, brev, besked, melding, vedhæft, vedlegg, bilag, viesti, liite,"
              + " zpráv, příloh, wiadomoś, załącznik, письм, сообщен, メール, 邮件, 郵件");

  /// Of those the ones that are about a file.
  private static final Hints FILE =
      hints(
          "attach, file, version, list, anhang, anlage, liste, datei, pièce jointe, fichier,"
              + " adjunt, allegat, bijlage, bestand, anexo, vedhæft, vedlegg, bilag, liite, příloh,"
              + " załącznik, файл, 添付, 附件");

  /// What has gone out already.
  private static final Hints BEFORE =
      hints(
          "last , previous, earlier, yesterday, first , this morning, recent, we sent, i sent,"
              + " you got, you received, was sent, were sent, been sent, went out, gone out,"
              + " we wrote, were shown,"
              + " letzte, vorig, vorherig, gestern, frühere, erste, heute morgen, geschickt,"
              + " verschickt, gesendet, versandt, versendet, erhalten haben,"
              + " dernier, dernière, précédent, hier, premier, ce matin, envoyé, adressé,"
              + " último, última, anterior, ayer, primer, enviado, enviamos, enviad,"
              + " ultimo, ultima, precedente, ieri, prima , primo, inviat, mandat, spedit,"
              + " vorige, laatste, gisteren, eerste, eerdere, gestuurd, verstuurd, verzonden,"
              + " ontem, sidste, forrige, siste, i går, igår, sendte, förra, tidigare, skickade,"
              + " edellinen, eilen, lähet, minul, včera, poslal, poprzedn, wczoraj, wysł,"
              + " прошл, предыдущ, вчера, отправ, 先日, 昨日, 前回, 昨天, 上次");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)^\\W*(?:correct(?:ion|ed)|corrigend|errat|recall|retract|apolog|our apolog"
              + "|sorry|oops|please (?:ignore|disregard)|korrektur|richtigstellung|berichtig"
              + "|entschuldig|rectif|correctif|excuses|nos excuses|désolé|fe de err|correcci"
              + "|disculp|rettific|correzione|scus|correctie|rectificatie|excuus|rättelse"
              + "|rettelse|beriktig|korrig|oprava|omluva|sprostowanie|przepraszam|исправлен"
              + "|извин|訂正|お詫び|更正)");

  private Corrections() {}

  /// Words that say so.
  ///
  /// @param part of the template
  /// @param said as they stand there
  /// @param folded to compare them with other letters; may be empty
  /// @param ofFile true where they speak of a mistake and of a file or a list
  record Words(String part, String said, String folded, boolean ofFile) {}

  static List<Words> in(Material material) {
    List<Words> found = new ArrayList<>();
    for (Material.Words text : material.texts()) {
      if (text.part().equals("subject")) {
        if (SUBJECT.matcher(text.words()).find()) {
          found.add(new Words(text.part(), text.words().strip(), "", false));
        }
      } else {
        sentences(text, found);
      }
    }
    return found;
  }

  private static void sentences(Material.Words text, List<Words> found) {
    for (String sentence : Sentences.of(text.words())) {
      String lower = Hints.lower(sentence);
      boolean mistake = MISTAKE.anyIn(lower);
      if ((mistake || SORRY.anyIn(lower)) && MESSAGE.anyIn(lower) && BEFORE.anyIn(lower)) {
        // That a file could not be opened is regretted, and it is sent again: that is right.
        boolean ofFile = mistake && FILE.anyIn(lower);
        found.add(new Words(text.part(), sentence, Sentences.folded(sentence), ofFile));
      }
    }
  }

  private static Hints hints(String words) {
    return new Hints(List.of(words.split(",", -1)).stream().map(Corrections::word).toList());
  }

  /// A blank at its end belongs to the word.
  private static String word(String written) {
    return written.stripLeading();
  }
}
