package org.postroom.smtp;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// Takes letters to one SMTP server (RFC 5321, 3207, 8314, 4954). TLS is required and its
/// certificate checked, except to a loopback address that was configured to be plain. Nothing that
/// it says or throws carries the secret.
public final class SmtpCourier implements Courier {
  private final SmtpConfig config;
  private final Resolver resolver;

  public SmtpCourier(SmtpConfig config) {
    this(config, Resolver.PLATFORM);
  }

  SmtpCourier(SmtpConfig config, Resolver resolver) {
    this.config = config;
    this.resolver = resolver;
  }

  @Override
  public Opening open() {
    boolean plain = config.security() == Security.NONE;
    if (plain && config.user() != null && !config.plainPassword()) {
      return failed(OpeningFault.SIGN_IN, Phase.LOCAL, "open.plain-password");
    }
    List<InetAddress> addresses;
    try {
      addresses = Arrays.asList(resolver.resolve(config.host()));
    } catch (UnknownHostException e) {
      return failed(OpeningFault.UNREACHABLE, Phase.CONNECT, "open.no-such-host", config.host());
    }
    if (plain && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      return failed(OpeningFault.TLS, Phase.LOCAL, "open.plain-beyond-loopback", config.host());
    }
    Socket tcp = connected(addresses);
    if (tcp == null) {
      return failed(
          OpeningFault.UNREACHABLE, Phase.CONNECT, "open.no-answer", config.host(), port());
    }
    return signedIn(tcp);
  }

