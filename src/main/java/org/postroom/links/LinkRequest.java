package org.postroom.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One link, from the first request to where it ends up.
final class LinkRequest {
  private static final int MOST_HOPS = 5;
  private static final Set<Integer> SENDS_ON = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final List<Integer> NO_HEAD = List.of(403, 405, 501);

  private final HttpClient client;
  private final Predicate<InetAddress> mayBeAsked;
  private final long until;

  LinkRequest(HttpClient client, Predicate<InetAddress> mayBeAsked, Duration limit) {
    this.client = client;
    this.mayBeAsked = mayBeAsked;
    this.until = System.nanoTime() + limit.toNanos();
  }

  /// The head of an answer.
  private record Head(int code, Optional<String> location) {}

  LinkAnswer answer(URI link) throws InterruptedException {
    URI at = link;
    for (int hops = 0; hops <= MOST_HOPS; hops++) {
      Optional<LinkAnswer> closed = closed(at);
      if (closed.isPresent()) {
        return closed.get();
      }
      Head head;
      try {
        head = ask(at);
      } catch (IOException e) {
        return failed(at, e);
      }
      int code = head.code();
      if (code >= 200 && code < 300) {
        return at.equals(link) ? new LinkAnswer.There() : new LinkAnswer.Moved(at);
      }
      if (GONE.contains(code)) {
        return new LinkAnswer.NotThere(code);
      }
      if (!SENDS_ON.contains(code) || head.location().isEmpty()) {
        return new LinkAnswer.Refused(code);
      }
      try {
        at = at.resolve(head.location().get());
      } catch (IllegalArgumentException _) {
        return new LinkAnswer.Astray(head.location().get());
      }
    }
    return new LinkAnswer.Endless();
  }

  /// Present where this address is not asked. The client looks the name up once more, and gets what
  /// was found here, which Java keeps for half a minute.
  private Optional<LinkAnswer> closed(URI at) {
    if (!Hosts.isHttp(at)) {
      return Optional.of(new LinkAnswer.Astray(at.toString()));
    }
    try {
      for (InetAddress address : Hosts.addresses(at.getHost())) {
        if (!mayBeAsked.test(address)) {
          return Optional.of(new LinkAnswer.Astray(at.toString()));
        }
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of(new LinkAnswer.NoSuchHost(at.getHost()));
    }
  }

  private Head ask(URI at) throws IOException, InterruptedException {
    Head head = ask("HEAD", at);
    return NO_HEAD.contains(head.code()) ? ask("GET", at) : head;
  }

  private Head ask(String method, URI at) throws IOException, InterruptedException {
    long left = until - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException("no time left");
    }
    HttpRequest request =
        HttpRequest.newBuilder(at)
            .method(method, BodyPublishers.noBody())
            .header("User-Agent", "Postroom")
            .timeout(Duration.ofNanos(left))
            .build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    // Closed unread, so that the server stops sending.
    response.body().close();
    return new Head(response.statusCode(), response.headers().firstValue("Location"));
  }

  private static LinkAnswer failed(URI at, IOException failure) {
    String host = Objects.requireNonNull(at.getHost());
    if (failure instanceof HttpTimeoutException) {
      return new LinkAnswer.TooSlow();
    }
    for (@Nullable Throwable why = failure; why != null; why = why.getCause()) {
      if (why instanceof CertificateException || why instanceof CertPathValidatorException) {
        return new LinkAnswer.NotTrusted(host);
      }
      if (why instanceof UnresolvedAddressException) {
        return new LinkAnswer.NoSuchHost(host);
      }
    }
    return new LinkAnswer.NoAnswer(host);
  }
}
