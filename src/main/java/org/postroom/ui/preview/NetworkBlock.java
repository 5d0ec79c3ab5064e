package org.postroom.ui.preview;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// The last layer under the preview: in this process no URL of a network protocol can be opened.
/// Neither mail nor the links that a person tries go through `java.net.URL`, so nothing else misses
/// it.
final class NetworkBlock {
  private static final Set<String> REACHING_OUT = Set.of("http", "https", "ftp", "mailto");
  private static final AtomicBoolean INSTALLED = new AtomicBoolean();

  private NetworkBlock() {}

  /// Must come before the first `WebView` of the process. May be called again.
  static void install() {
    if (INSTALLED.compareAndSet(false, true)) {
      // WebKit's newer loader does not use java.net.URL and would go round this.
      System.setProperty("com.sun.webkit.useHTTP2Loader", "false");
      URL.setURLStreamHandlerFactory(
          protocol -> REACHING_OUT.contains(protocol) ? new Closed() : null);
    }
  }

  private static final class Closed extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("the preview reaches nothing outside the message");
    }

    @Override
    protected URLConnection openConnection(URL url, Proxy proxy) throws IOException {
      return openConnection(url);
    }
  }
}
