package org.postroom.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Layers TLS on a connection that is already there, and remembers the layer. It makes no
/// connection of its own.
final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory platform;
  private final String host;
  private final boolean checkHost;
  private @Nullable SSLSocket made;

  /// @param host the name that must stand in the certificate: the configured one
  TlsSockets(SSLContext context, String host, boolean checkHost) {
    this.platform = context.getSocketFactory();
    this.host = host;
    this.checkHost = checkHost;
  }

  /// Null before TLS.
  synchronized @Nullable SSLSocket made() {
    return made;
  }

  @Override
  public synchronized Socket createSocket(Socket tcp, String ignored, int port, boolean autoClose)
      throws IOException {
    SSLSocket layer = (SSLSocket) platform.createSocket(tcp, host, port, autoClose);
    if (checkHost) {
      SSLParameters parameters = layer.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("LDAPS");
      layer.setSSLParameters(parameters);
    }
    made = layer;
    return layer;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return platform.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return platform.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String to, int port) throws IOException {
    throw new IOException("connections are made elsewhere");
  }

  @Override
  public Socket createSocket(String to, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new IOException("connections are made elsewhere");
  }

  @Override
  public Socket createSocket(InetAddress to, int port) throws IOException {
    throw new IOException("connections are made elsewhere");
  }

  @Override
  public Socket createSocket(InetAddress to, int port, InetAddress from, int fromPort)
      throws IOException {
    throw new IOException("connections are made elsewhere");
  }
}
