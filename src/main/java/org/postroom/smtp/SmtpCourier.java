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
import java.util.Date;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// Takes letters to one SMTP server (RFC 5321, 3207, 8314, 4954). TLS is required and its
/// certificate checked, except to a loopback address that was configured to be plain. Nothing that
/// it says or throws carries the secret.
public final class SmtpCourier implements Courier {
  private final SmtpConfig config;
  private final Resolver resolver;
  private final Pipelining pipelining;
  private final Dialogue dialogue;
  private final Talk.Lines lines = new Talk.Lines();

  public SmtpCourier(SmtpConfig config) {
    this(config, Resolver.PLATFORM);
  }

  /// @param dialogue told what is said, without secrets and addresses
  public SmtpCourier(SmtpConfig config, Dialogue dialogue) {
    this(config, Resolver.PLATFORM, dialogue);
  }

  SmtpCourier(SmtpConfig config, Resolver resolver) {
    this(config, resolver, Dialogue.NONE);
  }

  SmtpCourier(SmtpConfig config, Resolver resolver, Dialogue dialogue) {
    this.config = config;
    this.resolver = resolver;
    this.dialogue = dialogue;
    this.pipelining = new Pipelining(config.host());
  }

  /// What came of an attempt, in all detail.
  sealed interface Tried {
    record Opened(SmtpSession session) implements Tried {}

    /// @param date of a certificate that is not valid, otherwise empty
    record Failed(Obstacle obstacle, Reply reply, String date) implements Tried {}
  }

  @Override
  public Opening open() {
    return switch (attempt(Milestones.NONE)) {
      case Tried.Opened(SmtpSession session) -> new Opening.Opened(session);
      case Tried.Failed(Obstacle obstacle, Reply reply, String _) ->
          new Opening.Failed(obstacle.fault(), reply);
    };
  }

