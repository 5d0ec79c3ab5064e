package org.postroom.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.address.Mailbox;
import org.postroom.address.MailboxKey;
import org.postroom.composition.ReceivedMessage;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.InlineImage;
import org.postroom.message.Mailshot;
import org.postroom.safety.text.HtmlWords;
import org.postroom.template.MergeTemplate;

/// The subject of one review with everything that is the same in all letters read once: the
/// templates' words and the files for everybody. Immutable; safe for several threads.
public final class Material {
  private final ReviewSubject subject;
  private final Set<MailboxKey> senders = new LinkedHashSet<>();
  private final List<Words> texts = new ArrayList<>();
  private final List<ReadFile> files = new ArrayList<>();
  private final Map<String, ReadFile> byDigest = new LinkedHashMap<>();
  private final People people;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
  private final SequencedMap<String, People.Named> named = new LinkedHashMap<>();

  private final ConstantLines constant;

  /// One part of the template or of a letter. Of a letter only what not every letter has: the rest
  /// is the template's.
  ///
  /// @param part `subject`, `text` or `html`
  /// @param source as written, tags and comments included
  /// @param words what a reader sees of it
  /// @param lines the lines of the words
  /// @param own as written and as a reader sees it
  /// @param said true where a reader sees a letter, a digit or a picture, here or in what every
  ///   letter has
  public record Words(
      String part,
      String source,
      String words,
      List<String> lines,
      List<String> own,
      boolean said) {
    /// A text that is read as it stands.
    public static Words plain(String part, String text) {
      return new Words(part, text, text, text.lines().toList(), List.of(text), says(text, text));
    }

    private static Words html(String source) {
      String words = HtmlWords.of(source);
      List<String> own = List.of(source, words);
      List<String> lines = words.lines().toList();
      return new Words("html", source, words, lines, own, says(source, words));
    }

    static boolean says(String source, String words) {
      int next;
      for (int i = 0; i < words.length(); i = next) {
        int c = words.codePointAt(i);
        if (Character.isLetterOrDigit(c)) {
          return true;
        }
        next = i + Character.charCount(c);
      }
      return source.contains("<img");
    }
  }

  public Material(ReviewSubject subject) {
    this.subject = subject;
    Mailshot mailshot = subject.mailshot();
    addSender(mailshot.from().mailbox());
    addSender(mailshot.replyTo());
    Mailshot.Newsletter newsletter = mailshot.newsletter();
    addSender(newsletter == null ? null : newsletter.unsubscribe());
    texts.add(Words.plain("subject", mailshot.body().subject().source()));
    texts.add(Words.plain("text", mailshot.body().text().source()));
    MergeTemplate html = mailshot.body().html();
    if (html != null) {
      texts.add(Words.html(html.source()));
    }
    constant = new ConstantLines(texts);
    for (AttachmentSlot slot : mailshot.slots()) {
      if (slot instanceof AttachmentSlot.ForAll(Attachment attachment)) {
        addFile("attachment:", attachment);
      }
    }
    for (InlineImage image : mailshot.images()) {
      addFile("inline:", image.image());
    }
    people = new People(subject.list(), senders, subject.memory());
    texts.forEach(text -> named.put(text.part(), namedIn(text)));
    for (ReadFile file : files) {
      named.computeIfAbsent(file.part(), _ -> namedIn(file));
    }
  }

  /// Whose addresses stand in each part of the template and each file for everybody.
  public SequencedMap<String, People.Named> named() {
    return named;
  }

  /// Whose addresses stand in one part of the template, or in what only one letter says: as
  /// written, and as a reader sees it.
  public People.Named namedIn(Words text) {
    People.Named found = new People.Named();
    text.own().forEach(words -> people.search(words, found));
    return found;
  }

  /// One part of a letter, where what every letter says is known.
  ///
  /// @param text with lines ended by `\n`
  Words ofLetter(String part, String text) {
    boolean isHtml = part.equals("html");
    ConstantLines.Rest rest = constant.rest(text, isHtml);
    String source = rest.text();
    String words = isHtml ? HtmlWords.of(source) : source;
    List<String> lines = constant.others(words);
    String ownWords = String.join("\n", lines);
    List<String> own =
        isHtml ? List.of(String.join("\n", constant.others(source)), ownWords) : List.of(ownWords);
    return new Words(part, source, words, lines, own, rest.said() || Words.says(source, words));
  }

  /// Whose addresses stand in a file.
  public People.Named namedIn(ReadFile file) {
    People.Named found = people.in(file.fileName());
    file.texts().forEach(text -> people.search(text, found));
    return found;
  }

  private void addSender(@Nullable Mailbox mailbox) {
    if (mailbox != null) {
      senders.add(mailbox.key());
    }
  }

  private void addFile(String kind, Attachment attachment) {
    String sha256 = attachment.content().sha256();
    ReadFile known = byDigest.get(sha256);
    TextExtractor.Extraction extraction =
        known != null
            ? known.extraction()
            : subject
                .extractor()
                .extract(attachment.fileName(), attachment.contentType(), attachment.content());
    ReadFile file =
        new ReadFile(
            kind + attachment.fileName(),
            attachment.fileName(),
            attachment.contentType(),
            sha256,
            attachment.content().size(),
            extraction);
    files.add(file);
    byDigest.putIfAbsent(sha256, file);
  }

  /// True for From, Reply-To and the address for leaving: whose data stands there is the sender's.
  public boolean isSender(MailboxKey key) {
    return senders.contains(key);
  }

  /// What several checks need of this subject and what takes a while to make: made once.
  public <T> T once(Class<T> kind, Function<Material, T> make) {
    return kind.cast(made.computeIfAbsent(kind, _ -> make.apply(this)));
  }

  public ReviewSubject subject() {
    return subject;
  }

  public Mailshot mailshot() {
    return subject.mailshot();
  }

  /// Subject, text and HTML as templates.
  public List<Words> texts() {
    return texts;
  }

  /// The files that everybody gets, attached or shown by the HTML.
  public List<ReadFile> files() {
    return files;
  }

  /// Reads the files of a finished letter that not everybody gets.
  List<ReadFile> ownFiles(ReceivedMessage message) {
    List<ReadFile> own = new ArrayList<>();
    for (ReceivedMessage.Part part : message.attachments()) {
      if (!byDigest.containsKey(part.content().sha256())) {
        own.add(read("attachment:", part));
      }
    }
    for (ReceivedMessage.Part part : message.inline().values()) {
      if (!byDigest.containsKey(part.content().sha256())) {
        own.add(read("inline:", part));
      }
    }
    return own;
  }

  private ReadFile read(String kind, ReceivedMessage.Part part) {
    return new ReadFile(
        kind + part.fileName(),
        part.fileName(),
        part.contentType(),
        part.content().sha256(),
        part.content().size(),
        subject.extractor().extract(part.fileName(), part.contentType(), part.content()));
  }
}