  /// The first address that answers, or null.
  private @Nullable Socket connected(List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        // The name stays with the address, so that nobody looks it up a second time.
        InetAddress named = InetAddress.getByAddress(config.host(), address.getAddress());
        socket.setTcpNoDelay(true);
        socket.connect(
            new InetSocketAddress(named, config.port()), millis(config.timeouts().connect()));
        return socket;
      } catch (IOException e) {
        // The next address may answer; that none did is told by the caller.
        Watchdog.Closing.quietly(socket);
      }
    }
    return null;
  }

  private Opening signedIn(Socket tcp) {
    char[] letters = config.user() == null ? null : config.secret().get();
    String secret = letters == null ? null : new String(letters);
    if (letters != null) {
      Arrays.fill(letters, '\0');
    }
    try (Watchdog watchdog = new Watchdog(tcp, config.timeouts().opening())) {
      Opening opening = new Attempt(tcp, secret).run(watchdog);
      if (opening instanceof Opening.Failed) {
        Watchdog.Closing.quietly(tcp);
      }
      return opening;
    } catch (GeneralSecurityException e) {
      Watchdog.Closing.quietly(tcp);
      return failed(OpeningFault.TLS, Phase.STARTTLS, "open.tls", config.host());
    }
  }

  /// One attempt on one connection.
  private final class Attempt {
    private final Socket tcp;
    private final @Nullable String secret;
    private final CertificateJudge judge;
    private final @Nullable TlsSockets tls;
    private final AngusLine line;

    Attempt(Socket tcp, @Nullable String secret) throws GeneralSecurityException {
      this.tcp = tcp;
      this.secret = secret;
      this.judge = new CertificateJudge(config.trust());
      this.tls = config.security() == Security.NONE ? null : tls(judge);
      this.line = AngusLine.of(config, literal(tcp.getLocalAddress()), tls, secret);
    }

    private TlsSockets tls(CertificateJudge believed) throws GeneralSecurityException {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {believed}, null);
      return new TlsSockets(context, config.host(), !(config.trust() instanceof Trust.Only));
    }

    Opening run(Watchdog watchdog) {
      Phase doing = Phase.STARTTLS;
      try {
        Socket first = tcp;
        if (tls != null && config.security() == Security.IMPLICIT_TLS) {
          SSLSocket layer = (SSLSocket) tls.createSocket(tcp, config.host(), config.port(), true);
          layer.startHandshake();
          first = layer;
        }
        doing = Phase.GREETING;
        line.connect(first);
        if (config.user() != null && line.phase() != Phase.AUTH) {
          return failed(OpeningFault.SIGN_IN, Phase.AUTH, "open.no-sign-in", config.host());
        }
        SSLSocket layer = tls == null ? null : tls.made();
        if (tls != null && layer == null) {
          return failed(OpeningFault.TLS, Phase.STARTTLS, "open.no-starttls", config.host());
        }
        return new Opening.Opened(
            new SmtpSession(
                line, new SmtpWire(tcp, layer == null ? tcp : layer), config.timeouts()));
      } catch (IOException e) {
        return fault(doing, watchdog);
      } catch (MessagingException e) {
        return fault(line.phase(), watchdog);
      }
    }

    /// Which fault it was, by how far the dialogue came and what the server said last.
    private Opening fault(Phase phase, Watchdog watchdog) {
      CertificateJudge.Reason reason = judge.reason();
      if (reason != null) {
        return certificate(reason);
      }
      if (watchdog.bit()) {
        return failed(OpeningFault.UNREACHABLE, phase, "open.silent", config.host(), port());
      }
      int code = line.code();
      if (code == 421) {
        return said(OpeningFault.REFUSED, phase);
      }
      return switch (phase) {
        case STARTTLS ->
            code >= 400
                ? said(OpeningFault.TLS, phase)
                : failed(OpeningFault.TLS, phase, "open.tls", config.host());
        case AUTH ->
            code >= 400
                ? said(OpeningFault.SIGN_IN, phase)
                : failed(OpeningFault.UNREACHABLE, phase, "open.lost", config.host());
        case EHLO -> afterEhlo(code);
        case CONNECT, GREETING, MAIL, RCPT, DATA, BODY, FINAL_DOT, QUIT, LOCAL ->
            code >= 400
                ? said(OpeningFault.REFUSED, phase)
                : failed(OpeningFault.UNREACHABLE, phase, "open.no-smtp", config.host(), port());
      };
    }

    /// EHLO was answered, and what it offers is not enough; or it was not answered.
    private Opening afterEhlo(int code) {
      if (code >= 400) {
        return said(OpeningFault.REFUSED, Phase.EHLO);
      }
      if (code == 0) {
        return failed(OpeningFault.UNREACHABLE, Phase.EHLO, "open.lost", config.host());
      }
      if (config.security() == Security.STARTTLS && (tls == null || tls.made() == null)) {
        return failed(OpeningFault.TLS, Phase.STARTTLS, "open.no-starttls", config.host());
      }
      return failed(OpeningFault.SIGN_IN, Phase.AUTH, "open.no-sign-in", config.host());
    }

    private Opening certificate(CertificateJudge.Reason reason) {
      var seen = judge.seen();
      Object until = seen == null ? "" : seen.getNotAfter().toInstant().toString().substring(0, 10);
      Object from = seen == null ? "" : seen.getNotBefore().toInstant().toString().substring(0, 10);
      return switch (reason) {
        case EXPIRED ->
            failed(OpeningFault.TLS, Phase.STARTTLS, "certificate.expired", config.host(), until);
        case NOT_YET_VALID ->
            failed(OpeningFault.TLS, Phase.STARTTLS, "certificate.early", config.host(), from);
        case OTHER_HOST ->
            failed(OpeningFault.TLS, Phase.STARTTLS, "certificate.other-host", config.host());
        case UNTRUSTED ->
            failed(OpeningFault.TLS, Phase.STARTTLS, "certificate.untrusted", config.host());
      };
    }

    private Opening said(OpeningFault fault, Phase phase) {
      Reply reply = ReplyReader.of(phase, line.words());
      return new Opening.Failed(
          fault,
          new Reply(phase, reply.code(), reply.enhanced(), Secrets.masked(reply.text(), secret)));
    }
  }

  private Opening failed(OpeningFault fault, Phase phase, String key, Object... args) {
    return new Opening.Failed(fault, new Reply(phase, 0, "", SmtpTexts.of(key, args)));
  }

  private String port() {
    return String.valueOf(config.port());
  }

  private static int millis(Duration time) {
    return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
  }

  /// RFC 5321 section 4.1.3: says where the connection comes from without the machine's name.
  private static String literal(InetAddress address) {
    String host = address.getHostAddress();
    int zone = host.indexOf('%');
    String bare = zone < 0 ? host : host.substring(0, zone);
    return address instanceof Inet6Address ? "[IPv6:" + bare + "]" : "[" + bare + "]";
  }
}