  /// Connects, secures, signs in, and tells how far it has come.
  Tried attempt(Milestones told) {
    boolean plain = config.security() == Security.NONE;
    if (plain && config.user() != null && !config.plainPassword()) {
      return failed(Obstacle.PLAIN_PASSWORD, Phase.LOCAL, "open.plain-password");
    }
    List<InetAddress> addresses;
    try {
      addresses = Arrays.asList(resolver.resolve(config.host()));
    } catch (UnknownHostException e) {
      return failed(Obstacle.NO_SUCH_HOST, Phase.CONNECT, "open.no-such-host", config.host());
    }
    if (plain && !addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
      return failed(
          Obstacle.PLAIN_BEYOND_LOOPBACK, Phase.LOCAL, "open.plain-beyond-loopback", config.host());
    }
    Socket tcp = connected(addresses);
    if (tcp == null) {
      return failed(Obstacle.NO_ANSWER, Phase.CONNECT, "open.no-answer", config.host(), port());
    }
    return signedIn(tcp, told);
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

  private Tried signedIn(Socket tcp, Milestones told) {
    char[] letters = config.user() == null ? null : config.secret().get();
    String secret = letters == null ? null : new String(letters);
    if (letters != null) {
      Arrays.fill(letters, '\0');
    }
    Talk talk = new Talk(dialogue, lines, config.user(), secret);
    try (Watchdog watchdog = new Watchdog(tcp, config.timeouts().opening())) {
      Tried tried = new Attempt(tcp, secret, told, talk).run(watchdog);
      if (tried instanceof Tried.Failed) {
        Watchdog.Closing.quietly(tcp);
        talk.over();
      }
      return tried;
    } catch (GeneralSecurityException e) {
      Watchdog.Closing.quietly(tcp);
      talk.over();
      return failed(Obstacle.TLS_FAILED, Phase.STARTTLS, "open.tls", config.host());
    }
  }

  /// One attempt on one connection.
  private final class Attempt {
    private final Socket tcp;
    private final @Nullable String secret;
    private final CertificateJudge judge;
    private final @Nullable TlsSockets tls;
    private final AngusLine line;
    private final Milestones told;
    private final Talk talk;

    Attempt(Socket tcp, @Nullable String secret, Milestones told, Talk talk)
        throws GeneralSecurityException {
      this.told = told;
      this.talk = talk;
      this.tcp = tcp;
      this.secret = secret;
      this.judge = new CertificateJudge(config.trust());
      this.tls = config.security() == Security.NONE ? null : tls(judge);
      this.line = AngusLine.of(config, literal(tcp.getLocalAddress()), tls, secret, told, talk);
    }

    private TlsSockets tls(CertificateJudge believed) throws GeneralSecurityException {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {believed}, null);
      return new TlsSockets(context, config.host(), !(config.trust() instanceof Trust.Only));
    }

    Tried run(Watchdog watchdog) {
      Phase doing = Phase.STARTTLS;
      try {
        Socket first = tcp;
        if (tls != null && config.security() == Security.IMPLICIT_TLS) {
          told.reached(ConnectionStep.FOUND);
          SSLSocket layer = (SSLSocket) tls.createSocket(tcp, config.host(), config.port(), true);
          layer.startHandshake();
          told.reached(ConnectionStep.ENCRYPTED);
          first = layer;
        }
        doing = Phase.GREETING;
        line.connect(first);
        if (config.user() != null && line.phase() != Phase.AUTH) {
          return failed(Obstacle.NO_SIGN_IN, Phase.AUTH, "open.no-sign-in", config.host());
        }
        SSLSocket layer = tls == null ? null : tls.made();
        if (tls != null && layer == null) {
          return failed(Obstacle.NO_STARTTLS, Phase.STARTTLS, "open.no-starttls", config.host());
        }
        told.reached(ConnectionStep.FOUND);
        told.reached(ConnectionStep.ENCRYPTED);
        told.reached(ConnectionStep.SIGNED_IN);
        return new Tried.Opened(
            new SmtpSession(
                line,
                new SmtpWire(tcp, layer == null ? tcp : layer, talk),
                config.timeouts(),
                pipelining));
      } catch (IOException e) {
        return fault(doing, watchdog);
      } catch (MessagingException e) {
        return fault(line.phase(), watchdog);
      }
    }

    /// Which fault it was, by how far the dialogue came and what the server said last.
    private Tried fault(Phase phase, Watchdog watchdog) {
      CertificateJudge.Reason reason = judge.reason();
      if (reason != null) {
        return certificate(reason);
      }
      if (watchdog.bit()) {
        return failed(Obstacle.SILENT, phase, "open.silent", config.host(), port());
      }
      int code = line.code();
      if (code == 421) {
        return said(Obstacle.SERVER_REFUSED, phase);
      }
      return switch (phase) {
        case STARTTLS ->
            code >= 400
                ? said(Obstacle.TLS_FAILED, phase)
                : failed(Obstacle.TLS_FAILED, phase, "open.tls", config.host());
        case AUTH ->
            code >= 400
                ? said(Obstacle.PASSWORD_REFUSED, phase)
                : failed(Obstacle.LOST, phase, "open.lost", config.host());
        case EHLO -> afterEhlo(code);
        case CONNECT, GREETING, MAIL, RCPT, DATA, BODY, FINAL_DOT, QUIT, LOCAL ->
            code >= 400
                ? said(Obstacle.SERVER_REFUSED, phase)
                : failed(Obstacle.NO_MAIL_SERVER, phase, "open.no-smtp", config.host(), port());
      };
    }

    /// EHLO was answered, and what it offers is not enough; or it was not answered.
    private Tried afterEhlo(int code) {
      if (code >= 400) {
        return said(Obstacle.SERVER_REFUSED, Phase.EHLO);
      }
      if (code == 0) {
        return failed(Obstacle.LOST, Phase.EHLO, "open.lost", config.host());
      }
      if (config.security() == Security.STARTTLS && (tls == null || tls.made() == null)) {
        return failed(Obstacle.NO_STARTTLS, Phase.STARTTLS, "open.no-starttls", config.host());
      }
      return failed(Obstacle.NO_SIGN_IN, Phase.AUTH, "open.no-sign-in", config.host());
    }

    private Tried certificate(CertificateJudge.Reason reason) {
      var seen = judge.seen();
      String until = seen == null ? "" : day(seen.getNotAfter());
      String from = seen == null ? "" : day(seen.getNotBefore());
      return switch (reason) {
        case EXPIRED -> refused(Obstacle.CERTIFICATE_EXPIRED, "certificate.expired", until);
        case NOT_YET_VALID -> refused(Obstacle.CERTIFICATE_EARLY, "certificate.early", from);
        case OTHER_HOST -> refused(Obstacle.CERTIFICATE_OTHER_HOST, "certificate.other-host", "");
        case UNTRUSTED -> refused(Obstacle.CERTIFICATE_UNTRUSTED, "certificate.untrusted", "");
      };
    }

    private static String day(Date at) {
      return at.toInstant().toString().substring(0, 10);
    }

    private Tried refused(Obstacle obstacle, String key, String date) {
      String text = SmtpTexts.of(key, config.host(), date);
      return new Tried.Failed(obstacle, new Reply(Phase.STARTTLS, 0, "", text), date);
    }

    private Tried said(Obstacle obstacle, Phase phase) {
      Reply reply = ReplyReader.of(phase, line.words());
      return new Tried.Failed(
          obstacle,
          new Reply(phase, reply.code(), reply.enhanced(), Secrets.masked(reply.text(), secret)),
          "");
    }
  }

  private static Tried failed(Obstacle obstacle, Phase phase, String key, Object... args) {
    return new Tried.Failed(obstacle, new Reply(phase, 0, "", SmtpTexts.of(key, args)), "");
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
