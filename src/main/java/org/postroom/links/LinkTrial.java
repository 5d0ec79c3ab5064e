package org.postroom.links;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.postroom.safety.text.PublicHost;

/// Asks web servers whether pages are there, each once: with HEAD, and with GET where a server
/// refuses that. No cookies are kept, no page says where it was found, and of an answer nothing is
/// read but its head.
public final class LinkTrial {
  private static final int AT_ONCE = 4;
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final Predicate<InetAddress> mayBeAsked;
  private final Duration limit;

  public LinkTrial() {
    this(PublicHost::isPublic, LIMIT);
  }

  /// For tests, whose servers are on this computer.
  ///
  /// @param limit for each link with all that it sends on to
  LinkTrial(Predicate<InetAddress> mayBeAsked, Duration limit) {
    this.mayBeAsked = mayBeAsked;
    this.limit = limit;
  }

  /// Told how many were tried; ends the trial with false.
  @FunctionalInterface
  public interface Progress {
    boolean at(int done, int of);
  }

  /// Blocks until each was tried.
  ///
  /// @return in the order of the links
  /// @throws CancellationException where it was stopped
  public List<TriedLink> tryAll(List<URI> links, Progress progress) {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("links-", 0).factory();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, daemons);
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit)
            .build();
    try {
      var ended = new ExecutorCompletionService<TriedLink>(threads);
      List<Future<TriedLink>> all = new ArrayList<>();
      for (URI link : links) {
        all.add(
            ended.submit(
                () ->
                    new TriedLink(link, new LinkRequest(client, mayBeAsked, limit).answer(link))));
      }
      int done = 0;
      while (done < all.size()) {
        if (!progress.at(done, all.size())) {
          throw new CancellationException();
        }
        if (ended.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) != null) {
          done++;
        }
      }
      return all.stream().map(Future::resultNow).toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      threads.shutdownNow();
      client.shutdownNow();
    }
  }
}
