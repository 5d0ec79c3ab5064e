package org.postroom.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.engine.ImapServer;
import org.postroom.engine.Through;

/// Reads `imaps://host[:993]` and `imap://host[:143][?tls=starttls|none]`. The user and the
/// password are the account's.
final class ImapUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>imaps?)://(?<host>\\[[0-9a-fA-F:.%]+\\]|[^\\[\\]@:/?#\\s]+)"
              + "(?::(?<port>[0-9]{1,5}))?/?(?:\\?tls=(?<tls>starttls|none))?",
          Pattern.CASE_INSENSITIVE);
  private static final int IMPLICIT = 993;
  private static final int STARTTLS = 143;
  private static final int LAST_PORT = 65_535;

  private ImapUrl() {}

  static ImapServer parse(String url) throws UsageException {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new UsageException("imap.form", url.replaceFirst("//[^/@]*@", "//…@"));
    }
    boolean implicit = form.group("scheme").equalsIgnoreCase("imaps");
    String host = form.group("host");
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    boolean none = "none".equalsIgnoreCase(form.group("tls"));
    String port = form.group("port");
    int number = port == null ? (implicit ? IMPLICIT : STARTTLS) : Integer.parseInt(port);
    if (number < 1 || number > LAST_PORT || (implicit && none)) {
      throw new UsageException("imap.form", url);
    }
    return new ImapServer(
        host,
        number,
        implicit
            ? Through.Security.IMPLICIT_TLS
            : none ? Through.Security.NONE : Through.Security.STARTTLS);
  }
}
