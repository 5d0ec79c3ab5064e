package org.postroom.safety.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether an address that no list here has looks like a person's own. What a machine wrote
/// (message ids, calendar ids, picture names) and what stands for an office is not.
public final class UnknownAddress {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{N}._+'-]{0,62}@(?:[\\p{L}\\p{N}-]+\\.){1,127}[a-z][a-z0-9-]+");
  private static final Set<String> FILES =
      Set.of(
          "png",
          "jpg",
          "jpeg",
          "gif",
          "svg",
          "webp",
          "avif",
          "css",
          "js",
          "mjs",
          "json",
          "html",
          "pdf",
          "txt",
          "csv",
          "tsv",
          "xls",
          "xlsx",
          "doc",
          "docx",
          "odt",
          "ods",
          "eml",
          "ics",
          "vcf",
          "local",
          "localhost",
          "localdomain",
          "internal",
          "invalid");
  private static final Set<String> OFFICES =
      Set.of(
          "abuse",
          "accounts",
          "admin",
          "administration",
          "anfrage",
          "barrierefreiheit",
          "billing",
          "board",
          "booking",
          "bookings",
          "box-office",
          "boxoffice",
          "buero",
          "bureau",
          "büro",
          "chair",
          "chairman",
          "chairperson",
          "chairwoman",
          "committee",
          "complaints",
          "conductor",
          "contact",
          "contact-us",
          "contacto",
          "contactus",
          "contatti",
          "datenschutz",
          "dataprotection",
          "dpo",
          "editor",
          "email",
          "enquiries",
          "enquiry",
          "events",
          "feedback",
          "finance",
          "friends",
          "fundraising",
          "geschaeftsstelle",
          "hall",
          "hello",
          "help",
          "helpdesk",
          "hi",
          "hilfe",
          "hola",
          "hr",
          "impressum",
          "info",
          "info-uk",
          "informacion",
          "information",
          "invoices",
          "jobs",
          "kasse",
          "kassenwart",
          "kontakt",
          "leave",
          "list",
          "mail",
          "mailbox",
          "marketing",
          "media",
          "members",
          "membership",
          "news",
          "newsletter",
          "no-reply",
          "noreply",
          "office",
          "orders",
          "organiser",
          "post",
          "postmaster",
          "presidente",
          "president",
          "press",
          "presse",
          "privacy",
          "programme",
          "publicity",
          "reception",
          "redaktion",
          "register",
          "registration",
          "safeguarding",
          "sales",
          "secretary",
          "sekretariat",
          "segreteria",
          "secretaria",
          "secretariat",
          "service",
          "shop",
          "sponsors",
          "stage",
          "subscribe",
          "subscriptions",
          "support",
          "team",
          "tickets",
          "treasurer",
          "tresorier",
          "unsubscribe",
          "verein",
          "volunteer",
          "volunteers",
          "volunteering",
          "vorstand",
          "vorsitz",
          "vorsitzende",
          "vorsitzender",
          "web",
          "webmaster",
          "welcome",
          "workshop",
          "workshops",
          "youth");
  private static final Pattern MACHINE =
      Pattern.compile(
          "[0-9a-f-]{20,}|.*[0-9]{9,}.*|.{33,}|[^.]*[0-9][^.]*[a-z][^.]*[0-9][^.]{12,}");
  private static final int BEFORE = 24;

  private UnknownAddress() {}

  /// @param text in which it stands
  /// @param at where it begins
  /// @param address cleaned; may be empty
  public static boolean isPersons(String text, int at, String address) {
    if (address.isEmpty() || !ADDRESS.matcher(address).matches()) {
      return false;
    }
    int sign = address.lastIndexOf('@');
    String local = address.substring(0, sign);
    String top = address.substring(address.lastIndexOf('.') + 1);
    return !FILES.contains(top)
        && !OFFICES.contains(local)
        && !MACHINE.matcher(local).matches()
        && !isIdentifier(text, at);
  }

  private static boolean isIdentifier(String text, int at) {
    int line = Math.max(text.lastIndexOf('\n', at), at - BEFORE);
    String before =
        text.substring(Math.max(0, line), Math.min(text.length(), at + 5)).toLowerCase(Locale.ROOT);
    return before.contains("uid:")
        || before.contains("cid:")
        || before.contains("message-id")
        || before.contains("references:")
        || before.contains("in-reply-to")
        || before.contains("content-id");
  }
}
