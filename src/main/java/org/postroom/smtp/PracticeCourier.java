package org.postroom.smtp;

import java.net.InetAddress;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Dialogue;
import org.postroom.practice.PracticeServer;

/// Takes letters to a practice server of this process, and to nothing else: there is no way to name
/// a host, and no certificate but the one made for that server's run is believed. The rest is the
/// very code that takes real letters.
public final class PracticeCourier implements Courier {
  private static final String HERE = "127.0.0.1";

  private final Courier courier;

  public PracticeCourier(PracticeServer server) {
    this(server, Dialogue.NONE);
  }

  /// @param dialogue told what is said, without secrets and addresses
  public PracticeCourier(PracticeServer server, Dialogue dialogue) {
    SmtpConfig config =
        SmtpConfig.withoutSignIn(HERE, server.port(), Security.STARTTLS)
            .trusting(new Trust.Only(server.certificate()));
    this.courier =
        new SmtpCourier(
            config,
            _ -> new InetAddress[] {InetAddress.getByAddress(HERE, new byte[] {127, 0, 0, 1})},
            dialogue);
  }

  @Override
  public Opening open() {
    return courier.open();
  }
}
